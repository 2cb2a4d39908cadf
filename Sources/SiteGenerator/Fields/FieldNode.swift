import Catalogue
import TemplateEngine

/// One field of a view with what was seen in it. Trees of them are made, filled and read by one thread.
final class FieldNode {
    let name: String
    private let field: FieldName
    private let kind: ViewField.Kind
    /// Equal for shapes that have the same fields.
    let signature: String
    private(set) var children: [FieldNode] = []
    /// The part that the object is, where that is one.
    private var part: (name: String, node: FieldNode)?
    /// The object around this one that is of the same kind, as in a tree. What is seen here counts there.
    private weak var same: FieldNode?

    private var isNull = false
    private var hasValue = false
    private var example: String?

    /// - Parameter shape: the declared shape of the field.
    convenience init(_ name: String, _ shape: TemplateShape) { self.init(name, shape, around: []) }

    private init(_ name: String, _ shape: TemplateShape, around outer: [FieldNode]) {
        self.name = name
        field = FieldName(name)
        let (kind, object) = Self.kind(of: shape)
        self.kind = kind
        signature = Self.signature(of: .object(object))
        if let same = outer.last(where: { !object.isEmpty && $0.signature == signature }) {
            self.same = same
        } else {
            for (name, shape) in object {
                let child = FieldNode(name.text, shape, around: outer + [self])
                // As in an object, of two fields of one name the later counts, in the place of the earlier.
                if let place = children.firstIndex(where: { $0.name == child.name }) {
                    children[place] = child
                } else {
                    children.append(child)
                }
            }
        }
    }

    /// The kind of a field, and the fields of the object or of the objects that it holds.
    private static func kind(of shape: TemplateShape) -> (ViewField.Kind, [(FieldName, TemplateShape)]) {
        switch shape {
        case .any: (.json, [])
        case .text: (.text, [])
        case .number: (.number, [])
        case .bool: (.bool, [])
        case .html: (.html, [])
        case .object(let fields): (.object, fields)
        case .list(let item): (.list, kind(of: item).1)
        case .lazy(let make): kind(of: make())
        }
    }

    private static func signature(of shape: TemplateShape) -> String {
        switch shape {
        case .any: "any"
        case .text: "text"
        case .number: "number"
        case .bool: "bool"
        case .html: "html"
        case .list(let item): "[\(signature(of: item))]"
        case .object(let fields): "{\(fields.map { "\($0.0.text):\(signature(of: $0.1))" }.joined(separator: ","))}"
        // It may contain itself.
        case .lazy: "~"
        }
    }

    /// Finds the parts among the objects below this one. An object that begins with all fields of a part is that part, with more.
    func link(_ parts: [(name: String, node: FieldNode)]) {
        for child in children {
            child.part = parts.first { $0.node.signature == child.signature } ?? parts.first { child.beginsWith($0.node) }
            child.link(parts)
        }
    }

    private func beginsWith(_ part: FieldNode) -> Bool {
        part.children.count >= Self.leastOfLarger && children.count > part.children.count
            && signature.hasPrefix(part.signature.dropLast() + ",")
    }

    /// The number of fields of a part that a larger object may begin with. Of fewer, many begin with the same by chance.
    private static let leastOfLarger = 10

    /// Notes what a view holds here.
    func observe(_ value: TemplateValue) {
        guard value != .null else {
            isNull = true
            return
        }
        hasValue = true
        if example == nil { example = Self.example(value) }
        let items = if case .list(let items) = value { items } else { [value] }
        for item in items {
            guard case .object(let object) = item else { continue }
            (same ?? self).observe(object)
        }
    }

    private func observe(_ object: TemplateObject) {
        for child in children { if let value = object[child.field] { child.observe(value) } }
        part?.node.observe(object)
    }

    /// The field by all that was seen in several nodes of the same kind.
    static func field(_ nodes: [FieldNode]) -> ViewField {
        let first = nodes[0]
        let isNull = nodes.contains { $0.isNull }
        return ViewField(
            name: first.name, kind: first.kind,
            nullability: nodes.contains { $0.hasValue } ? (isNull ? .sometimes : .never) : .always,
            example: first.kind == .json ? nil : nodes.lazy.compactMap(\.example).first, part: first.part?.name,
            fields: first.children.indices.map { index in
                // What a part may hold it may hold in each place, although not all was seen in each.
                let ofPart = first.part.flatMap { $0.node.children.indices.contains(index) ? $0.node.children[index] : nil }
                return field(nodes.map { $0.children[index] } + [ofPart].compactMap(\.self))
            })
    }

    /// The length of an example in characters.
    private static let exampleLimit = 60

    private static func example(_ value: TemplateValue) -> String? {
        let text: String
        switch value {
        case .text(let words): text = words
        case .html(let html): text = html.html
        case .integer(let number): text = "\(number)"
        case .number(let digits): text = digits
        case .bool(let flag): text = flag ? "true" : "false"
        case .null, .object, .message, .list: return nil
        }
        // What was made up says nothing.
        guard !text.isEmpty, !text.contains(madeUpText) else { return nil }
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > exampleLimit ? line.prefix(exampleLimit - 1) + "…" : line
    }
}
