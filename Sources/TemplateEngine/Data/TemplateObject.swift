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

    /// The values of the names of a layout, in the layout's order.
    ///
    /// Values without a name are dropped, and names without a value are absent.
    public init(_ layout: ObjectLayout, _ values: [TemplateValue]) {
        assert(values.count == layout.names.count)
        storage = FieldStorage(layout, values.count <= layout.names.count ? values : Array(values.prefix(layout.names.count)))
    }

    public var isEmpty: Bool { storage.isEmpty }
    public var count: Int { storage.count }
    public var names: [FieldName] { storage.pairs.map { $0.0 } }
    public var values: [TemplateValue] { storage.pairs.map { $0.1 } }
    public var pairs: [(FieldName, TemplateValue)] { storage.pairs }

    /// A view of the fields in place. It is valid while this object or a copy of it lives unchanged.
    var view: FieldsView { storage.view }

    /// The value of a name. Nil when the object does not have the name. Setting nil removes the name.
    public subscript(name: FieldName) -> TemplateValue? {
        get {
            var hint: UInt16 = 0
            return withExtendedLifetime(storage) { view.place(of: name, hint: &hint)?.pointee }
        }
        set {
            var fields = storage.pairs
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
        shared.storage = FieldStorage(sharing: storage)
        return shared
    }

    /// The fields of both objects. If both have a name, the value of `other` counts.
    public func merging(_ other: TemplateObject) -> TemplateObject {
        var merged = self
        merged.storage = storage.joined(with: other.storage)
        return merged
    }

    /// Calls `body` with each field, in order.
    func forEach(_ body: (FieldName, TemplateValue) -> Void) {
        withExtendedLifetime(storage) {
            let view = storage.view
            for index in 0..<view.count { body(view.name(at: index).pointee, view.value(at: index).pointee) }
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
