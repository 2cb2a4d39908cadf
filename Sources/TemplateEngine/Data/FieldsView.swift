/// The fields of an object that someone else keeps alive.
struct FieldsView {
    /// Nil only where there are none.
    let start: UnsafePointer<FieldStorage.Field>?
    let count: Int
    let summary: UInt64
    let bodies: Unmanaged<SharedBodies>?

    /// The value of a name; `hint` is where it is tried first, for objects of the same kind have the same names in the same places.
    @inline(__always)
    func place(of name: FieldName, hint: inout UInt16) -> UnsafePointer<TemplateValue>? {
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
    private func matches(_ name: FieldName, at index: Int) -> Bool {
        let field = UnsafeRawPointer(field(at: index)).assumingMemoryBound(to: FieldName.self)
        return field.pointee.hash == name.hash && FieldName.isText(of: field, equalTo: name)
    }

    @inline(__always)
    private func field(at index: Int) -> UnsafePointer<FieldStorage.Field> { start.unsafelyUnwrapped + index }

    @inline(__always)
    private func value(at index: Int) -> UnsafePointer<TemplateValue> {
        UnsafeRawPointer(field(at: index)).advanced(by: Self.valueOffset).assumingMemoryBound(to: TemplateValue.self)
    }

    /// Of the second part of a pair, which follows the first as closely as its alignment lets it. Not a stored property: those ask each time
    /// whether they are there already.
    static var valueOffset: Int {
        let alignment = MemoryLayout<TemplateValue>.alignment
        return (MemoryLayout<FieldName>.size + alignment - 1) / alignment * alignment
    }
}
