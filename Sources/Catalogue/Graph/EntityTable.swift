/// Entities of one kind, each once, in the order of their ids.
public struct EntityTable<E: Entity>: Sendable, Equatable, RandomAccessCollection {
    @usableFromInline let rows: [E]
    /// The numbers of the ids. They are stored beside the rows, so that a search does not copy entities.
    private let numbers: [Int]

    init() {
        rows = []
        numbers = []
    }

    /// When an id occurs more than once, the last entity is kept.
    public init(_ entities: some Sequence<E>) {
        var rows = Array(entities)
        if !rows.indices.dropFirst().allSatisfy({ rows[$0 - 1].id < rows[$0].id }) {
            var byID: [Int: E] = [:]
            for row in rows { byID[row.id.number] = row }
            rows = byID.sortedKeys.compactMap { byID[$0] }
        }
        self.rows = rows
        numbers = rows.map(\.id.number)
    }

    /// Calls the function with the place of each entity. This loop does not copy the entities.
    @inlinable package func forEachRow(_ use: (UnsafePointer<E>) -> Void) { rows.forEachElement(in: rows.indices, use) }

    /// Calls the function with the place of each entity at some positions.
    @inlinable package func forEachRow(in positions: Range<Int>, _ use: (UnsafePointer<E>) -> Void) {
        rows.forEachElement(in: positions, use)
    }

    public var startIndex: Int { rows.startIndex }
    public var endIndex: Int { rows.endIndex }
    public subscript(position: Int) -> E { rows[position] }

    /// The entity with this id, found by a binary search.
    public subscript(id id: RecordID<E>) -> E? {
        position(of: id).map { rows[$0] }
    }

    /// The place of the entity with this id, found by a binary search.
    package func position(of id: RecordID<E>) -> Int? { position(of: id.number) }

    public func contains(id: RecordID<E>) -> Bool {
        position(of: id.number) != nil
    }

    private func position(of number: Int) -> Int? {
        var low = 0
        var high = numbers.count
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] == number ? low : nil
    }
}

extension Array {
    /// Calls the function with the place of each element at some positions. This loop does not copy the elements.
    @inlinable package func forEachElement(in positions: Range<Int>, _ use: (UnsafePointer<Element>) -> Void) {
        withUnsafeBufferPointer { elements in
            guard let first = elements.baseAddress else { return }
            for position in positions { use(first + position) }
        }
    }

    /// Passes the place of an element, which is not copied.
    ///
    /// - Parameter position: a position of the array.
    @inlinable package func withElement<Result>(at position: Int, _ use: (UnsafePointer<Element>) -> Result) -> Result {
        withUnsafeBufferPointer { elements in
            // Positions are indices of the same array, whatever the records hold. Only a fault of this program ends here.
            guard elements.indices.contains(position), let first = elements.baseAddress else {
                preconditionFailure("the array has no position \(position)")
            }
            return use(first + position)
        }
    }
}

extension Dictionary where Key == Int {
    /// The keys in ascending order. An array of them is sorted, and not the pairs: the compiler makes a sort of its own for each type of
    /// element, and each kind of entities is one.
    var sortedKeys: [Int] {
        var keys = Array(keys)
        keys.sort()
        return keys
    }
}
