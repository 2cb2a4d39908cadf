import LaunchLibrary
import TestSupport
import Testing

@Suite struct ThrottleTests {
    @Test(arguments: [
        ([HTTPHeader("Retry-After", "120")], "", Duration.seconds(120)),
        ([HTTPHeader("retry-after", "Sun, 01 Mar 2026 04:03:00 GMT")], "", .seconds(180)),
        ([], #"{"detail": "Request was throttled. Expected available in 42 seconds."}"#, .seconds(42)),
        ([HTTPHeader("Retry-After", "soon")], "<html>", .milliseconds(500)),
        ([HTTPHeader("Retry-After", "0")], "", .milliseconds(500)),
    ])
    func theWaitThatTheAPIAsksForIsKeptWhenItFitsTheDeadline(headers: [HTTPHeader], body: String, pause: Duration) async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(Address.configurations, [.answer(429, headers: headers, body: body)])
        let attempt = try Attempt(stub)
        #expect(try await attempt.fetch().catalogue.spacecraft.count == 1)
        #expect(attempt.clock.pauses == [pause])
        #expect(attempt.reports.all.contains(.waiting(pause, reason: "throttled")))
    }

    @Test func aLongerWaitEndsTheFetchAtOnceWithTheTimeToComeBack() async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(Address.firstPage, [.answer(429, headers: [.init("Retry-After", "2714")])])
        let attempt = try Attempt(stub, apiKey: "s3cret")
        #expect(
            await attempt.failure()
                == FetchError(
                    .tryAgain,
                    [
                        .init(
                            place: StubAPI.root + Address.firstPage, what: "the API allows no more requests for now",
                            remedy: "Try again after 2026-03-01T04:45:14Z, or use an API key")
                    ], tryAgainAt: try time("2026-03-01T04:45:14Z")))
        #expect(attempt.clock.pauses.isEmpty)
    }

    @Test func whereTheAPINamesNoTimeToComeBackThereIsNone() async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(Address.firstPage, Array(repeating: .answer(429), count: 20))
        let error = await Attempt.failureOf(stub)
        #expect(
            error?.description
                == "\(StubAPI.root)\(Address.firstPage): the API allows no more requests for now. Try again later, or use an API key")
        #expect(error?.tryAgainAt == nil)
    }

    static func throttle(limit: Int, used: Int, nextUse: Int = 0) -> String {
        """
        {"your_request_limit": \(limit), "limit_frequency_secs": 3600, "current_use": \(used), "next_use_secs": \(nextUse), "ident": "203.0.113.9"}
        """
    }

    @Test(arguments: [
        (15, 7, 0, Optional(603), "9 requests, and the API allows 8 more for now (15 in 3600 s)", "2026-03-01T05:00:00Z", 0),
        (15, 15, 240, nil, "3 requests, and the API allows 0 more for now (15 in 3600 s)", "2026-03-01T04:04:00Z", 0),
        (15, 7, 0, nil, "9 requests, and the API allows 8 more for now (15 in 3600 s)", "2026-03-01T05:00:00Z", 1),
    ])
    func aFetchThatCannotBeFinishedIsNotBegunOrGivenUpAfterThePageThatShowsIt(
        limit: Int, used: Int, nextUse: Int, expected: Int?, what: String, back: String, pages: Int
    ) async throws {
        let stub = StubAPI(spacecraft: Array(1...603))
        stub.answer("api-throttle/?format=json", Self.throttle(limit: limit, used: used, nextUse: nextUse))
        let error = try await Attempt(stub).failure(expecting: expected)
        #expect(error?.kind == .tryAgain)
        #expect(error?.description == "\(StubAPI.root): the fetch needs \(what). Try again after \(back), or use an API key")
        #expect(try error?.tryAgainAt == time(back))
        #expect(stub.asked.count == 1 + pages)
    }

    @Test(arguments: [throttle(limit: 15, used: 6), "{}", "<html>", #"{"your_request_limit": "x"}"#])
    func aFetchGoesOnWhereTheBudgetSufficesOrIsNotReported(answer: String) async throws {
        let stub = StubAPI(spacecraft: Array(1...603))
        stub.answer("api-throttle/?format=json", answer)
        #expect(try await Attempt(stub).fetch(expecting: 603).catalogue.spacecraft.count == 603)
    }
}
