/// The values in which names are looked up. The innermost is last.
///
/// It holds only pointers. Its owner keeps the values unchanged while it uses the stack.
struct ContextStack {
    private struct Context {
        let place: UnsafePointer<TemplateValue>
        let fields: FieldsView?
    }

    private var contexts: [Context] = []

    init(_ outermost: UnsafeBufferPointer<TemplateValue>) {
        contexts.reserveCapacity(outermost.count + 16)
        guard let start = outermost.baseAddress else { return }
        for index in outermost.indices { push(start + index) }
    }

    /// The innermost value.
    var top: UnsafePointer<TemplateValue>? { contexts.isEmpty ? nil : contexts[contexts.count - 1].place }

    /// The residual programs of the innermost value. Nil unless it is a shared object.
    var residuals: Unmanaged<ResidualProgramCache>? {
        contexts.isEmpty ? nil : contexts[contexts.count - 1].fields?.residuals
    }

    mutating func push(_ place: UnsafePointer<TemplateValue>) {
        contexts.append(Context(place: place, fields: Self.fields(of: place)))
    }

    mutating func pop() {
        contexts.removeLast()
    }

    mutating func replaceTop(with place: UnsafePointer<TemplateValue>) {
        contexts[contexts.count - 1] = Context(place: place, fields: Self.fields(of: place))
    }

    enum Search {
        case found(UnsafePointer<TemplateValue>)
        /// A context has the first name, but its value does not have the rest.
        case incomplete
        /// No context has the first name.
        case absent
    }

    /// The meaning of a path of at least one name. The names after the first are looked up only in its value (Mustache specification,
    /// interpolation: 'Dotted Names - Context Precedence').
    ///
    /// - Parameter hint: the index at which the first name was most recently found in its object.
    func search(_ path: UnsafeBufferPointer<FieldName>, hint: inout UInt16) -> Search {
        contexts.withUnsafeBufferPointer { contexts in
            var depth = contexts.count - 1
            while depth >= 0 {
                if let fields = contexts[depth].fields, let place = fields.place(of: path[0], hint: &hint) {
                    return path.count == 1 ? .found(place) : Self.descend(from: place, path)
                }
                depth -= 1
            }
            return .absent
        }
    }

    /// Looks up the remaining names, starting in the value of the first one.
    private static func descend(from first: UnsafePointer<TemplateValue>, _ path: UnsafeBufferPointer<FieldName>) -> Search {
        var place = first
        for position in 1..<path.count {
            var hint: UInt16 = 0
            guard let next = fields(of: place)?.place(of: path[position], hint: &hint) else { return .incomplete }
            place = next
        }
        return .found(place)
    }

    @inline(__always)
    private static func fields(of place: UnsafePointer<TemplateValue>) -> FieldsView? {
        switch place.pointee {
        case .object(let object): object.view
        case .message(let message): message.values.view
        case .null, .bool, .integer, .number, .text, .html, .list: nil
        }
    }
}
