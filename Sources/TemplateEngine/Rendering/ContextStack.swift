/// The values that names are looked up in, innermost last, and the loops that are running.
struct ContextStack {
    private var values: [Value]

    init(_ contexts: [Value]) {
        values = contexts
        values.reserveCapacity(contexts.count + 16)
    }

    mutating func push(_ value: Value) {
        values.append(value)
    }

    mutating func pop() {
        values.removeLast()
    }

    mutating func replaceTop(with value: Value) {
        values[values.count - 1] = value
    }

    /// What a path means here; nil where no context has its first name, or that value does not have the rest. The names after the
    /// first are looked for in its value only (Mustache specification, interpolation: 'Dotted Names - Context Precedence').
    ///
    /// - Parameter hint: where in its object the first name was the last time.
    func value(of path: Path, hint: inout UInt16) -> Value? {
        guard let first = path.names.first else { return values.last }
        var depth = values.count - 1
        while depth >= 0 {
            if case .object(let object) = values[depth], let index = object.index(of: first, hint: Int(hint)) {
                hint = UInt16(truncatingIfNeeded: index)
                var value = object.fields[index].value
                for name in path.names.dropFirst() {
                    guard case .object(let inner) = value, let next = inner[name] else { return nil }
                    value = next
                }
                return value
            }
            depth -= 1
        }
        return nil
    }
}
