/// The fields of an object, in memory whose place does not change while this lives: rendering points into it instead of counting
/// references, of which the values that all pages share would have very many.
///
/// `@unchecked Sendable`: only `Object` writes here, and only while it holds the one reference.
final class FieldStorage: @unchecked Sendable {
    private(set) var count = 0
    private(set) var names: UnsafeMutablePointer<Name>
    private(set) var values: UnsafeMutablePointer<Value>
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        names = .allocate(capacity: capacity)
        values = .allocate(capacity: capacity)
    }

    init(copying other: FieldStorage, capacity: Int) {
        self.capacity = max(capacity, other.count)
        names = .allocate(capacity: self.capacity)
        values = .allocate(capacity: self.capacity)
        names.initialize(from: other.names, count: other.count)
        values.initialize(from: other.values, count: other.count)
        count = other.count
    }

    deinit {
        names.deinitialize(count: count)
        values.deinitialize(count: count)
        names.deallocate()
        values.deallocate()
    }

    func append(_ name: Name, _ value: Value) {
        if count == capacity {
            capacity = 2 * capacity + 1
            names = Self.moved(names, count: count, capacity: capacity)
            values = Self.moved(values, count: count, capacity: capacity)
        }
        (names + count).initialize(to: name)
        (values + count).initialize(to: value)
        count += 1
    }

    func remove(at index: Int) {
        Self.close(names, at: index, count: count)
        Self.close(values, at: index, count: count)
        count -= 1
    }

    private static func moved<Element>(_ old: UnsafeMutablePointer<Element>, count: Int, capacity: Int) -> UnsafeMutablePointer<Element> {
        let new = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        new.moveInitialize(from: old, count: count)
        old.deallocate()
        return new
    }

    private static func close<Element>(_ elements: UnsafeMutablePointer<Element>, at index: Int, count: Int) {
        (elements + index).deinitialize(count: 1)
        (elements + index).moveInitialize(from: elements + index + 1, count: count - index - 1)
    }
}
