/// What a template can do to a value before it is printed: `{{value | filter "argument"}}`. The set is closed.
enum Filter: String, Sendable, CaseIterable {
    /// An ISO 8601 date or time as `28 November 1966`.
    case date
    /// Seconds as `178 d 22 h`.
    case duration
    /// Digits in groups of three, from five digits on.
    case number
    /// The first argument for one, the second for any other number.
    case plural
    case urlEncode = "url-encode"
    case json
    case uppercase
    case lowercase
    /// How many items a list has.
    case count

    var argumentCount: Int { self == .plural ? 2 : 0 }

    /// The shapes of values that the filter makes sense for are not checked here: what it cannot read it passes on unchanged.
    func apply(to value: TemplateValue, arguments: [String]) -> TemplateValue {
        switch self {
        case .date: mapText(value, DateText.written)
        case .duration: value.seconds.map { .text(DurationText.written(seconds: $0)) } ?? value
        case .number: value.lexeme.map { .text(NumberText.grouped($0)) } ?? value
        case .plural: value.lexeme.map { .text($0 == "1" ? arguments[0] : arguments[1]) } ?? .null
        case .urlEncode: mapText(value, URLEncoding.encoded)
        case .json: .text(String(decoding: value.json(pretty: false), as: UTF8.self))
        case .uppercase: mapText(value) { $0.uppercased() }
        case .lowercase: mapText(value) { $0.lowercased() }
        case .count: value.count.map { .integer($0) } ?? .integer(value.opensSection ? 1 : 0)
        }
    }

    private func mapText(_ value: TemplateValue, _ transform: (String) -> String) -> TemplateValue {
        switch value {
        case .text(let text), .number(let text): .text(transform(text))
        case .html(let html): .text(transform(html.html))
        case .integer(let integer): .text(transform(String(integer)))
        case .null, .bool, .list, .object: value
        }
    }
}

/// A filter with its arguments, as a tag names it.
struct FilterCall: Sendable {
    let filter: Filter
    let arguments: [String]

    func apply(to value: TemplateValue) -> TemplateValue {
        filter.apply(to: value, arguments: arguments)
    }
}

extension Escaper {
    /// Filters without a last one that does what the place does anyway: done twice, it would be read once too often.
    func withoutRepetition(_ filters: [FilterCall]) -> [FilterCall] {
        switch (self, filters.last?.filter) {
        case (.jsonScript, .json), (.urlQuery, .urlEncode): filters.dropLast()
        default: filters
        }
    }
}

extension TemplateValue {
    /// The digits of a number, also of one that came as text.
    fileprivate var lexeme: String? {
        switch self {
        case .integer(let integer): String(integer)
        case .number(let digits): digits
        case .text(let text) where NumberText.isNumber(text): text
        case .list(let items): String(items.count)
        case .null, .bool, .text, .html, .object: nil
        }
    }

    fileprivate var seconds: Int? {
        switch self {
        case .integer(let integer): integer
        case .number, .text: lexeme.flatMap { Int($0.prefix { $0 != "." }) }
        case .null, .bool, .html, .list, .object: nil
        }
    }

    fileprivate var count: Int? {
        switch self {
        case .list(let items): items.count
        case .object(let object): object.count
        case .null, .bool, .integer, .number, .text, .html: nil
        }
    }
}
