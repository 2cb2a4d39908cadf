import Dispatch
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Runs work on all cores. The result does not depend on the order in which the cores finish.
public enum Concurrently {
    /// Makes the elements of an array. They are made in any order.
    ///
    /// - Parameter pieceSize: the number of elements that are made in one step.
    @inlinable
    package static func array<Element: Sendable>(
        count: Int, pieceSize: Int = 500, _ make: @Sendable (Int) -> Element
    ) -> [Element] {
        array(count: count, pieceSize: pieceSize, pieces: { $0.map(make) })
    }

    /// Makes the elements of an array when those of one piece share something.
    ///
    /// - Parameter makePiece: returns one element for each number of the range, in order.
    @inlinable
    package static func array<Element: Sendable>(
        count: Int, pieceSize: Int, pieces makePiece: @Sendable (Range<Int>) -> [Element]
    ) -> [Element] {
        let pieces = (count + pieceSize - 1) / pieceSize
        let made = Mutex<[[Element]]>(Array(repeating: [], count: pieces))
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
            let elements = makePiece(piece * pieceSize..<min((piece + 1) * pieceSize, count))
            made.withLock { $0[piece] = elements }
        }
        return made.withLock { made in
            var elements: [Element] = []
            elements.reserveCapacity(count)
            for piece in made { elements.append(contentsOf: piece) }
            return elements
        }
    }

    /// Makes one element from each value of a collection. The elements are found by the ids of the values.
    @inlinable
    package static func table<Values: RandomAccessCollection & Sendable, Element: Sendable>(
        of values: Values, _ make: @Sendable (Values.Element) -> Element
    ) -> [Values.Element.ID: Element] where Values.Element: Identifiable & Sendable, Values.Index == Int {
        let first = values.startIndex
        let elements = array(count: values.count, pieceSize: 32) { make(values[first + $0]) }
        return Dictionary(uniqueKeysWithValues: zip(values.lazy.map(\.id), elements))
    }

    /// Makes two values side by side.
    ///
    /// Each of the two may itself use all cores. Therefore this does not use `concurrentPerform`: a nested call gets only its share of the
    /// cores, and with two cores that share is one.
    ///
    /// - Parameters:
    ///   - first: the longer of the two. The core that has made the second is free to help with it.
    @inlinable
    package static func both<First, Second: Sendable>(
        _ first: () -> First, _ second: @escaping @Sendable () -> Second
    ) -> (First, Second) {
        let lazy = Lazy(second)
        DispatchQueue.global().async { _ = lazy.value }
        return (first(), lazy.value)
    }

    /// Runs `work` for each number from 0 until one fails. Work that has begun is finished.
    ///
    /// - Parameters:
    ///   - pieceSize: the number of numbers that a core takes at a time. It is small enough that no core is idle at the end, and large
    ///     enough that taking them costs almost nothing.
    ///   - makeScratch: makes a value that a core reuses for all its numbers, such as a buffer.
    /// - Throws: the failure of the lowest number that failed.
    @inlinable
    package static func forEach<Scratch: ~Copyable, Failure: Error>(
        count: Int, pieceSize: Int = 16, scratch makeScratch: @Sendable () -> Scratch,
        _ work: @Sendable (Int, inout Scratch) throws(Failure) -> Void
    ) throws(Failure) {
        let next = Mutex(0)
        let failures = Mutex<[(number: Int, failure: Failure)]>([])
        DispatchQueue.concurrentPerform(iterations: coreCount) { _ in
            var scratch = makeScratch()
            while failures.withLock({ $0.isEmpty }) {
                let start = next.withLock { next in
                    defer { next += pieceSize }
                    return next
                }
                guard start < count else { return }
                for number in start..<min(start + pieceSize, count) {
                    do throws(Failure) {
                        try work(number, &scratch)
                    } catch {
                        failures.withLock { $0.append((number, error)) }
                        return
                    }
                }
            }
        }
        let first = failures.withLock { $0.min { $0.number < $1.number } }
        if let first { throw first.failure }
    }

    @usableFromInline
    static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// A value that is made on first access. Later callers wait until it is made.
///
/// The first caller makes it on its own thread, so no one waits for a free thread. It holds a lock during this time, so `make` must not
/// access this value.
public final class Lazy<Value: Sendable>: Sendable {
    @usableFromInline let make: @Sendable () -> Value
    @usableFromInline let made = Mutex<Value?>(nil)

    @inlinable
    package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    @inlinable
    package var value: Value {
        made.withLock { made in
            if let made { return made }
            let value = make()
            made = value
            return value
        }
    }
}
