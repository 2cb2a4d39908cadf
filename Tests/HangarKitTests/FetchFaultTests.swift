import Catalogue
import Foundation
import HangarKit
import LaunchLibrary
import Support
import Synchronization
import TestSupport
import Testing

/// What an operator sees of each fault of the source: an exit code, one message, and the old snapshot and history. LaunchLibraryTests tests
/// the faults below HTTP.
@Suite struct FetchFaultTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let status: HangarKit.ExitStatus
        /// The expected message. `API/` means the root in it.
        let message: String
        let answer: StubAPI.Rule

        /// - Parameter answer: the answer to a request for craft. The other lists are empty, and there is no information on a budget.
        init(
            _ name: String, _ status: HangarKit.ExitStatus, _ message: String,
            answer: @escaping @Sendable (_ root: String) -> HTTPResponse
        ) {
            testDescription = name
            self.status = status
            self.message = message
            self.answer = { address, root in
                if address.hasPrefix("spacecraft/") { return answer(root) }
                return address.hasPrefix("api-throttle/") ? nil : .json(Records.page())
            }
        }

        static func answering(_ code: Int, _ status: HangarKit.ExitStatus, _ message: String) -> Fault {
            Fault("status \(code)", status, message) { _ in .json("{}", status: code) }
        }

        static func failing(_ code: Int) -> Fault {
            .answering(
                code, .unavailable,
                "answered with status \(code), 6 times. Try again later; if it stays so, see whether the API is in trouble.")
        }
    }

    private static let page = "API/spacecraft/?format=json&limit=100&mode=normal&ordering=id"
    private static let changed = "Try again; if it stays so, the API has changed, and Hangar needs an update."
    private static let notTheAPI = "Check that the address is that of a Launch Library API."

    static let faults: [Fault] = [
        .failing(500), .failing(502), .failing(503), .failing(504), .failing(524),
        .answering(
            404, .unavailable,
            "answered with status 404. There is no Launch Library API here; name its root, such as https://ll.thespacedevs.com/2.3.0/."),
        .answering(401, .unavailable, "answered with status 401. Check the API key."),
        Fault(
            "throttled for longer than the deadline", .tryAgainLater,
            "the API allows no more requests for now. Try again after 2026-02-25T06:30:00Z, or use an API key."
        ) { _ in .json("{}", status: 429, headers: ["Retry-After": "1000"]) },
        Fault(
            "throttled for longer than the deadline, said in words", .tryAgainLater,
            "the API allows no more requests for now. Try again after 2026-02-25T07:13:20Z, or use an API key."
        ) { _ in
            .json(#"{"detail": "Request was throttled. Expected available in 3600 seconds."}"#, status: 429)
        },
        Fault(
            "HTML with status 200", .badData,
            "answered with an HTML page instead of JSON. Check the address; a proxy or a login may stand in between."
        ) {
            _ in .json("<!doctype html><p>Sign in</p>")
        },
        Fault("broken JSON", .badData, "broken JSON at line 1, column 29: expected ',' or ']', found '{'. \(changed)") {
            _ in .json(#"{"count": 1, "results": [{} {}]}"#)
        },
        Fault(
            "throttled, without a word for how long", .tryAgainLater,
            "the API allows no more requests for now. Try again later, or use an API key."
        ) { _ in .json("{}", status: 429) },
        Fault(
            "a redirect to another host", .unavailable,
            "redirects to another origin: https://elsewhere.example/2.3.0/. If the API has moved, name its new root."
        ) { _ in .json("", status: 301, headers: ["Location": "https://elsewhere.example/2.3.0/"]) },
        Fault("another shape", .badData, "the answer is not a page of a list: it has no count. \(changed)") {
            _ in .json(#"{"results": []}"#)
        },
        Fault("a next page that was read", .badData, "the pages lead back to one that was read. \(notTheAPI)") { root in
            let page = Self.page.replacing("API/", with: root)
            return .json(#"{"count": 2, "next": "\#(page)", "results": [\#(Records.craft(11, "Aurora 1"))]}"#)
        },
        Fault("no craft at all", .badData, "there is no spacecraft in it. Check that this is the catalogue that is meant.") {
            _ in .json(Records.page())
        },
    ]

    @Test(arguments: faults)
    func eachFaultHasItsExitCodeAndOneMessageAndLeavesSnapshotAndHistoryAsTheyWereByteForByte(_ fault: Fault) async throws {
        let folder = try await fetchedSite()
        let before = try folder.identities(in: "site/data")
        try await StubAPI(answering: fault.answer).serve { root in
            let outcome = await Terminal(transport: .curl(userAgent: "HangarTests"), folder: folder).fetch(folder("site"), from: [root])
            #expect(outcome.status == fault.status)
            #expect(outcome.output == "")
            let place = fault.testDescription == "no craft at all" ? "API/" : Self.page
            #expect(outcome.diagnostics.map { $0.replacing(root, with: "API/") } == ["hangar: error: \(place): \(fault.message)"])
        }
        #expect(try folder.identitiesBesidesFailures(in: "site/data") == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("site")).sorted() == ["data", "hangar.yml"])
    }

    @Test func aFaultThatPassesIsWaitedOutNothingIsSaidOfItUnlessAskedFor() async throws {
        let folder = try await fetchedSite()
        try await StubAPI(answering: Self.failingOnce).serve { root in
            let terminal = Terminal(verbosity: .verbose, transport: .curl(userAgent: "HangarTests"), folder: folder)
            let outcome = await terminal.fetch(folder("site"), from: [root])
            #expect(
                outcome
                    == Outcome(
                        output: "~/site/data/snapshot.json: 2 spacecraft, 1 configuration; nothing changed\n",
                        diagnostics: [
                            "hangar: note: \(root): asked without an API key", "hangar: note: throttled; waiting 90 s",
                            "hangar: note: page 1 of 3", "hangar: note: page 2 of 3", "hangar: note: page 3 of 3",
                        ]))
        }
    }

    /// Throttled at first, and answering the second request.
    private static var failingOnce: StubAPI.Rule {
        let asked = Once()
        return { address, _ in
            guard address.hasPrefix("spacecraft/") else {
                return address.hasPrefix("api-throttle/") ? nil : .json(Records.page())
            }
            return asked.isFirst ? .json("{}", status: 429, headers: ["Retry-After": "90"]) : .json(Records.two)
        }
    }

    @Test func jsonReportsAFailureAsOneObjectAndTheErrorGoesWhereErrorsGo() async throws {
        let folder = try await fetchedSite()
        let outcome = await Terminal(transport: .refusing(404), folder: folder).fetch(folder("site"), ["--json"])
        let page = "https://ll.thespacedevs.com/2.3.0/spacecraft/?format=json&limit=100&mode=normal&ordering=id"
        let remedy = "There is no Launch Library API here; name its root, such as https://ll.thespacedevs.com/2.3.0/."
        #expect(
            outcome
                == Outcome(
                    status: .unavailable,
                    output: """
                        {
                          "format_version": 1,
                          "command": "fetch",
                          "error": {
                            "status": 69,
                            "problems": [
                              {
                                "place": "\(page)",
                                "what": "answered with status 404",
                                "remedy": "\(remedy)"
                              }
                            ],
                            "try_again_at": null
                          }
                        }

                        """,
                    diagnostics: ["hangar: error: \(page): answered with status 404. \(remedy)"]))
    }

    @Test func theDeadlineIsTheOperatorsAWaitThatDoesNotFitIntoItEndsTheFetchAtOnce() async throws {
        let folder = try await fetchedSite()
        try await StubAPI(answering: Self.failingOnce).serve { root in
            let outcome = await Terminal(transport: .curl(userAgent: "HangarTests"), folder: folder).fetch(
                folder("site"), from: [root], ["--deadline", "60"])
            #expect(
                outcome
                    == Outcome(
                        status: .tryAgainLater,
                        diagnostics: [
                            "hangar: error: \(Self.page.replacing("API/", with: root)): the API allows no more requests for now. "
                                + "Try again after 2026-02-25T06:14:50Z, or use an API key."
                        ]))
        }
    }

    @Test func aServerThatNeverAnswersIsNotWaitedForBeyondTheDeadline() async throws {
        let folder = try await fetchedSite()
        let limits = Limits()
        let transport = HTTPTransport { (request) throws(TransportError) in
            limits.note(request.timeLimit)
            throw TransportError(.timedOut, url: request.url, what: "no answer came in time")
        }
        let outcome = await Terminal(transport: transport, folder: folder).fetch(folder("site"), ["--deadline", "20"])
        #expect(outcome.status == .unavailable)
        #expect(limits.noted == [.seconds(20)])
    }

    @Test func aListThatChangesEachTimeItIsReadIsReadFourTimesThenLeftForLater() async throws {
        let folder = try await fetchedSite()
        let before = try folder.identities(in: "site/data")
        let moving = HTTPTransport { (request) throws(TransportError) in
            let body = request.url.contains("/spacecraft/") ? Records.two.replacing("\"count\": 2", with: "\"count\": 3") : Records.page()
            return .init(status: request.url.contains("throttle") ? 404 : 200, body: Array(body.utf8), url: request.url)
        }
        #expect(
            await Terminal(transport: moving, folder: folder).fetch(folder("site"))
                == Outcome(
                    status: .tryAgainLater,
                    diagnostics: [
                        "hangar: error: https://ll.thespacedevs.com/2.3.0/: the list changed each of the 4 times it was read; the last time, "
                            + "2 of 3 spacecraft came. Try again in a few minutes."
                    ]))
        #expect(try folder.identitiesBesidesFailures(in: "site/data") == before)
    }

    @Test(arguments: [
        (TransportError.Kind.unreachable, HangarKit.ExitStatus.unavailable, "Check the address and the network, or try again later."),
        (.interrupted, .unavailable, "Try again later; if it stays so, see whether the API is in trouble."),
        (.timedOut, .unavailable, "Try again later; if it stays so, see whether the API is in trouble."),
        (.insecure, .unavailable, "Check the address and this machine's clock and certificates."),
        (.redirect, .unavailable, "If the API has moved, name its new root."),
        (.tooLarge, .badData, "Check that the address is that of a Launch Library API."),
        (.notHTTP, .unavailable, "Name the root of an API, such as https://ll.thespacedevs.com/2.3.0/."),
    ])
    func faultsBelowHTTPAsTheTransportTellsThem(kind: TransportError.Kind, status: HangarKit.ExitStatus, remedy: String) async throws {
        let folder = try await fetchedSite()
        let before = try folder.identities(in: "site/data")
        let broken = HTTPTransport { (request) throws(TransportError) in throw TransportError(kind, url: request.url, what: "it broke") }
        let outcome = await Terminal(transport: broken, folder: folder).fetch(folder("site"))
        let times = [.interrupted, .timedOut].contains(kind) ? ", 6 times" : ""
        let url = Self.page.replacing("API/", with: "https://ll.thespacedevs.com/2.3.0/")
        #expect(outcome == Outcome(status: status, diagnostics: ["hangar: error: \(url): it broke\(times). \(remedy)"]))
        #expect(try folder.identitiesBesidesFailures(in: "site/data") == before)
    }

    @Test(arguments: [(20, 18, true), (20, 17, false), (2, 1, false), (9, 9, true), (9, 30, true)])
    func aSourceThatLostMoreThanATenthOfItsCraftIsRefusedUnlessTheOperatorSaysThatItIsRight(earlier: Int, later: Int, isTaken: Bool)
        async throws
    {
        let folder = try await fetchedSite(Records.page((1...earlier).map { Records.craft($0, "Aurora \($0)") }))
        let before = try folder.identities(in: "site/data")
        try folder.write(Records.page((1...later).map { Records.craft($0, "Aurora \($0)") }), to: "later.json")
        let outcome = await Terminal(folder: folder).fetch(folder("site"), from: [folder("later.json")])
        if isTaken {
            #expect(outcome.status == .done, "\(outcome)")
            return
        }
        #expect(
            outcome
                == Outcome(
                    status: .badData,
                    diagnostics: [
                        "hangar: error: ~/later.json: there are \(later) spacecraft, and last time there were \(earlier): more than a tenth is "
                            + "gone. Check the source; if it is right, run this once more with --accept-shrink."
                    ]))
        #expect(try folder.identities(in: "site/data") == before)
        let accepted = await Terminal(folder: folder).fetch(folder("site"), from: [folder("later.json")], ["--accept-shrink"])
        #expect(
            accepted
                == Outcome(
                    output: "~/site/data/snapshot.json: \(later) spacecraft, 1 configuration; \(earlier - later) gone\n"))
    }

    @Test func whatAKilledRunLeftOfAFileThatItWasWritingIsGoneAfterTheNextAndNothingElse() async throws {
        let folder = try await fetchedSite(adding: [
            "site/data/.snapshot.json.hangar-new": "{", "site/data/pictures/.1-original-a.png.hangar-new": "", "site/data/.gitignore": "",
        ])
        #expect(try folder.files(in: "site/data").keys.sorted() == [".gitignore", "history.jsonl", "snapshot.json"])
    }
}

/// True on the first call only.
private final class Once: Sendable {
    private let isAsked = Atomic(false)
    var isFirst: Bool { !isAsked.exchange(true, ordering: .relaxed) }
}

/// The different time limits of requests.
private final class Limits: Sendable {
    private let values = Mutex<Set<Duration?>>([])
    func note(_ value: Duration?) { _ = values.withLock { $0.insert(value) } }
    var noted: Set<Duration?> { values.withLock { $0 } }
}
