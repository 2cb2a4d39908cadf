import Dispatch
import Support
import Synchronization
import Testing

@Suite struct LazyTableTests {
    @Test func elementsAreMadeInGroupsOfNeighboursWhenOneOfThemIsRead() {
        let made = Mutex<[Int]>([])
        let table = LazyTable(count: 40) { number in
            made.withLock { $0.append(number) }
            return "element \(number)"
        }

        #expect(made.withLock { $0 } == [])
        #expect(table[20] == "element 20")
        #expect(made.withLock { $0 } == Array(16..<32))
        #expect(table[39] == "element 39")
        #expect(table[31] == "element 31")
        #expect(made.withLock { $0 } == Array(16..<32) + Array(32..<40))
    }

    @Test func eachElementIsMadeOnceWhenAllCoresReadAllElements() {
        let counts = Mutex(Array(repeating: 0, count: 500))
        let table = LazyTable(count: 500) { number in
            counts.withLock { $0[number] += 1 }
            return [number]
        }

        DispatchQueue.concurrentPerform(iterations: 8) { reader in
            for step in 0..<500 {
                let number = (step + reader * 61) % 500
                #expect(table[number] == [number])
            }
        }

        #expect(counts.withLock { $0 } == Array(repeating: 1, count: 500))
    }

    @Test func elementsAreFreedWithTheTable() {
        final class Element: Sendable {}
        weak var freed: Element?
        do {
            let table = LazyTable(count: 3) { _ in Element() }
            freed = table[1]
            #expect(freed != nil)
        }

        #expect(freed == nil)
    }
}
