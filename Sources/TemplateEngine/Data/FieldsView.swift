/// The fields of an object that someone else keeps alive.
struct FieldsView {
    let names: UnsafePointer<Name>
    let values: UnsafePointer<Value>
    let count: Int
    /// The bits of all names.
    let summary: UInt64

    /// Where a name is; `hint` is tried first, for objects of the same kind have the same names in the same places.
    func index(of name: Name, hint: Int) -> Int? {
        if summary & name.bit == 0 { return nil }
        if hint < count, matches(name, at: hint) { return hint }
        var index = 0
        while index < count {
            if matches(name, at: index) { return index }
            index += 1
        }
        return nil
    }

    private func matches(_ name: Name, at index: Int) -> Bool {
        names[index].hash == name.hash && names[index].text == name.text
    }
}
