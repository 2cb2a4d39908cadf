/// Named values in the order in which they were put in.
///
/// A view has few fields, so an object is a small array and not a hash table: a look-up compares hashes side by side.
public struct TemplateObject: Sendable {
    private var storage: FieldStorage

    public init() {
        storage = .empty
    }

    /// Of two pairs with the same name the later one counts, in the place of the earlier one.
    public init(_ pairs: some Sequence<(FieldName, TemplateValue)>) {
        storage = FieldStorage(joining: Array(pairs))
    }

    public var isEmpty: Bool { storage.fields.isEmpty }
    public var count: Int { storage.fields.count }
    public var names: [FieldName] { storage.fields.map { $0.0 } }
    public var values: [TemplateValue] { storage.fields.map { $0.1 } }
    public var pairs: [(FieldName, TemplateValue)] { storage.fields }

    /// The fields where they are; for as long as this object or a copy of it lives unchanged.
    var view: FieldsView {
        FieldsView(
            start: storage.start, count: storage.fields.count, summary: storage.summary,
            residuals: storage.residuals.map(Unmanaged.passUnretained))
    }

    /// The value of a name; nil for a name that is not here. Setting nil takes the name out.
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

    /// This object as one that many pages show: what a section of a template makes of it is remembered, and only what the section takes
    /// from the contexts around the object is worked out again. Nothing else is different, and a changed copy is no longer shared.
    public func shared() -> TemplateObject {
        var shared = self
        shared.storage = FieldStorage(storage.fields, residuals: ResidualProgramCache())
        return shared
    }

    /// These fields and those of the other object, whose values count where both have a name.
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
