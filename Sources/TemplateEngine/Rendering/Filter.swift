import Language

/// A change to a value before it is printed: `{{value | filter "argument"}}`. The set of filters is closed.
enum Filter: String, Sendable, CaseIterable {
    /// An ISO 8601 date or time as `28 November 1966`.
    case date
    /// Seconds as `178 d 22 h`.
    case duration
    /// A number in groups of three digits.
    case number
    /// The first argument for the number one, the second for any other number.
    case plural
    case urlEncode = "url-encode"
    case json
    case uppercase
    case lowercase
    /// A list with the language's 'and' before its last item.
    case and
    /// The first letter as a capital.
    case capitalize
    /// The number of items in a list.
    case count

    var argumentCount: Int { self == .plural ? 2 : 0 }

    /// Applies the filter. A value that it cannot read is returned unchanged.
    ///
    /// - Parameter language: the language in whose forms dates, durations and numbers are written.
    func apply(to value: TemplateValue, arguments: [String], _ language: Language) -> TemplateValue {
        switch self {
        case .date: mapText(value, language.date)
        case .duration: value.seconds.map { .text(language.duration(seconds: $0)) } ?? value
        case .number: value.lexeme.map { .text(language.number($0)) } ?? value
        case .plural: value.lexeme.map { .text($0 == "1" ? arguments[0] : arguments[1]) } ?? .null
        case .urlEncode: mapText(value, URLEncoding.encoded)
        case .json: .text(String(decoding: value.json(pretty: false), as: UTF8.self))
        case .uppercase: mapText(value) { $0.uppercased() }
        case .lowercase: mapText(value) { $0.lowercased() }
        case .capitalize: mapText(value) { $0.prefix(1).uppercased() + $0.dropFirst() }
        case .and: value.texts(language).map { .text(language.listWithAnd($0)) } ?? value
        case .count: value.count.map { .integer($0) } ?? .integer(value.opensSection ? 1 : 0)
        }
    }

    private func mapText(_ value: TemplateValue, _ transform: (String) -> String) -> TemplateValue {
        switch value {
        case .text(let text), .number(let text): .text(transform(text))
        case .html(let html): .text(transform(html.html))
        case .integer(let integer): .text(transform(String(integer)))
        case .null, .bool, .list, .object, .message: value
        }
    }
}

/// A filter with its arguments, as written in a tag.
struct FilterCall: Sendable {
    let filter: Filter
    let arguments: [String]

    func apply(to value: TemplateValue, _ language: Language) -> TemplateValue {
        filter.apply(to: value, arguments: arguments, language)
    }
}

extension Escaper {
    /// Drops a last filter that repeats the escaping of the place. The text would otherwise be escaped twice.
    func withoutRepetition(_ filters: [FilterCall]) -> [FilterCall] {
        switch (self, filters.last?.filter) {
        case (.jsonScript, .json), (.urlQuery, .urlEncode): filters.dropLast()
        default: filters
        }
    }
}

extension TemplateValue {
    /// The digits of a number, also of a number in a text.
    fileprivate var lexeme: String? {
        switch self {
        case .integer(let integer): String(integer)
        case .number(let digits): digits
        case .text(let text) where NumberText.isNumber(text): text
        case .list(let items): String(items.count)
        case .null, .bool, .text, .html, .object, .message: nil
        }
    }

    fileprivate var seconds: Int? {
        switch self {
        case .integer(let integer): integer
        case .number, .text: lexeme.flatMap { Int($0.prefix { $0 != "." }) }
        case .null, .bool, .html, .list, .object, .message: nil
        }
    }

    fileprivate func texts(_ language: Language) -> [String]? {
        guard case .list(let items) = self else { return nil }
        return items.map { item in
            switch item {
            case .text(let text): text
            case .integer(let number): language.number(number)
            case .number(let digits): language.number(digits)
            case .html(let html): html.html
            case .null, .bool, .list, .object, .message: ""
            }
        }
    }

    fileprivate var count: Int? {
        switch self {
        case .list(let items): items.count
        case .object(let object): object.count
        case .null, .bool, .integer, .number, .text, .html, .message: nil
        }
    }
}

/// Numbers in texts.
private enum NumberText {
    /// Whether text is a number in the form of JSON, without an exponent.
    static func isNumber(_ text: String) -> Bool {
        let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } }
    }
}
