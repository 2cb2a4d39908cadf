/// The values that names are looked up in, innermost last.
struct ContextStack {
    /// Keeps alive what the views point to.
    private var values: [Value] = []
    private var views: [FieldsView?] = []

    init(_ contexts: [Value]) {
        values.reserveCapacity(contexts.count + 16)
        views.reserveCapacity(contexts.count + 16)
        for context in contexts { push(context) }
    }

    var top: Value? { values.last }

    mutating func push(_ value: Value) {
        views.append(Self.view(of: value))
        values.append(value)
    }

    mutating func pop() {
        views.removeLast()
        values.removeLast()
    }

    mutating func replaceTop(with value: Value) {
        views[views.count - 1] = Self.view(of: value)
        values[values.count - 1] = value
    }

    /// What a path of at least one name means here; nil where no context has its first name, or that value does not have the rest. The
    /// names after the first are looked for in its value only (Mustache specification, interpolation: 'Dotted Names - Context
    /// Precedence').
    ///
    /// The place is good until the stack is changed: the objects on it own what they contain, and no one writes to them meanwhile.
    ///
    /// - Parameter hint: where in its object the first name was the last time.
    func place(of path: UnsafeBufferPointer<Name>, hint: inout UInt16) -> UnsafePointer<Value>? {
        var depth = views.count - 1
        while depth >= 0 {
            if let view = views[depth], let index = view.index(of: path[0], hint: Int(hint)) {
                hint = UInt16(truncatingIfNeeded: index)
                return Self.place(view, index, path)
            }
            depth -= 1
        }
        return nil
    }

    /// Goes down from the value of a path's first name.
    private static func place(_ first: FieldsView, _ index: Int, _ path: UnsafeBufferPointer<Name>) -> UnsafePointer<Value>? {
        var place = first.values + index
        for position in 1..<path.count {
            guard let view = view(of: place.pointee), let index = view.index(of: path[position], hint: 0) else { return nil }
            place = view.values + index
        }
        return place
    }

    private static func view(of value: Value) -> FieldsView? {
        if case .object(let object) = value { object.view } else { nil }
    }
}
