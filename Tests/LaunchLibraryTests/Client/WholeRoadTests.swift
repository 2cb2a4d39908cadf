import Catalogue
import LaunchLibrary
import TestSupport
import Testing

@Suite struct WholeRoadTests {
    private let transport = HTTPTransport.curl(userAgent: "Hangar/test")

    private func fetch(_ stub: StubAPI, clock: StubClock) async throws -> SourceCatalogue {
        try await LaunchLibraryClient(root: stub.root, transport: transport, clock: clock.clock(), apiKey: "s3cret").fetch(mode: .normal)
    }

    @Test func aCatalogueFetchedThroughAFailingAndThrottlingServerIsWholeAndItsSnapshotReadsBackEqual() async throws {
        let stub = StubAPI(spacecraft: Array(1...250))
        let clock = StubClock(try time("2026-03-01T04:00:00Z"))
        let reading = try await stub.serve { _ in
            stub.fail(
                "spacecraft/?format=json&limit=100&mode=normal&ordering=id&offset=99",
                [.answer(502), .answer(429, headers: [.init("Retry-After", "7")])])
            return try await fetch(stub, clock: clock)
        }
        #expect(reading.catalogue.spacecraft.map(\.id.number) == Array(1...250))
        #expect(clock.pauses == [.milliseconds(500), .seconds(7)])
        #expect(stub.requests.allSatisfy { $0.headers.contains(.init("Authorization", "Token s3cret")) })
        let snapshot = Snapshot(reading)
        #expect(try Snapshot(decoding: snapshot.encoded(), path: "snapshot.json") == snapshot)
    }

    @Test func aPageOfHTMLWithStatus200AndAMissingAPIAreReportedByTheirAddress() async throws {
        let stub = StubAPI(spacecraft: [1])
        let clock = StubClock(try time("2026-03-01T04:00:00Z"))
        try await stub.serve { _ in
            let first = "spacecraft/?format=json&limit=100&mode=normal&ordering=id"
            stub.fail(first, [.answer(200, body: "<html><body>Please log in</body></html>"), .answer(404)])
            let html = await #expect(throws: FetchError.self) { try await fetch(stub, clock: clock) }
            #expect(html?.kind == .data)
            #expect(
                html?.description == "\(stub.root)\(first): answered with an HTML page instead of JSON. "
                    + "Check the address; a proxy or a login may stand in between")
            let missing = await #expect(throws: FetchError.self) { try await fetch(stub, clock: clock) }
            #expect(missing?.kind == .unavailable)
            #expect(missing?.problems.first?.what == "answered with status 404")
        }
    }

    /// The behaviour of a server on every connection, and its name in reports.
    enum RawFault: String, CaseIterable, CustomTestStringConvertible {
        case reset = "it resets the connection"
        case nothing = "it closes it without a word"
        case shortBody = "the body is shorter than announced"
        case shortChunk = "the body breaks off between two chunks"
        case silence = "it is silent before the first byte"
        case stop = "it falls silent in the middle"

        var testDescription: String { rawValue }

        func answer(_ connection: RawConnection) throws {
            try connection.readRequest()
            let ok = "HTTP/1.1 200 OK\r\n"
            switch self {
            case .reset: try connection.reset()
            case .nothing: break
            case .shortBody: try connection.write(ok + "Content-Length: 100\r\n\r\n{\"count\"")
            case .shortChunk: try connection.write(ok + "Transfer-Encoding: chunked\r\n\r\n8\r\n{\"count\"\r\n")
            case .silence: connection.waitForClient()
            case .stop:
                try connection.write(ok + "Content-Length: 100\r\n\r\n{")
                connection.waitForClient()
            }
        }

        var what: Substring {
            switch self {
            case .reset, .nothing, .shortBody, .shortChunk: "the connection broke ("
            case .silence: "no answer came in time, 6 times"
            case .stop: "the answer stopped coming, 6 times"
            }
        }
    }

    @Test(arguments: RawFault.allCases)
    func aServerThatFailsBelowHTTPIsAskedSixTimesAfterPausesThatGrowAndIsUnavailableThen(fault: RawFault) async throws {
        let clock = StubClock(try time("2026-03-01T04:00:00Z"))
        try await withServer { connection in
            try fault.answer(connection)
        } _: { server in
            var limits = testLimits
            if fault == .silence || fault == .stop { limits.silence = .seconds(3) }
            let client = LaunchLibraryClient(
                root: server.root, transport: .curl(limits, userAgent: "Hangar/test"), clock: clock.clock(random: 0.5))
            let error = await #expect(throws: FetchError.self) { try await client.fetch(mode: .normal) }
            #expect(error?.kind == .unavailable)
            #expect(error?.problems.first?.place == server.root + Address.firstPage)
            #expect(error?.problems.first?.what.hasPrefix(fault.what) == true, "\(error?.description ?? "")")
            #expect(error?.problems.first?.what.hasSuffix(", 6 times") == true)
        }
        #expect(clock.pauses == [0.75, 1.5, 3, 6, 12].map { .seconds($0) })
    }

    @Test func aServerThatIsNotThereIsUnavailable() async throws {
        let stub = StubAPI(spacecraft: [], root: "http://127.0.0.1:1/2.3.0/")
        let clock = StubClock(try time("2026-03-01T04:00:00Z"))
        let error = await #expect(throws: FetchError.self) { try await fetch(stub, clock: clock) }
        #expect(error?.kind == .unavailable)
        #expect(error?.problems.first?.what == "no connection to the host")
        #expect(clock.pauses.isEmpty)
    }
}
