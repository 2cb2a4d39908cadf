/// What a template is given: data in the shape of JSON, and HTML that is known to be safe.
///
/// Whether a value opens a section: everything does but `null`, `false`, an empty list and empty text. Zero is a value.
public enum TemplateValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A number in the very digits that JSON wrote, so that it is printed as it came.
    case number(String)
    case text(String)
    case html(SafeHTML)
    case list([TemplateValue])
    case object(TemplateObject)

    /// Whether it is true or false, and so no context where it opens a section.
    var isFlag: Bool {
        if case .bool = self { true } else { false }
    }

    /// Whether a section over this value is rendered (Mustache specification, sections: 'falsy values').
    var opensSection: Bool {
        switch self {
        case .null: false
        case .bool(let flag): flag
        case .integer, .number, .object: true
        case .text(let text): !text.isEmpty
        case .html(let html): !html.html.isEmpty
        case .list(let items): !items.isEmpty
        }
    }
}

extension TemplateValue {
    /// HTML that its type vouches for, such as a sanitizer's result.
    public static func html(_ trusted: some TrustedHTML) -> TemplateValue { .html(SafeHTML(trusted)) }
}

extension TemplateValue: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self = .text(text) }
}

extension TemplateValue: ExpressibleByBooleanLiteral {
    public init(booleanLiteral flag: Bool) { self = .bool(flag) }
}

extension TemplateValue: ExpressibleByIntegerLiteral {
    public init(integerLiteral integer: Int) { self = .integer(integer) }
}

extension TemplateValue: ExpressibleByArrayLiteral {
    public init(arrayLiteral items: TemplateValue...) { self = .list(items) }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (FieldName, TemplateValue)...) { self = .object(TemplateObject(elements)) }
}

extension TemplateValue: ExpressibleByNilLiteral {
    public init(nilLiteral: ()) { self = .null }
}

extension TemplateValue: Encodable {
    /// A number is encoded as one where its digits are such, and as text otherwise.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .list(let items):
            try items.encode(to: encoder)
        case .object(let object):
            var container = encoder.container(keyedBy: EncodedKey.self)
            for (name, value) in object.pairs { try container.encode(value, forKey: EncodedKey(name.text)) }
        case .null, .bool, .integer, .number, .text, .html:
            var container = encoder.singleValueContainer()
            switch self {
            case .bool(let flag): try container.encode(flag)
            case .integer(let integer): try container.encode(integer)
            case .number(let digits): if let number = Double(digits) { try container.encode(number) } else { try container.encode(digits) }
            case .text(let text): try container.encode(text)
            case .html(let html): try container.encode(html.html)
            case .null, .list, .object: try container.encodeNil()
            }
        }
    }
}
