/// The declared shape of a view's values. With it a template can be checked before anything is rendered.
///
/// Any value may also be null. A shape says what else it can be.
public indirect enum TemplateShape: Sendable {
    /// Nothing is known. Every name below it is assumed to exist.
    case any
    case text
    case number
    case bool
    case html
    case list(TemplateShape)
    case object([(FieldName, TemplateShape)])
    /// A shape that is made on demand, so that a shape can contain itself: a tree whose nodes have nodes.
    case lazy(@Sendable () -> TemplateShape)

    /// This shape, or the one that a lazy shape makes.
    var resolved: TemplateShape {
        var shape = self
        // A lazy shape that only ever gives lazy shapes says nothing.
        for _ in 0..<16 {
            guard case .lazy(let make) = shape else { return shape }
            shape = make()
        }
        return .any
    }

    /// The word for a value of this shape in messages.
    var noun: String {
        switch resolved {
        case .any, .lazy: "a value"
        case .text: "text"
        case .number: "a number"
        case .bool: "true or false"
        case .html: "HTML"
        case .list: "a list"
        case .object: "an object"
        }
    }
}

extension TemplateShape: ExpressibleByDictionaryLiteral {
    /// An object's shape is written like the object: `["name": .text, "pages": .list(.number)]`.
    public init(dictionaryLiteral elements: (FieldName, TemplateShape)...) {
        self = .object(elements)
    }
}
