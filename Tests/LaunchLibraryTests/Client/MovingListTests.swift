import Catalogue
import LaunchLibrary
import TestSupport
import Testing

/// A list that changes before its next page is made. However the change shows, everything is read again.
@Suite struct MovingListTests {
    /// The list before and after its first page was made, and how the change shows.
    struct Move: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let before: [Int]
        let after: [Int]
        let sign: String

        init(_ name: String, before: [Int] = Array(1...150), after: [Int], _ sign: String) {
            testDescription = name
            self.before = before
            self.after = after
            self.sign = sign
        }
    }

    private static let elsewhere = "page 2 of the spacecraft does not go on where page 1 ended: it"

    static let moves: [Move] = [
        Move("one is added at the end", after: Array(1...151), "page 2 counts 151 spacecraft, and page 1 counted 150"),
        Move("one goes", after: Array(2...150), "page 2 counts 149 spacecraft, and page 1 counted 150"),
        Move("all but a page are gone", after: Array(1...50), "page 2 counts 50 spacecraft, and page 1 counted 150"),
        Move(
            "one that was read goes, one is added at the end", after: Array(2...151), "\(elsewhere) begins with number 101 and not with 100"
        ),
        Move(
            "the last that was read goes, one is added at the end", after: Array(1...99) + Array(101...151),
            "\(elsewhere) begins with number 101 and not with 100"),
        Move(
            "one comes before the place that was reached, the last goes", before: Array(2...151), after: Array(1...150),
            "\(elsewhere) begins with number 100 and not with 101"),
    ]

    @Test(arguments: moves)
    func aRecordThatComesOrGoesBeforeTheNextPageIsNoticedAlsoWhereTheCountStaysTheSame(_ move: Move) async throws {
        let stub = StubAPI(spacecraft: move.before) { pages, ids in if pages == 1 { ids = move.after } }
        let attempt = try Attempt(stub)
        #expect(try await attempt.fetch().catalogue.spacecraft.map(\.id.number) == move.after)
        let pages = move.after.count > 100 ? 4 : 3
        #expect(
            attempt.reports.all == [.page(1, of: 4), .restarting(attempt: 1, of: 3, because: move.sign)]
                + (1...pages).map { .page($0, of: pages) })
    }

    @Test func betweenAnyTwoPagesNotOnlyAfterTheFirst() async throws {
        let stub = StubAPI(spacecraft: Array(1...250)) { pages, ids in if pages == 2 { ids = Array(1...16) + Array(18...251) } }
        let attempt = try Attempt(stub)
        #expect(try await attempt.fetch().catalogue.spacecraft.map(\.id.number) == Array(1...16) + Array(18...251))
        #expect(
            attempt.reports.all[2]
                == .restarting(
                    attempt: 1, of: 3,
                    because: "page 3 of the spacecraft does not go on where page 2 ended: it begins with number 200 and not with 199"))
    }

    @Test func whatComesAndGoesBehindThePlaceThatWasReachedIsReadAsItThenIs() async throws {
        let later = Array(1...119) + Array(121...151)
        let stub = StubAPI(spacecraft: Array(1...150)) { pages, ids in if pages == 1 { ids = later } }
        let attempt = try Attempt(stub)
        #expect(try await attempt.fetch().catalogue.spacecraft.map(\.id.number) == later)
        #expect(attempt.reports.all == (1...4).map { .page($0, of: 4) })
    }

    @Test func whatCannotBeSeenOneThatComesAndOneThatGoesBothBeforeThePlaceThatWasReached() async throws {
        let even = (1...150).map { $0 * 2 }
        let stub = StubAPI(spacecraft: even) { pages, ids in if pages == 1 { ids = [1] + even.dropFirst() } }
        let attempt = try Attempt(stub)
        #expect(try await attempt.fetch().catalogue.spacecraft.map(\.id.number) == even)
        #expect(attempt.reports.all == (1...4).map { .page($0, of: 4) })
    }

    /// Pages that do not fit together at any request.
    struct Misfit: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let pages: [String: String]
        let sign: String

        init(_ name: String, first: String = MovingListTests.page(1...100, next: Address.afterFirstPage), second: String, _ sign: String) {
            testDescription = name
            pages = [Address.firstPage: first, Address.secondPage: second]
            self.sign = sign
        }
    }

    /// - Parameter next: the address of the next page.
    private static func page(_ ids: some Sequence<Int>, count: Int = 150, next: String? = nil) -> String {
        StubAPI.page(ids.map(StubAPI.craft), count: count, next: next.map { "\"\($0)\"" } ?? "null")
    }

    private static let address = StubAPI.root + Address.firstPage

    static let misfits: [Misfit] = [
        Misfit("another count", second: page(100...150, count: 152), "page 2 counts 152 spacecraft, and page 1 counted 150"),
        Misfit("a page from elsewhere", second: page(101...151), "\(elsewhere) begins with number 101 and not with 100"),
        Misfit("an empty page", second: page([]), "\(elsewhere) is empty"),
        Misfit(
            "a record that was read before", second: page([100, 101, 7] + (102...150)),
            "page 2 of the spacecraft holds number 7, which has its place before it"),
        Misfit(
            "a record that should have been read before",
            first: page((1...99) + [300], next: Address.afterFirstPage), second: page([300, 301, 250]),
            "page 2 of the spacecraft holds number 250, which has its place before it"),
        Misfit(
            "a record twice on one page", second: page([100, 101, 101] + (102...149)),
            "page 2 of the spacecraft holds number 101, which has its place before it"),
        Misfit(
            "a short page in the middle", first: page(1...98, next: Address.afterFirstPage), second: page(100...150),
            "98 spacecraft came on the pages up to 1, and the next begins after 100"),
        Misfit(
            "a next page that passes something over", first: page(1...100, next: address + "&offset=110"), second: page([]),
            "100 spacecraft came on the pages up to 1, and the next begins after 110"),
        Misfit("a last page that is too short", second: page(100...149), "149 of 150 spacecraft came"),
        Misfit("a last page that is too long", second: page(100...151), "151 of 150 spacecraft came"),
        Misfit("a last page that comes too early", first: page(1...100), second: page([]), "100 of 150 spacecraft came"),
        Misfit(
            "a page after the last", second: page(100...150, next: address + "&offset=150"),
            "page 2 ends the 150 spacecraft that it counts, and there is a next one"),
        Misfit(
            "a page with nothing new", second: page([100], next: StubAPI.root + "spacecraft/?page=3"),
            "page 2 of the spacecraft brings nothing new, and there is a next one"),
    ]

    @Test(arguments: misfits)
    func pagesThatDoNotFitTogetherAreReadFourTimesThenItIsToBeTriedLaterAndTheLastSignIsReported(_ misfit: Misfit) async throws {
        let stub = StubAPI(spacecraft: [])
        for (address, body) in misfit.pages { stub.answer(address, body) }
        let attempt = try Attempt(stub)
        #expect(
            await attempt.failure()
                == FetchError(
                    .tryAgain,
                    [
                        .init(
                            place: StubAPI.root, what: "the list changed each of the 4 times it was read; the last time, \(misfit.sign)",
                            remedy: "Try again in a few minutes")
                    ]))
        #expect(stub.asked.count { $0 == Address.firstPage } == 4)
        #expect(
            attempt.reports.all.filter { if case .restarting = $0 { true } else { false } }
                == (1...3).map { .restarting(attempt: $0, of: 3, because: misfit.sign) })
    }

    @Test func theListsByNameHaveNoSuchPlaceAndGoByCountAndRepeats() async throws {
        let stub = StubAPI(spacecraft: [1])
        let next = #""\#(StubAPI.root)\#(Address.configurations)&offset=100""#
        let first = (1...100).map(StubAPI.configuration)
        stub.answer(Address.configurations, StubAPI.page(first.reversed(), count: 102, next: next))
        stub.answer(Address.configurations + "&offset=100", StubAPI.page([102, 101].map(StubAPI.configuration), count: 102))
        #expect(try await Attempt(stub).fetch().catalogue.configurations.count == 102)
        stub.answer(Address.configurations + "&offset=100", StubAPI.page([102, 7].map(StubAPI.configuration), count: 102))
        let error = await Attempt.failureOf(stub)
        #expect(
            error?.problems.first?.what == "the list changed each of the 4 times it was read; the last time, "
                + "page 2 of the spacecraft configurations holds number 7, which has its place before it")
    }

    @Test func aServerThatGivesFewerRecordsAtOnceOrNamesItsPagesInAnotherWayIsReadWholeAllTheSame() async throws {
        let small = StubAPI(spacecraft: Array(1...150), pageSize: 60)
        #expect(try await Attempt(small).fetch().catalogue.spacecraft.map(\.id.number) == Array(1...150))
        #expect(small.asked.dropFirst().prefix(3).map { $0.split(separator: "&").last } == ["ordering=id", "offset=59", "offset=118"])
        let named = StubAPI(spacecraft: [])
        named.answer(Address.firstPage, Self.page(1...100, next: StubAPI.root + "spacecraft/?page=2"))
        named.answer("spacecraft/?page=2", Self.page(101...150))
        #expect(try await Attempt(named).fetch().catalogue.spacecraft.map(\.id.number) == Array(1...150))
    }

    @Test func whereTheAPIDoesNotSayWhatItAllowsAndRefusesTheSecondReadingTheMessageSaysWhyItWasReadAgain() async throws {
        let stub = StubAPI(spacecraft: Array(1...150)) { pages, ids in
            if pages == 1 { ids = Array(2...151) }
        }
        stub.fail(Address.configurations, [.answer(429, headers: [.init("Retry-After", "3000")])])
        let error = await Attempt.failureOf(stub)
        #expect(error?.kind == .tryAgain)
        #expect(
            error?.description == "\(StubAPI.root)\(Address.configurations): the API allows no more requests for now, "
                + "after the list had changed while it was read. Try again after 2026-03-01T04:50:00Z, or use an API key")
    }

    @Test func theListIsNotReadAgainWhereTheAPIDoesNotAllowThatManyRequestsWhatItAllowsIsAskedAgain() async throws {
        let stub = StubAPI(spacecraft: Array(1...603)) { pages, ids in if pages == 6 { ids = Array(2...604) } }
        stub.fail("api-throttle/", [0, 7].map { .answer(200, body: ThrottleTests.throttle(limit: 15, used: $0)) })
        let attempt = try Attempt(stub)
        #expect(
            await attempt.failure(expecting: 603)
                == FetchError(
                    .tryAgain,
                    [
                        .init(
                            place: StubAPI.root,
                            what: "the list changed while it was read (page 7 of the spacecraft does not go on where page 6 ended: "
                                + "it begins with number 596 and not with 595); to read it again needs 9 requests, "
                                + "and the API allows 8 more for now (15 in 3600 s)",
                            remedy: "Try again after 2026-03-01T05:00:00Z, or use an API key")
                    ], tryAgainAt: try time("2026-03-01T05:00:00Z")))
        #expect(stub.asked.count { $0.hasPrefix("spacecraft/") } == 7)
        #expect(stub.asked.last == "api-throttle/?format=json")
    }
}
