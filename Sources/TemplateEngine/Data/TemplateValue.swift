import SafeMarkup

/// The input of a template: data in the shape of JSON, and HTML that is known to be safe.
///
/// Every value opens a section except `null`, `false`, an empty list and empty text. Zero opens one.
public enum TemplateValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A number with the exact digits from the JSON, so that it is printed unchanged.
    case number(String)
    case text(String)
    case html(SafeHTML)
    case list([TemplateValue])
    case object(TemplateObject)
    /// A message in the language of the templates.
    case message(TemplateMessage)

    /// The place of no value. It lives as long as the process.
    nonisolated(unsafe) static let nothing: UnsafePointer<TemplateValue> = {
        let place = UnsafeMutablePointer<TemplateValue>.allocate(capacity: 1)
        place.initialize(to: .null)
        return UnsafePointer(place)
    }()

    /// Whether the value is true or false. Such a value does not become a context when it opens a section.
    var isFlag: Bool {
        if case .bool = self { true } else { false }
    }

    /// Whether a section over this value is rendered (Mustache specification, sections: 'falsy values').
    var opensSection: Bool {
        switch self {
        case .null: false
        case .bool(let flag): flag
        case .integer, .number, .object, .message: true
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

extension TemplateValue {
    /// A message with its values.
    public static func message(_ key: FieldName, _ values: TemplateObject = TemplateObject()) -> TemplateValue {
        .message(TemplateMessage(key, values))
    }
}

extension TemplateValue {
    /// An object with the values of a layout's names, in the layout's order.
    public static func object(_ layout: ObjectLayout, _ values: [TemplateValue]) -> TemplateValue {
        .object(TemplateObject(layout, values))
    }
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
    /// A number is encoded as a number if its digits are valid, and as text otherwise.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .list(let items):
            try items.encode(to: encoder)
        case .object(let object):
            var container = encoder.container(keyedBy: EncodedKey.self)
            for (name, value) in object.pairs { try container.encode(value, forKey: EncodedKey(name.text)) }
        case .message(let message):
            var container = encoder.container(keyedBy: EncodedKey.self)
            try container.encode(message.key, forKey: EncodedKey("message"))
            try container.encode(TemplateValue.object(message.values), forKey: EncodedKey("values"))
        case .null, .bool, .integer, .number, .text, .html:
            var container = encoder.singleValueContainer()
            switch self {
            case .bool(let flag): try container.encode(flag)
            case .integer(let integer): try container.encode(integer)
            case .number(let digits): if let number = Double(digits) { try container.encode(number) } else { try container.encode(digits) }
            case .text(let text): try container.encode(text)
            case .html(let html): try container.encode(html.html)
            case .null, .list, .object, .message: try container.encodeNil()
            }
        }
    }
}

extension TemplateValue {
    /// Calls `body` with each text that a field of this name holds, at any depth. If that field of an object holds text, the other fields
    /// of the object are not searched.
    package func forEachText(named name: FieldName, _ body: (String) -> Void) {
        withUnsafePointer(to: self) { Self.forEachText(in: $0, named: name, body) }
    }

    /// A pointer, because a page has hundreds of values, each of which would be copied.
    private static func forEachText(in place: UnsafePointer<TemplateValue>, named name: FieldName, _ body: (String) -> Void) {
        switch place.pointee {
        case .list(let items):
            items.withUnsafeBufferPointer { items in
                guard let first = items.baseAddress else { return }
                for index in items.indices { forEachText(in: first + index, named: name, body) }
            }
        case .object(let object):
            withExtendedLifetime(object) {
                let view = object.view
                var hint: UInt16 = 0
                if case .text(let text)? = view.place(of: name, hint: &hint)?.pointee { return body(text) }
                for index in 0..<view.count { forEachText(in: view.value(at: index), named: name, body) }
            }
        case .null, .bool, .integer, .number, .text, .html, .message: break
        }
    }
}

/// The result of the sanitizer, and any other HTML that its type vouches for.
public typealias TrustedHTML = SafeMarkup.TrustedHTML

/// HTML that may be printed unescaped. `{{{name}}}` in an `.html.mustache` template takes this and nothing else.
///
/// It comes from rendering a template, from a value that is ``TrustedHTML``, or from a caller that vouches for it.
public struct SafeHTML: TrustedHTML, Equatable {
    public let html: String

    /// - Parameter html: HTML that you vouch for. It contains no unescaped text of a stranger, and it closes everything that it opens.
    ///   Nothing is checked.
    public init(vouchingFor html: String) {
        self.html = html
    }

    /// HTML that its type vouches for, such as a sanitizer's result.
    public init(_ trusted: some TrustedHTML) {
        html = trusted.html
    }
}
