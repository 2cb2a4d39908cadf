/// Named values in the order of their insertion.
///
/// A view has few fields, so an object is a small array and not a hash table. A look-up compares hashes one after another.
public struct TemplateObject: Sendable {
    private var storage: FieldStorage

    public init() {
        storage = .empty
    }

    /// When two pairs have the same name, the later one counts, in the place of the earlier one.
    public init(_ pairs: some Sequence<(FieldName, TemplateValue)>) {
        storage = FieldStorage(joining: Array(pairs))
    }

    /// The same from an array, without generic code, for what is made for each value of many pages.
    public init(fields: [(FieldName, TemplateValue)]) {
        storage = FieldStorage(joining: fields)
    }

    public var isEmpty: Bool { storage.fields.isEmpty }
    public var count: Int { storage.fields.count }
    public var names: [FieldName] { storage.fields.map { $0.0 } }
    public var values: [TemplateValue] { storage.fields.map { $0.1 } }
    public var pairs: [(FieldName, TemplateValue)] { storage.fields }

    /// A view of the fields in place. It is valid while this object or a copy of it lives unchanged.
    var view: FieldsView {
        FieldsView(
            start: storage.start, count: storage.fields.count, summary: storage.summary,
            residuals: storage.residuals.map(Unmanaged.passUnretained))
    }

    /// The value of a name. Nil when the object does not have the name. Setting nil removes the name.
    public subscript(name: FieldName) -> TemplateValue? {
        get {
            var hint: UInt16 = 0
            return withExtendedLifetime(storage) { view.place(of: name, hint: &hint)?.pointee }
        }
        set {
            var fields = storage.fields
            switch (fields.firstIndex { $0.0 == name }, newValue) {
            case (let place?, let value?): fields[place].1 = value
            case (let place?, nil): fields.remove(at: place)
            case (nil, let value?): fields.append((name, value))
            case (nil, nil): return
            }
            storage = FieldStorage(fields)
        }
    }

    /// A copy of this object for use on many pages. The result that a section of a template makes of it is remembered. Only the parts that
    /// the section takes from the contexts around the object are computed again. Nothing else changes. A modified copy is no longer shared.
    public func shared() -> TemplateObject {
        var shared = self
        shared.storage = FieldStorage(storage.fields, residuals: ResidualProgramCache())
        return shared
    }

    /// The fields of both objects. If both have a name, the value of `other` counts.
    public func merging(_ other: TemplateObject) -> TemplateObject {
        var merged = self
        merged.storage = FieldStorage(joining: storage.fields + other.storage.fields)
        return merged
    }

    /// Calls `body` with each field, in order.
    func forEach(_ body: (FieldName, TemplateValue) -> Void) {
        storage.fields.withUnsafeBufferPointer { fields in
            for field in fields { body(field.0, field.1) }
        }
    }
}

extension TemplateObject: Equatable {
    public static func == (left: TemplateObject, right: TemplateObject) -> Bool {
        left.storage === right.storage
            || left.storage.summary == right.storage.summary && left.names == right.names && left.values == right.values
    }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (FieldName, TemplateValue)...) {
        storage = FieldStorage(joining: elements)
    }
}

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
