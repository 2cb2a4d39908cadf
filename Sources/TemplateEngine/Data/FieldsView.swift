/// The fields of an object that someone else keeps alive.
struct FieldsView {
    /// Nil only where there are none.
    let start: UnsafePointer<FieldStorage.Field>?
    let count: Int
    let summary: UInt64
    let bodies: Unmanaged<SharedBodies>?

    /// The value of a name; `hint` is where it is tried first, for objects of the same kind have the same names in the same places.
    @inline(__always)
    func place(of name: Name, hint: inout UInt16) -> UnsafePointer<Value>? {
        if summary & name.bit == 0 { return nil }
        if Int(hint) < count, matches(name, at: Int(hint)) { return value(at: Int(hint)) }
        var index = 0
        while index < count {
            if matches(name, at: index) {
                hint = UInt16(truncatingIfNeeded: index)
                return value(at: index)
            }
            index += 1
        }
        return nil
    }

    @inline(__always)
    private func matches(_ name: Name, at index: Int) -> Bool {
        field(at: index).pointee.0.hash == name.hash && field(at: index).pointee.0.text == name.text
    }

    @inline(__always)
    private func field(at index: Int) -> UnsafePointer<FieldStorage.Field> { start.unsafelyUnwrapped + index }

    @inline(__always)
    private func value(at index: Int) -> UnsafePointer<Value> {
        UnsafeRawPointer(field(at: index)).advanced(by: Self.valueOffset).assumingMemoryBound(to: Value.self)
    }

    private static let valueOffset = MemoryLayout<FieldStorage.Field>.offset(of: \.1) ?? 0
}
