/// The fields of an object, in memory that does not move during the lifetime of this storage. Rendering points into it instead of counting
/// references. The values that all pages share would otherwise have very many.
///
/// `@unchecked Sendable`: nothing is written after `init`. The pointer is to the elements of the array beside it. Their memory is neither
/// moved nor freed while the array is held and not written to.
final class FieldStorage: @unchecked Sendable {
    /// A plain pair as in literals. The arrays of literals become the storage without a copy.
    typealias Field = (FieldName, TemplateValue)

    let fields: [Field]
    /// The first field. Nil when there is none.
    let start: UnsafePointer<Field>?
    /// The bits of all names. Most look-ups of an absent name end at this one word.
    let summary: UInt64
    /// The residual programs that sections have made of the fields. Nil unless many pages show the object.
    let residuals: ResidualProgramCache?

    static let empty = FieldStorage([])

    /// - Parameter fields: the fields. Each name occurs once.
    init(_ fields: [Field], residuals: ResidualProgramCache? = nil) {
        self.fields = fields
        self.residuals = residuals
        start = fields.withUnsafeBufferPointer { $0.baseAddress }
        summary = fields.withUnsafeBufferPointer { fields in fields.reduce(0) { $0 | $1.0.bit } }
    }

    /// When two fields have the same name, the later one counts, in the place of the earlier one.
    convenience init(joining fields: [Field]) {
        self.init(fields.withUnsafeBufferPointer(Self.repeatsName) ? Self.joined(fields) : fields)
    }

    private static func repeatsName(_ fields: UnsafeBufferPointer<Field>) -> Bool {
        var summary: UInt64 = 0
        for index in fields.indices {
            let name = fields[index].0
            // Among twenty names, two are more likely than not to share a bit.
            if summary & name.bit != 0, fields[..<index].contains(where: { $0.0 == name }) { return true }
            summary |= name.bit
        }
        return false
    }

    private static func joined(_ fields: [Field]) -> [Field] {
        var joined: [Field] = []
        joined.reserveCapacity(fields.count)
        for field in fields {
            if let place = joined.firstIndex(where: { $0.0 == field.0 }) {
                joined[place].1 = field.1
            } else {
                joined.append(field)
            }
        }
        return joined
    }
}

/// The fields of an object that its owner keeps alive.
struct FieldsView {
    /// Nil only when there are no fields.
    let start: UnsafePointer<FieldStorage.Field>?
    let count: Int
    let summary: UInt64
    let residuals: Unmanaged<ResidualProgramCache>?

    /// The value of a name. `hint` is the index to try first: objects of the same kind have the same names in the same places.
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

    /// The offset of the second part of a pair, which follows the first as closely as its alignment allows. It is not a stored property,
    /// because each access to one checks whether it is initialised.
    static var valueOffset: Int {
        let alignment = MemoryLayout<TemplateValue>.alignment
        return (MemoryLayout<FieldName>.size + alignment - 1) / alignment * alignment
    }
}
