import Dispatch
import Testing

@testable import HangarKit

@Suite struct FreeElsewhereTests {
    private final class Large: Sendable {
        let isFree: DispatchSemaphore
        init(_ isFree: DispatchSemaphore) { self.isFree = isFree }
        deinit { isFree.signal() }
    }

    private struct Site: Sendable {
        let parts: [Large]
    }

    @Test(.timeLimit(.minutes(1)))
    func `what was given away is freed while the giver goes on`() {
        let isFree = DispatchSemaphore(value: 0)
        let site = Site(parts: [Large(isFree), Large(isFree)])
        FreeElsewhere.free(consume site)
        for _ in 0..<2 { #expect(isFree.wait(timeout: .now() + 50) == .success) }
        #expect(isFree.wait(timeout: .now()) == .timedOut)
    }

    @Test(.timeLimit(.minutes(1)))
    func `what somebody else refers to is left to him`() {
        let isFree = DispatchSemaphore(value: 0)
        let kept = Large(isFree)
        FreeElsewhere.free(Site(parts: [kept, Large(isFree)]))
        #expect(isFree.wait(timeout: .now() + 50) == .success)
        withExtendedLifetime(kept) { #expect(isFree.wait(timeout: .now()) == .timedOut) }
    }
}
