import Catalogue
import LaunchLibrary
import TestSupport
import Testing

@Suite struct FetchTests {
    @Test func allPagesByIdThenConfigurationsAndFamiliesCompleteInAsFewRequestsAsTheAPIAllows() async throws {
        let attempt = try Attempt(StubAPI(spacecraft: Array(1...250)))
        let reading = try await attempt.fetch()
        #expect(
            attempt.stub.asked == [
                "api-throttle/?format=json", Address.firstPage, Address.firstPage + "&offset=99", Address.firstPage + "&offset=198",
                Address.configurations, Address.families,
            ])
        #expect(reading.catalogue.spacecraft.map(\.id.number) == Array(1...250))
        #expect(reading.catalogue.configurations[id: 61]?.details?.capability == "Crew")
        #expect(reading.catalogue.families.map(\.name) == ["Aurora"])
        #expect(reading.warnings.isEmpty)
        #expect(reading.notes.isEmpty)
        #expect(try reading.asOf == .fetched(time("2026-03-01T04:00:00Z")))
        #expect(reading.source == StubAPI.root)
        #expect(reading.mode == .normal)
        #expect(attempt.reports.all == (1...5).map { .page($0, of: 5) })
    }

    @Test(arguments: [(1, 3), (100, 3), (101, 4), (199, 4), (200, 5), (603, 9), (694, 9), (695, 10)])
    func of603CraftTakeNineRequestsNotCountingTheFreeOneEachPageButTheFirstRepeatsOneRecord(craft: Int, requests: Int) async throws {
        let attempt = try Attempt(StubAPI(spacecraft: Array(1...craft)))
        let reading = try await attempt.fetch()
        #expect(reading.catalogue.spacecraft.count == craft)
        #expect(reading.notes.isEmpty)
        #expect(attempt.stub.asked.count { !$0.hasPrefix("api-throttle/") } == requests)
        #expect(attempt.reports.all == (1...requests).map { .page($0, of: requests) })
    }

    @Test func anEmptyListIsACatalogueWithoutCraft() async throws {
        #expect(try await Attempt(StubAPI(spacecraft: [])).fetch().catalogue.spacecraft.isEmpty)
    }

    @Test func theModeIsAskedForAndEachRequestSaysWhatItAcceptsAndCarriesTheKey() async throws {
        let stub = StubAPI(spacecraft: [1])
        #expect(try await Attempt(stub, apiKey: "s3cret").fetch(mode: .detailed).mode == .detailed)
        #expect(stub.asked.contains("spacecraft/?format=json&limit=100&mode=detailed&ordering=id"))
        let expected = [HTTPHeader("Accept", "application/json"), HTTPHeader("Authorization", "Token s3cret")]
        #expect(stub.requests.allSatisfy { $0.headers == expected })
        let anonymous = StubAPI(spacecraft: [1])
        _ = try await Attempt(anonymous).fetch()
        #expect(anonymous.requests.allSatisfy { $0.headers == [HTTPHeader("Accept", "application/json")] })
    }

    @Test func aFetchThatTakesLongerThanItsDeadlineEndsBeforeTheNextPage() async throws {
        let stub = StubAPI(spacecraft: Array(1...150))
        let attempt = try Attempt(stub)
        let slow = HTTPTransport { (request) async throws(TransportError) in
            attempt.clock.pass(seconds: 301)
            return try await stub.transport.send(request)
        }
        let client = LaunchLibraryClient(root: stub.root, transport: slow, clock: attempt.clock.clock())
        let error = await #expect(throws: FetchError.self) { try await client.fetch(mode: .normal) }
        #expect(error?.kind == .tryAgain)
        #expect(
            error?.description
                == "\(stub.root)\(Address.secondPage): the fetch was not done after 600 s. Try again later, or allow it more time")
    }

    @Test func aCancelledFetchEndsAsOneThatMayBeTriedAgain() async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(Address.firstPage, [.answer(500)])
        let attempt = try Attempt(stub)
        let task = Task { await attempt.failure() }
        task.cancel()
        #expect(await task.value?.kind == .tryAgain)
    }
}
