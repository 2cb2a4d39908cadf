import Foundation
import HangarKit
import LaunchLibrary
import TestSupport
import Testing

/// A run never prints or keeps the key, nor the API's name for the caller (`ident`, the key or the address).
@Suite struct FetchSecretTests {
    private static let key = "0123456789abcdef0123456789abcdef01234567"
    private static let ident = "ident-203.0.113.9"

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let status: HangarKit.ExitStatus
        var used = 0
        let craft: @Sendable (_ root: String) -> HTTPResponse
    }

    private static let cases = [
        Case(testDescription: "a fetch that is done", status: .done) { _ in .json(Records.two) },
        Case(testDescription: "a fetch for which the API allows too little", status: .tryAgainLater, used: 15) { _ in .json(Records.two) },
        Case(testDescription: "a key that is refused, and sent back", status: .unavailable) { _ in
            .json("{\"detail\": \"Invalid token \(key)\"}", status: 401)
        },
        Case(testDescription: "throttled, and told who one is", status: .tryAgainLater) { _ in
            .json("{\"detail\": \"\(key) of \(ident) was throttled\"}", status: 429)
        },
        Case(testDescription: "the key in the address of the next page", status: .tryAgainLater) { _ in
            .json("{\"count\": 9, \"next\": \"https://elsewhere.example/?key=\(key)\", \"results\": [\(Records.craft(11, "A"))]}")
        },
        Case(testDescription: "the key in the place of a value", status: .badData) { _ in
            .json(Records.page().replacing("null", with: "5").replacing("\"count\": 0", with: "\"count\": \"\(key)\""))
        },
        Case(testDescription: "the key in the address of a redirect", status: .unavailable) { _ in
            .json("", status: 302, headers: ["Location": "https://login.example/?token=\(key)"])
        },
    ]

    @Test(arguments: cases, [Console.Verbosity.normal, .verbose])
    func itIsNowhereInOutputDiagnosticsProgressAndFiles(_ example: Case, _ verbosity: Console.Verbosity) async throws {
        let folder = try await fetchedSite(adding: ["site/hangar.yml": smallestConfiguration + "source: {api_key_variable: POLAR_KEY}\n"])
        let throttle = """
            {"your_request_limit": 15, "limit_frequency_secs": 3600, "current_use": \(example.used), "next_use_secs": 60, "ident": "\(Self.ident)"}
            """
        let stub = StubAPI { address, root in
            switch address.split(separator: "/").first {
            case "spacecraft": example.craft(root)
            case "api-throttle": .json(throttle)
            default: .json(Records.page())
            }
        }
        try await stub.serve { root in
            let terminal = Terminal(
                verbosity: verbosity, isWatched: true, variables: ["POLAR_KEY": Self.key], transport: .curl(userAgent: "HangarTests"),
                folder: folder)
            let outcome = await terminal.fetch(folder("site"), from: [root])
            #expect(outcome.status == example.status, "\(outcome)")
            for secret in [Self.key, Self.ident] {
                #expect(!outcome.description.contains(secret))
                #expect(!outcome.progress.contains(secret))
            }
        }
        #expect(stub.authorizations == ["Token \(Self.key)"])
        for (path, bytes) in try folder.files(in: ".") {
            for secret in [Self.key, Self.ident] { #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(path)") }
        }
    }

    @Test func inTheAddressOfASourceItIsRefusedAndNotRepeated() async throws {
        let folder = try await fetchedSite()
        let remedy = "Name the root, such as https://ll.thespacedevs.com/2.3.0/."
        for (address, status, message) in [
            (
                "https://me:\(Self.key)@ll.example/2.3.0/", HangarKit.ExitStatus.unavailable,
                "https://…@ll.example/2.3.0/: this is not an address of the web. \(remedy)"
            ),
            (
                "https://ll.example/2.3.0/?key=\(Self.key)", .noInput,
                "https://ll.example/2.3.0/?…: the root of an API has no query. \(remedy)"
            ),
        ] {
            let outcome = await Terminal(folder: folder).fetch(folder("site"), from: [address])
            #expect(outcome == Outcome(status: status, diagnostics: ["hangar: error: \(message)"]))
        }
    }
}
