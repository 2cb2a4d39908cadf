import Catalogue
import LaunchLibrary
import Testing

/// A fetch against a stub, and all that can be seen of it.
struct Attempt {
    let stub: StubAPI
    let clock: StubClock
    let reports = Reports()
    private let random: Double
    private let apiKey: String?

    init(_ stub: StubAPI, random: Double = 0, apiKey: String? = nil) throws {
        self.stub = stub
        self.random = random
        self.apiKey = apiKey
        clock = StubClock(try time("2026-03-01T04:00:00Z"))
    }

    func fetch(mode: SpacecraftQuery.Mode = .normal, expecting: Int? = nil) async throws(FetchError) -> Reading {
        let client = LaunchLibraryClient(
            root: stub.root, transport: stub.transport, clock: clock.clock(random: random), apiKey: apiKey)
        return try await client.fetch(mode: mode, expecting: expecting) { reports.add($0) }
    }

    /// The error of a fetch that must fail.
    func failure(expecting: Int? = nil) async -> FetchError? {
        await #expect(throws: FetchError.self) { try await fetch(expecting: expecting) }
    }
}

private let firstPage = "spacecraft/?format=json&limit=100&mode=normal&ordering=id"
private let secondPage = firstPage + "&offset=100"
private let configurations = "spacecraft_configurations/?format=json&limit=100&mode=detailed&ordering=name"
private let families = "spacecraft_configuration_families/?format=json&limit=100&ordering=name"

