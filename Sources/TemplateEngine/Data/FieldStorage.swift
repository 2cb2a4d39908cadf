/// The fields of an object that is written with its names, or that many pages share. They are in memory that does not move during the
/// lifetime of this storage. Rendering points into it instead of counting references. The values that all pages share would otherwise have
/// very many.
final class FieldStorage: Sendable {
    /// A plain pair as in literals. The arrays of literals become the storage without a copy.
    typealias Field = (FieldName, TemplateValue)

    /// Empty when there is a layout.
    private let fields: [Field]
    /// Empty when there is no layout.
    private let values: [TemplateValue]
    private let layout: LayoutReference?
    /// The bits of the names of the pairs. Most look-ups of an absent name end at this one word.
    private let summary: UInt64
    /// The residual programs that sections have made of the fields. Nil unless many pages show the object.
    private let residuals: ResidualProgramCache?

    static let empty = FieldStorage([])

    /// - Parameter fields: the fields. Each name occurs once.
    init(_ fields: [Field]) {
        self.fields = fields
        values = []
        layout = nil
        residuals = nil
        summary = fields.withUnsafeBufferPointer { fields in fields.reduce(0) { $0 | $1.0.bit } }
    }

    /// When two fields have the same name, the later one counts, in the place of the earlier one.
    convenience init(joining fields: [Field]) {
        self.init(fields.withUnsafeBufferPointer(Self.repeatsName) ? Self.joined(fields) : fields)
    }

    /// The values of a layout, with a memory for residual programs.
    init(sharing layout: LayoutReference, _ values: [TemplateValue]) {
        fields = []
        self.values = values
        self.layout = layout
        residuals = ResidualProgramCache()
        summary = 0
    }

    /// The fields of another storage, with a memory for residual programs.
    init(sharing other: FieldStorage) {
        fields = other.fields
        values = other.values
        layout = other.layout
        residuals = ResidualProgramCache()
        summary = other.summary
    }

    var count: Int { fields.count + values.count }

    var pairs: [Field] { layout.map { Array(zip($0.names, values)) } ?? fields }

    var slots: (layout: LayoutReference, values: [TemplateValue])? { layout.map { ($0, values) } }

    @inline(__always)
    var view: FieldsView {
        let residuals = residuals.map(Unmanaged.passUnretained)
        if let layout { return FieldsView(layout, values, residuals: residuals) }
        return FieldsView(fields, summary: summary, residuals: residuals)
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
    /// The first name and the first value. Nil only when there are no fields.
    private let names: UnsafeRawPointer?
    private let values: UnsafeRawPointer?
    /// The distances from one name and from one value to the next.
    private let nameStride: UInt32
    private let valueStride: UInt32
    let count: Int
    private let summary: UInt64
    /// Nil when there is no layout.
    private let index: NameIndex?
    let residuals: Unmanaged<ResidualProgramCache>?

    /// - Parameter fields: pairs, whose second parts follow the first as closely as their alignment allows. The elements of an array do not
    ///   move while it is held and not written to.
    @inline(__always)
    init(_ fields: [FieldStorage.Field], summary: UInt64, residuals: Unmanaged<ResidualProgramCache>?) {
        let start = UnsafeRawPointer(fields.withUnsafeBufferPointer { $0.baseAddress })
        names = start
        values = start.map { $0 + Self.valueOffset }
        nameStride = UInt32(MemoryLayout<FieldStorage.Field>.stride)
        valueStride = nameStride
        count = fields.count
        self.summary = summary
        index = nil
        self.residuals = residuals
    }

    @inline(__always)
    init(_ layout: LayoutReference, _ values: [TemplateValue], residuals: Unmanaged<ResidualProgramCache>?) {
        names = UnsafeRawPointer(layout.start)
        self.values = UnsafeRawPointer(values.withUnsafeBufferPointer { $0.baseAddress })
        nameStride = UInt32(MemoryLayout<FieldName>.stride)
        valueStride = UInt32(MemoryLayout<TemplateValue>.stride)
        count = values.count
        summary = layout.summary
        index = layout.index
        self.residuals = residuals
    }

    /// The value of a name. `hint` is the index to try first: objects of the same kind have the same names in the same places.
    @inline(__always)
    func place(of name: FieldName, hint: inout UInt16) -> UnsafePointer<TemplateValue>? {
        if summary & name.bit == 0 { return nil }
        if Int(hint) < count, matches(name, at: Int(hint)) { return value(at: Int(hint)) }
        let found: Int? =
            if let index { index.place(of: name) { matches(name, at: $0) } } else { (0..<count).first { matches(name, at: $0) } }
        // An object may have fewer values than its layout has names.
        guard let found, found < count else { return nil }
        hint = UInt16(truncatingIfNeeded: found)
        return value(at: found)
    }

    @inline(__always)
    private func matches(_ name: FieldName, at index: Int) -> Bool {
        FieldName.isName(self.name(at: index), equalTo: name)
    }

    @inline(__always)
    func name(at index: Int) -> UnsafePointer<FieldName> {
        (names.unsafelyUnwrapped + index &* Int(nameStride)).assumingMemoryBound(to: FieldName.self)
    }

    @inline(__always)
    func value(at index: Int) -> UnsafePointer<TemplateValue> {
        (values.unsafelyUnwrapped + index &* Int(valueStride)).assumingMemoryBound(to: TemplateValue.self)
    }

    /// The offset of the second part of a pair. It is not a stored property, because each access to one checks whether it is initialised.
    static var valueOffset: Int {
        let alignment = MemoryLayout<TemplateValue>.alignment
        return (MemoryLayout<FieldName>.size + alignment - 1) / alignment * alignment
    }
}
