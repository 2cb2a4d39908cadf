/// A stored property of a record, optional or not. It is set and read by its offset in memory, because a key path takes ten times as long.
package struct StoredProperty<R, Value>: Sendable {
    @usableFromInline let offset: Int
    package let isOptional: Bool

    init(_ path: any WritableKeyPath<R, Value> & Sendable) {
        self.init(path, isOptional: false)
    }

    init(_ path: any WritableKeyPath<R, Value?> & Sendable) {
        self.init(path, isOptional: true)
    }

    private init(_ path: PartialKeyPath<R>, isOptional: Bool) {
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
