import Catalogue
import Dispatch
import Synchronization

enum Concurrently {
    /// Makes the elements of an array on all cores; each may be made before or after any other.
    ///
    /// - Parameter pieceSize: so many are made in one go.
    static func array<Element: Sendable>(count: Int, pieceSize: Int = 500, _ make: @Sendable (Int) -> Element) -> [Element] {
        let pieces = (count + pieceSize - 1) / pieceSize
        let made = Mutex<[[Element]]>(Array(repeating: [], count: pieces))
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
            let elements = (piece * pieceSize..<min((piece + 1) * pieceSize, count)).map(make)
            made.withLock { $0[piece] = elements }
        }
        return made.withLock { Array($0.joined()) }
    }

    /// Makes something of each entity on all cores; found by the entities' ids.
    static func table<E: Entity, Element: Sendable>(of entities: EntityTable<E>, _ make: @Sendable (E) -> Element) -> [Int: Element] {
        let elements = array(count: entities.count, pieceSize: 32) { make(entities[$0]) }
        return Dictionary(uniqueKeysWithValues: zip(entities.lazy.map(\.id), elements))
    }
}
