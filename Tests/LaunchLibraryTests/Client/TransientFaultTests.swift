import LaunchLibrary
import TestSupport
import Testing

@Suite struct TransientFaultTests {
    @Test(arguments: [500, 502, 503, 504, 524])
    func aMomentsFailureIsRepeatedAfterAPause(status: Int) async throws {
        let stub = StubAPI(spacecraft: Array(1...150))
        stub.fail(Address.secondPage, [.answer(status)])
        let attempt = try Attempt(stub)
        #expect(try await attempt.fetch().catalogue.spacecraft.count == 150)
        #expect(attempt.clock.pauses == [.milliseconds(500)])
        #expect(attempt.reports.all[1] == .waiting(.milliseconds(500), reason: "answered with status \(status)"))
    }

    @Test(arguments: [TransportError.Kind.interrupted, .timedOut])
    func soIsAConnectionThatBreaksOrStaysSilent(kind: TransportError.Kind) async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(Address.families, [.transport(kind)])
        let attempt = try Attempt(stub)
        _ = try await attempt.fetch()
        #expect(attempt.clock.pauses == [.milliseconds(500)])
    }

    @Test(arguments: [(0.0, 0.5), (0.5, 0.75), (1.0, 1.0)])
    func pausesGrowWhateverChanceSaysAndAfterTheSixthFailureItIsOver(random: Double, factor: Double) async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(Address.firstPage, Array(repeating: .answer(502), count: 9))
        let attempt = try Attempt(stub, random: random)
        let error = await attempt.failure()
        #expect(error?.kind == .unavailable)
        #expect(
            error?.description == StubAPI.root + Address.firstPage
                + ": answered with status 502, 6 times. Try again later; if it stays so, see whether the API is in trouble")
        #expect(attempt.clock.pauses == [1, 2, 4, 8, 16].map { .seconds($0 * factor) })
    }

    @Test func aPauseThatAFailingServerAsksForIsKeptUnlessItEndsAfterTheDeadline() async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(
            Address.firstPage, [.answer(503, headers: [.init("Retry-After", "90")]), .answer(503, headers: [.init("retry-after", "511")])])
        let attempt = try Attempt(stub)
        let error = await attempt.failure()
        #expect(error?.kind == .unavailable)
        #expect(error?.problems.first?.what == "answered with status 503, 2 times")
        #expect(attempt.clock.pauses == [.seconds(90)])
    }
}