@Suite("Fetching")
struct FetchTests {
    @Test("All pages by id, then configurations and families: complete, in as few requests as the API allows")
    func complete() async throws {
        let attempt = try Attempt(StubAPI(spacecraft: Array(1...250)))
        let reading = try await attempt.fetch()
        #expect(
            attempt.stub.asked == [
                "api-throttle/?format=json", firstPage, firstPage + "&offset=100", firstPage + "&offset=200", configurations, families,
            ])
        #expect(reading.catalogue.spacecraft.map(\.id) == Array(1...250))
        #expect(reading.catalogue.configurations[id: 61]?.details?.capability == "Crew")
        #expect(reading.catalogue.families.map(\.name) == ["Aurora"])
        #expect(reading.warnings.isEmpty)
        #expect(reading.notes.isEmpty)
        #expect(try reading.asOf == .fetched(time("2026-03-01T04:00:00Z")))
        #expect(reading.source == StubAPI.root)
        #expect(reading.mode == .normal)
        #expect(attempt.reports.all == (1...5).map { .page($0, of: 5) })
    }

    @Test("603 craft take nine requests, not counting the free one")
    func nineRequests() async throws {
        let attempt = try Attempt(StubAPI(spacecraft: Array(1...603)))
        #expect(try await attempt.fetch().catalogue.spacecraft.count == 603)
        #expect(attempt.stub.asked.count { !$0.hasPrefix("api-throttle/") } == 9)
    }

    @Test("An empty list is a catalogue without craft")
    func empty() async throws {
        #expect(try await Attempt(StubAPI(spacecraft: [])).fetch().catalogue.spacecraft.isEmpty)
    }

    @Test("The mode is asked for, and each request says what it accepts and carries the key")
    func headers() async throws {
        let stub = StubAPI(spacecraft: [1])
        #expect(try await Attempt(stub, apiKey: "s3cret").fetch(mode: .detailed).mode == .detailed)
        #expect(stub.asked.contains("spacecraft/?format=json&limit=100&mode=detailed&ordering=id"))
        let expected = [HTTPHeader("Accept", "application/json"), HTTPHeader("Authorization", "Token s3cret")]
        #expect(stub.requests.allSatisfy { $0.headers == expected })
        let anonymous = StubAPI(spacecraft: [1])
        _ = try await Attempt(anonymous).fetch()
        #expect(anonymous.requests.allSatisfy { $0.headers == [HTTPHeader("Accept", "application/json")] })
    }

    @Test("A repeated row is dropped when the list is whole all the same")
    func repeats() async throws {
        let stub = StubAPI(spacecraft: Array(1...150))
        let overlapping = (100...150).map(StubAPI.craft).joined(separator: ",")
        stub.answer(secondPage, #"{"count": 150, "next": null, "results": [\#(overlapping)]}"#)
        let reading = try await Attempt(stub).fetch()
        #expect(reading.catalogue.spacecraft.count == 150)
        #expect(reading.notes == [.repeats(kind: "spacecraft", count: 1)])
    }

    @Test("A list that changes its length while it is read is read again")
    func movedOnce() async throws {
        let stub = StubAPI(spacecraft: Array(1...150))
        stub.afterEachPage { pages, ids in if pages == 1 { ids.append(151) } }
        let attempt = try Attempt(stub)
        #expect(try await attempt.fetch().catalogue.spacecraft.count == 151)
        #expect(attempt.reports.all == [.page(1, of: 4), .restarting(attempt: 1, of: 3)] + (1...4).map { .page($0, of: 4) })
    }

    @Test("A list that keeps its length but shifts its rows is not taken for whole")
    func shifted() async throws {
        let stub = StubAPI(spacecraft: Array(2...151))
        stub.afterEachPage { pages, ids in if pages == 1 { ids = Array(1...150) } }
        let attempt = try Attempt(stub)
        #expect(try await attempt.fetch().catalogue.spacecraft.map(\.id) == Array(1...150))
        #expect(attempt.reports.all.contains(.restarting(attempt: 1, of: 3)))
    }

    @Test("A list that never stands still ends in 'try again'")
    func moving() async throws {
        let stub = StubAPI(spacecraft: Array(1...150))
        stub.afterEachPage { _, ids in ids.append(ids.count + 1) }
        #expect(
            await Attempt.failureOf(stub)
                == FetchError(
                    .tryAgain,
                    [
                        .init(
                            place: StubAPI.root, what: "the list changed each of the 4 times it was read",
                            remedy: "Try again in a few minutes")
                    ]))
        #expect(stub.asked.count { $0 == firstPage } == 4)
    }

    @Test("A fetch that takes longer than its deadline ends before the next page")
    func deadline() async throws {
        let stub = StubAPI(spacecraft: Array(1...150))
        let attempt = try Attempt(stub)
        let slow = HTTPTransport { (request) async throws(TransportError) in
            attempt.clock.pass(seconds: 301)
            return try stub.respond(to: request)
        }
        let client = LaunchLibraryClient(root: stub.root, transport: slow, clock: attempt.clock.clock())
        let error = await #expect(throws: FetchError.self) { try await client.fetch(mode: .normal) }
        #expect(error?.kind == .tryAgain)
        #expect(
            error?.description
                == "\(stub.root)\(secondPage): the fetch was not done after 600 s. Try again later, or allow it more time")
    }

    @Test("A cancelled fetch ends as one that may be tried again")
    func cancelled() async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(firstPage, [.answer(500)])
        let attempt = try Attempt(stub)
        let task = Task { await attempt.failure() }
        task.cancel()
        #expect(await task.value?.kind == .tryAgain)
    }
}

extension Attempt {
    static func failureOf(_ stub: StubAPI, apiKey: String? = nil) async -> FetchError? {
        do {
            return try await Attempt(stub, apiKey: apiKey).failure()
        } catch {
            return nil
        }
    }
}

@Suite("Fetching: servers that fail for the moment")
struct TransientFaultTests {
    @Test("A moment's failure is repeated after a pause", arguments: [500, 502, 503, 504, 524])
    func statuses(status: Int) async throws {
        let stub = StubAPI(spacecraft: Array(1...150))
        stub.fail(secondPage, [.answer(status)])
        let attempt = try Attempt(stub)
        #expect(try await attempt.fetch().catalogue.spacecraft.count == 150)
        #expect(attempt.clock.pauses == [.milliseconds(500)])
        #expect(attempt.reports.all[1] == .waiting(.milliseconds(500), reason: "answered with status \(status)"))
    }

