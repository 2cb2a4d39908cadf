/// Named values in the order of their insertion.
///
/// A view has few fields, so an object is a small array and not a hash table. A look-up compares hashes one after another.
public struct TemplateObject: Sendable {
    private enum Content {
        /// The values of a layout: of as many names as there are values.
        case slots(LayoutReference, [TemplateValue])
        case storage(FieldStorage)
    }

    private var content: Content

    public init() {
        content = .storage(.empty)
    }

    /// When two pairs have the same name, the later one counts, in the place of the earlier one.
    public init(_ pairs: some Sequence<(FieldName, TemplateValue)>) {
        content = .storage(FieldStorage(joining: Array(pairs)))
    }

    /// The same from an array, without generic code, for what is made for each value of many pages.
    public init(fields: [(FieldName, TemplateValue)]) {
        content = .storage(FieldStorage(joining: fields))
    }

    /// The values of the names of a layout, in the layout's order.
    ///
    /// Values without a name are dropped, and names without a value are absent.
    public init(_ layout: ObjectLayout, _ values: [TemplateValue]) {
        self.init(LayoutReference(layout), values)
    }

    init(_ layout: LayoutReference, _ values: [TemplateValue]) {
        assert(values.count == layout.count)
        content = .slots(layout, values.count <= layout.count ? values : Array(values.prefix(layout.count)))
    }

    public var isEmpty: Bool { count == 0 }
    public var count: Int {
        switch content {
        case .slots(_, let values): values.count
        case .storage(let storage): storage.count
        }
    }
    public var names: [FieldName] { pairs.map { $0.0 } }
    public var values: [TemplateValue] { pairs.map { $0.1 } }
    public var pairs: [(FieldName, TemplateValue)] {
        switch content {
        case .slots(let layout, let values): Array(zip(layout.names, values))
        case .storage(let storage): storage.pairs
        }
    }

    /// A view of the fields in place. It is valid while this object or a copy of it lives unchanged.
    @inline(__always)
    var view: FieldsView {
        switch content {
        case .slots(let layout, let values): FieldsView(layout, values, residuals: nil)
        case .storage(let storage): storage.view
        }
    }

    /// The value of a name. Nil when the object does not have the name. Setting nil removes the name.
    public subscript(name: FieldName) -> TemplateValue? {
        get {
            var hint: UInt16 = 0
            return withExtendedLifetime(self) { view.place(of: name, hint: &hint)?.pointee }
        }
        set {
            var fields = pairs
            switch (fields.firstIndex { $0.0 == name }, newValue) {
            case (let place?, let value?): fields[place].1 = value
            case (let place?, nil): fields.remove(at: place)
            case (nil, let value?): fields.append((name, value))
            case (nil, nil): return
            }
            content = .storage(FieldStorage(fields))
        }
    }

    /// A copy of this object for use on many pages. The result that a section of a template makes of it is remembered. Only the parts that
    /// the section takes from the contexts around the object are computed again. Nothing else changes. A modified copy is no longer shared.
    public func shared() -> TemplateObject {
        var shared = self
        switch content {
        case .slots(let layout, let values): shared.content = .storage(FieldStorage(sharing: layout, values))
        case .storage(let storage): shared.content = .storage(FieldStorage(sharing: storage))
        }
        return shared
    }

    /// The fields of both objects. If both have a name, the value of `other` counts.
    public func merging(_ other: TemplateObject) -> TemplateObject {
        var merged = self
        if let own = slots, let others = other.slots, own.values.count == own.layout.count,
            let joined = own.layout.joined(with: others.layout)
        {
            merged.content = .slots(joined, own.values + others.values)
        } else {
            merged.content = .storage(FieldStorage(joining: pairs + other.pairs))
        }
        return merged
    }

    private var slots: (layout: LayoutReference, values: [TemplateValue])? {
        switch content {
        case .slots(let layout, let values): (layout, values)
        case .storage(let storage): storage.slots
        }
    }

    /// Calls `body` with each field, in order.
    func forEach(_ body: (FieldName, TemplateValue) -> Void) {
        withExtendedLifetime(self) {
            let view = view
            for index in 0..<view.count { body(view.name(at: index).pointee, view.value(at: index).pointee) }
        }
    }
}

extension TemplateObject: Equatable {
    public static func == (left: TemplateObject, right: TemplateObject) -> Bool {
        switch (left.content, right.content) {
        case (.storage(let own), .storage(let other)) where own === other: true
        case (.slots(let layout, let values), .slots(let otherLayout, let otherValues)) where layout == otherLayout: values == otherValues
        default: left.count == right.count && left.names == right.names && left.values == right.values
        }
    }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (FieldName, TemplateValue)...) {
        content = .storage(FieldStorage(joining: elements))
    }
}
