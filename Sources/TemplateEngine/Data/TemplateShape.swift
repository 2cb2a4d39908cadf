/// What a view declares about its values, so that a template can be checked before anything is rendered.
///
/// Any value may be null besides; a shape says what else it can be.
public indirect enum TemplateShape: Sendable {
    /// Nothing is known: every name below it is taken to exist.
    case any
    case text
    case number
    case bool
    case html
    case list(TemplateShape)
    case object([(FieldName, TemplateShape)])
    /// A shape that is made when it is needed, so that a shape can contain itself: a tree whose nodes have nodes.
    case lazy(@Sendable () -> TemplateShape)

    /// This shape, or what a lazy one stands for.
    var resolved: TemplateShape {
        var shape = self
        // A lazy shape that never gives anything else says nothing.
        for _ in 0..<16 {
            guard case .lazy(let make) = shape else { return shape }
            shape = make()
        }
        return .any
    }

    /// How messages call a value of this shape.
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