    @Test("So is a connection that breaks or stays silent", arguments: [TransportError.Kind.interrupted, .timedOut])
    func connections(kind: TransportError.Kind) async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(families, [.transport(kind)])
        let attempt = try Attempt(stub)
        _ = try await attempt.fetch()
        #expect(attempt.clock.pauses == [.milliseconds(500)])
    }

    @Test("Pauses grow whatever chance says, and after the sixth failure it is over", arguments: [(0.0, 0.5), (0.5, 0.75), (1.0, 1.0)])
    func pauses(random: Double, factor: Double) async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(firstPage, Array(repeating: .answer(502), count: 9))
        let attempt = try Attempt(stub, random: random)
        let error = await attempt.failure()
        #expect(error?.kind == .unavailable)
        #expect(
            error?.description == StubAPI.root + firstPage
                + ": answered with status 502, 6 times. Try again later; if it stays so, see whether the API is in trouble")
        #expect(attempt.clock.pauses == [1, 2, 4, 8, 16].map { .seconds($0 * factor) })
    }

    @Test("A pause that a failing server asks for is kept, unless it ends after the deadline")
    func askedPause() async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(firstPage, [.answer(503, headers: [.init("Retry-After", "90")]), .answer(503, headers: [.init("retry-after", "511")])])
        let attempt = try Attempt(stub)
        let error = await attempt.failure()
        #expect(error?.kind == .unavailable)
        #expect(error?.problems.first?.what == "answered with status 503, 2 times")
        #expect(attempt.clock.pauses == [.seconds(90)])
    }
}

@Suite("Fetching: throttled")
struct ThrottleTests {
    @Test(
        "The wait that the API asks for is kept when it fits the deadline",
        arguments: [
            ([HTTPHeader("Retry-After", "120")], "", Duration.seconds(120)),
            ([HTTPHeader("retry-after", "Sun, 01 Mar 2026 04:03:00 GMT")], "", .seconds(180)),
            ([], #"{"detail": "Request was throttled. Expected available in 42 seconds."}"#, .seconds(42)),
            ([HTTPHeader("Retry-After", "soon")], "<html>", .milliseconds(500)),
            ([HTTPHeader("Retry-After", "0")], "", .milliseconds(500)),
        ])
    func waits(headers: [HTTPHeader], body: String, pause: Duration) async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(configurations, [.answer(429, headers: headers, body: body)])
        let attempt = try Attempt(stub)
        #expect(try await attempt.fetch().catalogue.spacecraft.count == 1)
        #expect(attempt.clock.pauses == [pause])
        #expect(attempt.reports.all.contains(.waiting(pause, reason: "throttled")))
    }

