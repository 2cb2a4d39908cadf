import FlyingSocks
import Foundation
import LaunchLibrary
import PreviewServer
import Support
import Synchronization
import TestSupport
import Testing

/// The tests run one after the other, because a signal affects the whole process.
@Suite(.serialized)
struct PreviewServerTests {
    @Test(arguments: [SIGINT, SIGTERM])
    func itSaysWhereItListensAndEndsWithoutAnErrorAtASignal(signal: Int32) async throws {
        let address = Mutex("")
        try await PreviewServer(output: "/nowhere", basePath: "/hangar", snapshot: nil, port: 0).run { said in
            address.withLock { $0 = said }
            kill(getpid(), signal)
        }
        #expect(address.withLock { $0 }.contains(#/^http://127\.0\.0\.1:[0-9]+/hangar/$/#))
    }

    @Test func manyInOneProcessEndEachAtItsOwnSignal() async throws {
        let ready = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 1...8 {
                group.addTask {
                    var ready = 0
                    try await PreviewServer(output: "/nowhere", snapshot: nil, port: 0).run { _ in
                        ready += 1
                        kill(getpid(), SIGINT)
                    }
                    return ready
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(ready == 8)
    }

    @Test func itEndsWhenItsTaskIsCancelledWithConnectionsOpen() async throws {
        let (addresses, tell) = AsyncStream.makeStream(of: String.self)
        let task = Task {
            try await PreviewServer(output: "/nowhere", snapshot: nil, host: "localhost", port: 0).run { tell.yield($0) }
        }
        for await address in addresses {
            let answer = try await RawClient.exchange(address, "GET /.hangar/events HTTP/1.1") { text in
                if text.contains("data: ") { task.cancel() }
                return false
            }
            #expect(answer.contains("data: none\n"))
            break
        }
        try await task.value
    }

    @Test func itDoesNotBeginWhenItsTaskIsCancelledBefore() async throws {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await PreviewServer(output: "/nowhere", snapshot: nil, port: 0).run { Issue.record("listens at \($0)") }
        }
        try await task.value
    }

    @Test func theAPIsMirrorIsBesideTheSiteAndTheSitesOwnPagesAreNotIts() async throws {
        try await TemporaryFolder.with(["index.html": "home"]) { folder in
            let (answers, tell) = AsyncStream.makeStream(of: String.self)
            let snapshot = try Small.snapshot()
            let task = Task {
                try await PreviewServer(output: folder.path, snapshot: snapshot, port: 0).run { tell.yield($0) }
            }
            for await address in answers {
                #expect(try await ask(address, "GET /2.3.0/spacecraft/905/").hasSuffix("{\"detail\":\"Not found.\"}"))
                #expect(try await ask(address, "GET /").contains("home"))
                let catalogue = try await LaunchLibraryClient(root: address + "2.3.0/", transport: .curl(userAgent: "Hangar/test"))
                    .fetch(mode: .normal).catalogue
                #expect(catalogue == snapshot.catalogue)
                break
            }
            task.cancel()
            try await task.value
        }
    }

    @Test func aPortThatIsTakenIsReported() async throws {
        let taken = try Socket(domain: AF_INET)
        defer { try? taken.close() }
        try taken.bind(to: .inet(ip4: "127.0.0.1", port: 0))
        try taken.listen()
        guard case .ip4(_, let port) = try taken.sockname() else { throw SocketError.unsupportedAddress }
        let error = await #expect(throws: PreviewServerError.self) {
            try await PreviewServer(output: "/nowhere", snapshot: nil, port: port).run { _ in }
        }
        #expect(
            error?.description
                == "127.0.0.1:\(port): another program listens there. Stop it, or choose another port; port 0 takes any that is free")
    }

    @Test(arguments: ["example.org", "", "192.0.2.1"])
    func aHostThatIsNoAddressIsReportedAndSoIsOneOfAnotherMachine(_ host: String) async throws {
        let error = await #expect(throws: PreviewServerError.self) {
            try await PreviewServer(output: "/nowhere", snapshot: nil, host: host, port: 0).run { _ in }
        }
        #expect(error?.place == host || error?.place == "\(host):0", "\(String(describing: error))")
    }
}
