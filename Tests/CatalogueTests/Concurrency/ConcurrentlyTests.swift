import Dispatch
import Synchronization
import Testing

@testable import Catalogue

@Suite struct ConcurrentlyTests {
    @Test(arguments: [0, 1, 499, 500, 501, 2_000])
    func `the elements of an array stand in their order`(count: Int) {
        #expect(Concurrently.array(count: count) { $0 * $0 } == (0..<count).map { $0 * $0 })
        #expect(Concurrently.array(count: count, pieceSize: 7) { "\($0)" } == (0..<count).map { "\($0)" })
    }

    @Test func `a table finds each by its id`() {
        let statuses = EntityTable([Status(id: 3, name: "c"), Status(id: 1, name: "a")])
        #expect(Concurrently.table(of: statuses, \.name) == [1: "a", 3: "c"])
    }

    @Test func `two things come out as they were asked for, each made once`() {
        let made = Mutex<[String]>([])
        let both = Concurrently.both(
            { () -> Int in
                made.withLock { $0.append("first") }
                return 1
            },
            { () -> String in
                made.withLock { $0.append("second") }
                return "two"
            })
        #expect(both == (1, "two"))
        #expect(made.withLock { $0.sorted() } == ["first", "second"])
    }

    @Test(.timeLimit(.minutes(1)))
    func `one is made beside the other`() {
        let hasBegun = DispatchSemaphore(value: 0)
        let (isSecondAtWork, second) = Concurrently.both(
            { hasBegun.wait(timeout: .now() + 50) == .success },
            { () -> Int in
                hasBegun.signal()
                return 2
            })
        #expect(isSecondAtWork)
        #expect(second == 2)
    }

    @Test(.timeLimit(.minutes(1)))
    func `work inside of work comes to its end, also where every thread is busy`() {
        let sums = Concurrently.array(count: 64, pieceSize: 1) { outer -> Int in
            let (left, right) = Concurrently.both(
                { Concurrently.array(count: 50, pieceSize: 5) { $0 + outer }.reduce(0, +) },
                { Concurrently.both({ outer }, { 1 }).0 })
            return left + right
        }
        #expect(sums == (0..<64).map { 50 * $0 + 1_225 + $0 })
    }

    @Test(.timeLimit(.minutes(1)))
    func `what is deferred is made once for all who ask`() {
        let made = Mutex(0)
        let deferred = Deferred { () -> Int in
            made.withLock { $0 += 1 }
            return 7
        }
        #expect(made.withLock { $0 } == 0)
        #expect(Concurrently.array(count: 20, pieceSize: 1) { _ in deferred.value } == Array(repeating: 7, count: 20))
        #expect(made.withLock { $0 } == 1)
    }
}
