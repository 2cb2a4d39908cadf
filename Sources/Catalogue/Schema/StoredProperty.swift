/// A stored property of a record, optional or not. It is set and read by its offset in memory, because a key path takes ten times as long.
public struct StoredProperty<R, Value>: Sendable {
    @usableFromInline let offset: Int
    @usableFromInline package let isOptional: Bool

    init(_ path: any WritableKeyPath<R, Value> & Sendable) {
        self.init(path, isOptional: false)
    }

    init(_ path: any WritableKeyPath<R, Value?> & Sendable) {
        self.init(path, isOptional: true)
    }

    fileprivate init(_ path: PartialKeyPath<R>, isOptional: Bool) {
        // A schema is a constant of the program, and the tests make every schema.
        guard let offset = MemoryLayout<R>.offset(of: path) else { preconditionFailure("\(path) is not a stored property") }
        self.offset = offset
        self.isOptional = isOptional
    }

    @inlinable @inline(__always) package func value(in record: UnsafePointer<R>) -> Value? {
        let place = UnsafeRawPointer(record) + offset
        return isOptional ? place.assumingMemoryBound(to: Value?.self).pointee : place.assumingMemoryBound(to: Value.self).pointee
    }

    @inlinable @inline(__always) package func set(_ value: Value, in record: UnsafeMutablePointer<R>) {
        let place = UnsafeMutableRawPointer(record) + offset
        if isOptional {
            place.assumingMemoryBound(to: Value?.self).pointee = value
        } else {
            place.assumingMemoryBound(to: Value.self).pointee = value
        }
    }

    package func value(of record: R) -> Value? {
        withUnsafePointer(to: record) { value(in: $0) }
    }
}

extension StoredProperty where Value == Int {
    /// The property of an id, as the number that the API writes. In memory an id is its number and nothing else.
    init<Subject>(number path: any WritableKeyPath<R, RecordID<Subject>> & Sendable) {
        self.init(path, isOptional: false)
    }

    init<Subject>(number path: any WritableKeyPath<R, RecordID<Subject>?> & Sendable) {
        self.init(path, isOptional: true)
    }
}

/// A stored property that holds ids, as the numbers that the API writes.
package struct IDListProperty<R>: Sendable {
    private let read: @Sendable (UnsafePointer<R>) -> [Int]
    private let write: @Sendable ([Int], UnsafeMutablePointer<R>) -> Void

    init<Subject>(_ path: any WritableKeyPath<R, [RecordID<Subject>]> & Sendable) {
        let property = StoredProperty<R, [RecordID<Subject>]>(path)
        read = { property.value(in: $0)?.map(\.number) ?? [] }
        write = { property.set($0.map { RecordID($0) }, in: $1) }
    }

    package func value(in record: UnsafePointer<R>) -> [Int] { read(record) }

    package func set(_ numbers: [Int], in record: UnsafeMutablePointer<R>) { write(numbers, record) }

    package func value(of record: R) -> [Int] {
        withUnsafePointer(to: record) { value(in: $0) }
    }
}
