import Dispatch
import Synchronization

/// Work on all cores. What comes out does not depend on which of it was done first.
package enum Concurrently {
    /// Makes the elements of an array, in pieces; each may be made before or after any other.
    ///
    /// - Parameter pieceSize: so many are made in one go.
    package static func array<Element: Sendable>(
        count: Int, pieceSize: Int = 500, _ make: @Sendable (Int) -> Element
    ) -> [Element] {
        let pieces = (count + pieceSize - 1) / pieceSize
        let made = Mutex<[[Element]]>(Array(repeating: [], count: pieces))
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
            let elements = (piece * pieceSize..<min((piece + 1) * pieceSize, count)).map(make)
            made.withLock { $0[piece] = elements }
        }
        return made.withLock { Array($0.joined()) }
    }

    /// Makes something of each entity; found by the entities' ids.
    package static func table<E: Entity, Element: Sendable>(of entities: EntityTable<E>, _ make: @Sendable (E) -> Element) -> [Int: Element]
    {
        let elements = array(count: entities.count, pieceSize: 32) { make(entities[$0]) }
        return Dictionary(uniqueKeysWithValues: zip(entities.lazy.map(\.id), elements))
    }

    /// Makes two things side by side.
    ///
    /// Each may itself make things on all cores. That is why this is not `concurrentPerform`: one inside of another gets only its share of the
    /// cores, which on two is one.
    ///
    /// - Parameters:
    ///   - first: the longer of the two: the core that has made the second is free to help with it.
    package static func both<First, Second: Sendable>(
        _ first: () -> First, _ second: @escaping @Sendable () -> Second
    ) -> (First, Second) {
        let deferred = Deferred(second)
        DispatchQueue.global().async { _ = deferred.value }
        return (first(), deferred.value)
    }
}