    @Test("A longer wait ends the fetch at once, with the time to come back")
    func comeBack() async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(firstPage, [.answer(429, headers: [.init("Retry-After", "2714")])])
        let attempt = try Attempt(stub, apiKey: "s3cret")
        #expect(
            await attempt.failure()
                == FetchError(
                    .tryAgain,
                    [
                        .init(
                            place: StubAPI.root + firstPage, what: "the API allows no more requests for now",
                            remedy: "Try again after 2026-03-01T04:45:14Z, or use an API key")
                    ], tryAgainAt: try time("2026-03-01T04:45:14Z")))
        #expect(attempt.clock.pauses.isEmpty)
    }

    static func throttle(limit: Int, used: Int, nextUse: Int = 0) -> String {
        """
        {"your_request_limit": \(limit), "limit_frequency_secs": 3600, "current_use": \(used), "next_use_secs": \(nextUse), "ident": "203.0.113.9"}
        """
    }

    @Test(
        "A fetch that cannot be finished is not begun, or given up after the page that shows it",
        arguments: [
            (15, 7, 0, Optional(603), "9 requests, and the API allows 8 more for now (15 in 3600 s)", "2026-03-01T05:00:00Z", 0),
            (15, 15, 240, nil, "3 requests, and the API allows 0 more for now (15 in 3600 s)", "2026-03-01T04:04:00Z", 0),
            (15, 7, 0, nil, "9 requests, and the API allows 8 more for now (15 in 3600 s)", "2026-03-01T05:00:00Z", 1),
        ])
    func budget(limit: Int, used: Int, nextUse: Int, expected: Int?, what: String, back: String, pages: Int) async throws {
        let stub = StubAPI(spacecraft: Array(1...603))
        stub.answer("api-throttle/?format=json", Self.throttle(limit: limit, used: used, nextUse: nextUse))
        let error = try await Attempt(stub).failure(expecting: expected)
        #expect(error?.kind == .tryAgain)
        #expect(error?.description == "\(StubAPI.root): the fetch needs \(what). Try again after \(back), or use an API key")
        #expect(try error?.tryAgainAt == time(back))
        #expect(stub.asked.count == 1 + pages)
    }

    @Test(
        "A fetch goes on where the budget suffices, or is not told",
        arguments: [throttle(limit: 15, used: 6), "{}", "<html>", #"{"your_request_limit": "x"}"#])
    func sufficient(answer: String) async throws {
        let stub = StubAPI(spacecraft: Array(1...603))
        stub.answer("api-throttle/?format=json", answer)
        #expect(try await Attempt(stub).fetch(expecting: 603).catalogue.spacecraft.count == 603)
    }
}

@Suite("Fetching: answers that are of no use")
struct RefusalTests {
    private static let notTheAPI = "There is no Launch Library API here; name its root, such as https://ll.thespacedevs.com/2.3.0/"
    private static let changed = "Try again; if it stays so, the API has changed, and Hangar needs an update"
    private static let wrongAPI = "Check that the address is that of a Launch Library API"
    private static let network = "Check the address and the network, or try again later"

    @Test(
        "A refusal is not repeated",
        arguments: [
            (StubAPI.Fault.answer(404), "answered with status 404. \(notTheAPI)"),
            (.answer(401, body: "s3cret"), "answered with status 401. Check the API key"),
            (.answer(403), "answered with status 403. Check the API key"),
            (.answer(400), "answered with status 400. Check the address, or see whether the API is in trouble"),
            (.answer(304), "answered with status 304. Check the address, or see whether the API is in trouble"),
            (.transport(.unreachable), "fault. \(network)"),
            (.transport(.insecure), "fault. Check the address and this machine's clock and certificates"),
            (.transport(.redirect), "fault. If the API has moved, name its new root"),
            (.transport(.notHTTP), "fault. Name the root of an API, such as https://ll.thespacedevs.com/2.3.0/"),
        ])
    func refusals(fault: StubAPI.Fault, message: String) async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(firstPage, [fault])
        let error = await Attempt.failureOf(stub, apiKey: "s3cret")
        #expect(error?.kind == .unavailable)
        #expect(error?.description == "\(StubAPI.root)\(firstPage): \(message)")
        #expect(stub.asked.count == 2)
    }

    @Test(
        "An answer that cannot be used is a data error with the address and the place in it",
        arguments: [
            ("<!doctype html>", ": answered with an HTML page instead of JSON. Check the address; a proxy or a login may stand in between"),
            ("{\n \"count\": 1,\n", ": broken JSON at line 3, column 1: the text ends where a key in quotes is expected. \(changed)"),
            ("", ": broken JSON at line 1, column 1: the text ends where a value is expected. \(changed)"),
            ("[]", ": the answer is not a page of a list: it has no count. \(changed)"),
            (#"{"count": null, "next": null, "results": []}"#, ": the answer is not a page of a list: it has no count. \(changed)"),
            (#"{"count": 1, "next": 5, "results": []}"#, ": next: expected text, found 5. \(changed)"),
            (#"{"count": 1, "next": null, "results": null}"#, ": results: expected a list, found null. \(changed)"),
            (#"{"count": 1, "next": null, "results": [7]}"#, ": results[0]: expected an object, found 7. \(changed)"),
            (
                #"{"count": 1, "next": null, "results": [{"response_mode": "list", "id": 5, "name": "Aurora"}]}"#,
                ": record 5: expected one of spacecraft, found one of spacecraft configuration families. \(changed)"
            ),
        ])
    func uselessAnswers(body: String, message: String) async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.answer(firstPage, body)
        let error = await Attempt.failureOf(stub)
        #expect(error?.kind == .data)
        #expect(error?.description == StubAPI.root + firstPage + message)
    }

    @Test("All that is wrong with a page is told at once")
    func malformedRecords() async throws {
        let stub = StubAPI(spacecraft: [1])
        let wrong = [StubAPI.craft(1), StubAPI.craft(2)].map {
            $0.replacing(#""id": 2, "name": "Capsule""#, with: #""id": "x", "name": 5"#)
        }
        stub.answer(firstPage, #"{"count": 2, "next": null, "results": [\#(wrong.joined(separator: ","))]}"#)
        let error = await Attempt.failureOf(stub)
        let url = StubAPI.root + firstPage
        #expect(
            error?.description == """
                \(url): record 1 › spacecraft_config › type › id: expected a number, found "x". \(Self.changed)
                \(url): record 1 › spacecraft_config › type › name: expected text, found 5. \(Self.changed)
                \(url): record 2 › spacecraft_config › type › id: expected a number, found "x". \(Self.changed)
                \(url): record 2 › spacecraft_config › type › name: expected text, found 5. \(Self.changed)
                """)
    }

    @Test(
        "The next page is followed only inside the API",
        arguments: [
            "https://evil.example/2.3.0/spacecraft/?offset=100", "http://stub.example/2.3.0/spacecraft/?offset=100",
            "https://stub.example:8443/2.3.0/spacecraft/", "https://stub.example/2.2.0/spacecraft/", "https://stub.example/2.3.0/../x/",
            "https://stub.example/2.3.0/%2e%2e/x/", "https://me:key@stub.example/2.3.0/spacecraft/",
            "https://stub.example@evil.example/2.3.0/",
            "//evil.example/2.3.0/", "file:///etc/passwd", "spacecraft/?offset=100", "",
        ])
    func outside(next: String) async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.answer(firstPage, #"{"count": 2, "next": "\#(next)", "results": [\#(StubAPI.craft(1))]}"#)
        let error = await Attempt.failureOf(stub)
        #expect(error?.kind == .data)
        #expect(error?.description == "\(StubAPI.root)\(firstPage): the next page is outside the API: \(next). \(Self.wrongAPI)")
        #expect(stub.asked.count == 2)
    }

    @Test("Pages that lead in a circle are noticed")
    func circle() async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.answer(firstPage, #"{"count": 3, "next": "\#(StubAPI.root)\#(firstPage)", "results": [\#(StubAPI.craft(1))]}"#)
        let error = await Attempt.failureOf(stub)
        #expect(error?.kind == .data)
        #expect(error?.description == "\(StubAPI.root)\(firstPage): the pages lead back to one that was read. \(Self.wrongAPI)")
    }

    @Test("Pages that bring nothing new do not go on for ever")
    func endless() async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.answer(firstPage, #"{"count": 3, "next": "\#(StubAPI.root)\#(secondPage)", "results": [\#(StubAPI.craft(1))]}"#)
        stub.answer(secondPage, #"{"count": 3, "next": "\#(StubAPI.root)\#(firstPage)&offset=200", "results": [\#(StubAPI.craft(1))]}"#)
        #expect(await Attempt.failureOf(stub)?.kind == .tryAgain)
        #expect(stub.asked.count == 1 + 4 * 2)
    }

    @Test("An answer that is too large is a data error")
    func tooLarge() async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(firstPage, [.transport(.tooLarge)])
        let error = await Attempt.failureOf(stub)
        #expect(error?.kind == .data)
        #expect(error?.description == "\(StubAPI.root)\(firstPage): fault. \(Self.wrongAPI)")
    }

    @Test(
        "A root that is no address of the web is refused",
        arguments: ["ftp://example.org/", "https:///2.3.0/", "https://me:key@example.org/"])
    func noAddress(root: String) async throws {
        let stub = StubAPI(spacecraft: [], root: root)
        let error = await Attempt.failureOf(stub)
        #expect(error?.kind == .unavailable)
        #expect(error?.problems.first?.what == "this is not an address of the web")
        #expect(stub.requests.isEmpty)
    }
}
