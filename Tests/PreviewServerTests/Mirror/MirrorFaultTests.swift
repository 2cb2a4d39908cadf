import Catalogue
import LaunchLibrary
import PreviewServer
import Synchronization
import TestSupport
import Testing

@Suite struct MirrorFaultTests {
    private static let firstPage = "spacecraft/?format=json&limit=100&mode=normal&ordering=id"

    /// Fetches from a mirror of 150 craft. Pauses between attempts are recorded, not waited for.
    private func fetch(
        _ faults: [MirrorFault], paused: @escaping @Sendable (Duration) -> Void = { _ in },
        transport: HTTPTransport = .curl(userAgent: "Hangar/test")
    ) async throws -> SourceCatalogue {
        let clock = FetchClock(
            now: { Timestamp(secondsSince1970: 0) }, sleep: { paused($0) }, random: { 0 })
        return try await APIMirror(snapshot: .fleet(150)).serving(faults: faults) { root in
            try await LaunchLibraryClient(root: root, transport: transport, clock: clock).fetch(mode: .normal)
        }
    }

    private func failure(_ faults: [MirrorFault]) async -> FetchError? {
        await #expect(throws: FetchError.self) { try await fetch(faults) }
    }

    @Test func otherAnswersForAsManyRequestsOfAPathAsWereSaidInTheOrderOfThePlan() async throws {
        let pauses = Mutex<[Duration]>([])
        let reading = try await fetch(
            [
                MirrorFault(.path("spacecraft/?", from: 2, times: 2), .answer(status: 502)),
                MirrorFault(.path("spacecraft/?", from: 4), .answer(status: 429, headers: ["Retry-After": "7"], body: "{}")),
            ], paused: { pause in pauses.withLock { $0.append(pause) } })
        #expect(reading.catalogue.spacecraft.count == 150)
        #expect(pauses.withLock { $0 } == [.milliseconds(500), .seconds(1), .seconds(7)])
    }

    @Test func aFaultOfTheRequestWithANumberStrikesOnceWhateverIsAskedFor() async throws {
        try await APIMirror(snapshot: Small.snapshot()).serving(faults: [MirrorFault(.request(2), .answer(status: 503, body: "later"))]) {
            root in
            for expected in ["200 OK", "503 Service Unavailable", "200 OK"] {
                let answer = try await ask(root, "GET /2.3.0/agencies/502/")
                #expect(answer.hasPrefix("HTTP/1.1 \(expected)\n"))
            }
        }
    }

    @Test func anAnswerThatComesLateIsTheRightOne() async throws {
        let reading = try await fetch([MirrorFault(.path("spacecraft/"), .delay(.milliseconds(50)))])
        #expect(reading.catalogue.spacecraft.count == 150)
    }

    @Test func aClientThatDoesNotWaitForALateAnswerHoldsNothingUp() async throws {
        var limits = TransportLimits.standard
        limits.total = .milliseconds(200)
        let error = await #expect(throws: FetchError.self) {
            try await fetch(
                [MirrorFault(.path("spacecraft/", times: 99), .delay(.seconds(3_600)))],
                transport: .curl(limits, userAgent: "Hangar/test"))
        }
        #expect(error?.kind == .unavailable)
    }

    @Test func aBodyThatIsCutOffIsFewerBytesThanItsHeaderSays() async throws {
        let reading = try await fetch([MirrorFault(.path("spacecraft/"), .cutOff(afterBytes: 1_000))])
        #expect(reading.catalogue.spacecraft.count == 150)
        let answer = try await APIMirror(snapshot: Small.snapshot()).serving(faults: [MirrorFault(.request(1), .cutOff(afterBytes: 9))]) {
            try await ask($0, "GET /2.3.0/agencies/502/", "Host: a.example")
        }
        #expect(answer == "HTTP/1.1 200 OK\nContent-Length: 124\nContent-Type: application/json\nVary: Accept\n\n{\"respons")
    }

    @Test func aBodyWithoutEndComesUntilTheClientHasHadEnough() async throws {
        let error = await failure([MirrorFault(.path("spacecraft/"), .endlessBody)])
        #expect(error?.kind == .data)
    }

    @Test func aCountThatDoesNotFitMakesTheClientReadTheListAgain() async throws {
        let asked = Mutex(0)
        let snapshot = try Snapshot.fleet(150)
        let reading = try await APIMirror(snapshot: snapshot).serving(
            faults: [MirrorFault(.path("spacecraft/?", from: 2), .wrongCount(151))],
            requested: { address in if address == Self.firstPage { asked.withLock { $0 += 1 } } },
            { try await LaunchLibraryClient(root: $0, transport: .curl(userAgent: "Hangar/test")).fetch(mode: .normal) })
        #expect(reading.catalogue == snapshot.catalogue)
        #expect(asked.withLock { $0 } == 2)
    }

    @Test func aListThatMovesBetweenPagesIsTheOtherOneFromThenOn() async throws {
        let later = try Snapshot.fleet(151)
        let reading = try await fetch([MirrorFault(.path("spacecraft/?", from: 2), .moved(to: later))])
        #expect(reading.catalogue.spacecraft.map(\.id.number) == Array(1...151))
    }

    @Test(arguments: [
        (MirrorFault.Effect.brokenJSON, "the text ends"), (.html, "answered with an HTML page instead of JSON"),
        (.answer(status: 200, body: "[1"), "the text ends where ',' or ']' is expected"),
    ])
    func answersThatAreNoPageOfTheListAreReportedAsBadData(effect: MirrorFault.Effect, words: String) async throws {
        let error = await failure([MirrorFault(.path("spacecraft/"), effect)])
        #expect(error?.kind == .data)
        #expect(error?.description.contains(words) == true)
    }

    @Test func aRedirectWithinTheAPIIsFollowed() async throws {
        let faults = [MirrorFault(.path("spacecraft/"), .redirect(to: "/2.3.0/" + Self.firstPage))]
        #expect(try await fetch(faults).catalogue.spacecraft.count == 150)
    }

    @Test func aRedirectToElsewhereIsNot() async throws {
        #expect(await failure([MirrorFault(.path("spacecraft/"), .redirect(to: "https://example.org/"))])?.kind == .unavailable)
    }
}
