import Catalogue
import LaunchLibrary
import Testing

@Suite("From an API on the network to a snapshot")
struct WholeRoadTests {
    private let transport = HTTPTransport.curl(userAgent: "Hangar/test")

    private func fetch(_ stub: StubAPI, clock: StubClock) async throws -> Reading {
        try await LaunchLibraryClient(root: stub.root, transport: transport, clock: clock.clock(), apiKey: "s3cret").fetch(mode: .normal)
    }

    @Test("A catalogue fetched through a failing and throttling server is whole, and its snapshot reads back equal")
    func wholeRoad() async throws {
        let stub = StubAPI(spacecraft: Array(1...250))
        let clock = StubClock(try time("2026-03-01T04:00:00Z"))
        let reading = try await stub.serve {
            stub.fail(
                "spacecraft/?format=json&limit=100&mode=normal&ordering=id&offset=99",
                [.answer(502), .answer(429, headers: [.init("Retry-After", "7")])])
            return try await fetch(stub, clock: clock)
        }
        #expect(reading.catalogue.spacecraft.map(\.id) == Array(1...250))
        #expect(clock.pauses == [.milliseconds(500), .seconds(7)])
        #expect(stub.requests.allSatisfy { $0.headers.contains(.init("Authorization", "Token s3cret")) })
        let snapshot = Snapshot(reading)
        #expect(try Snapshot(decoding: snapshot.encoded(), path: "snapshot.json") == snapshot)
    }

    @Test("A page of HTML with status 200 and a missing API are told by their address")
    func plainFailures() async throws {
        let stub = StubAPI(spacecraft: [1])
        let clock = StubClock(try time("2026-03-01T04:00:00Z"))
        try await stub.serve {
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

    @Test("A server that is not there is unavailable")
    func refused() async throws {
        let stub = StubAPI(spacecraft: [], root: "http://127.0.0.1:1/2.3.0/")
        let clock = StubClock(try time("2026-03-01T04:00:00Z"))
        let error = await #expect(throws: FetchError.self) { try await fetch(stub, clock: clock) }
        #expect(error?.kind == .unavailable)
        #expect(error?.problems.first?.what == "no connection to the host")
        #expect(clock.pauses.isEmpty)
    }
}
