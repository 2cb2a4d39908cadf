import Dispatch
import Synchronization
import Testing

@testable import Support

@Suite struct ConcurrentlyTests {
    @Test(arguments: [0, 1, 499, 500, 501, 2_000])
    func theElementsOfAnArrayStandInTheirOrder(count: Int) {
        #expect(Concurrently.array(count: count) { $0 * $0 } == (0..<count).map { $0 * $0 })
        #expect(Concurrently.array(count: count, pieceSize: 7) { "\($0)" } == (0..<count).map { "\($0)" })
    }

    @Test func aTableFindsEachByItsId() {
        struct Craft: Identifiable {
            let id: Int
            let name: String
        }
        let craft = [Craft(id: 9, name: "z"), Craft(id: 3, name: "c"), Craft(id: 1, name: "a")]
        #expect(Concurrently.table(of: craft, \.name) == [1: "a", 3: "c", 9: "z"])
        #expect(Concurrently.table(of: craft.dropFirst(), \.name) == [1: "a", 3: "c"])
    }

    @Test func twoThingsComeOutAsTheyWereAskedForEachMadeOnce() {
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

    @Test(.timeLimit(.minutes(60)))
    func oneIsMadeBesideTheOther() {
        let hasBegun = DispatchSemaphore(value: 0)
        let (isSecondAtWork, second) = Concurrently.both(
            { hasBegun.wait(timeout: .now() + 500) == .success },
            { () -> Int in
                hasBegun.signal()
                return 2
            })
        #expect(isSecondAtWork)
        #expect(second == 2)
    }

    @Test(.timeLimit(.minutes(60)))
    func workInsideOfWorkComesToItsEndAlsoWhereEveryThreadIsBusy() {
        let sums = Concurrently.array(count: 64, pieceSize: 1) { outer -> Int in
            let (left, right) = Concurrently.both(
                { Concurrently.array(count: 50, pieceSize: 5) { $0 + outer }.reduce(0, +) },
                { Concurrently.both({ outer }, { 1 }).0 })
            return left + right
        }
        #expect(sums == (0..<64).map { 50 * $0 + 1_225 + $0 })
    }

    @Test(.timeLimit(.minutes(60)))
    func aLazyValueIsMadeOnceForAllWhoAsk() {
        let made = Mutex(0)
        let lazy = Lazy { () -> Int in
            made.withLock { $0 += 1 }
            return 7
        }
        #expect(made.withLock { $0 } == 0)
        #expect(Concurrently.array(count: 20, pieceSize: 1) { _ in lazy.value } == Array(repeating: 7, count: 20))
        #expect(made.withLock { $0 } == 1)
    }

    @Test(arguments: [0, 1, 16, 1_000])
    func workForEachNumberIsDoneOnce(count: Int) {
        let done = Mutex<[Int]>([])
        Concurrently.forEach(count: count, scratch: { 0 }) { number, uses in
            uses += 1
            done.withLock { $0.append(number) }
        }
        #expect(done.withLock { $0.sorted() } == Array(0..<count))
    }

    @Test func aFailureEndsTheWorkWhatHasBegunIsFinished() {
        struct Fault: Error, Equatable {}
        let done = Mutex<Set<Int>>([])
        #expect(throws: Fault()) {
            try Concurrently.forEach(count: 1_000_000, pieceSize: 16, scratch: {}) { (number, _) throws(Fault) in
                if number == 40 { throw Fault() }
                done.withLock { _ = $0.insert(number) }
            }
        }
        #expect(done.withLock { $0.isSuperset(of: 0..<40) && $0.count < 999_999 && !$0.contains(41) })
    }
}
