/// A change to a value before it is printed: `{{value | filter "argument"}}`. The set of filters is closed.
enum Filter: String, Sendable, CaseIterable {
    /// An ISO 8601 date or time as `28 November 1966`.
    case date
    /// Seconds as `178 d 22 h`.
    case duration
    /// Digits in groups of three, from five digits on.
    case number
    /// The first argument for the number one, the second for any other number.
    case plural
    case urlEncode = "url-encode"
    case json
    case uppercase
    case lowercase
    /// The number of items in a list.
    case count

    var argumentCount: Int { self == .plural ? 2 : 0 }

    /// Applies the filter. A value that it cannot read is returned unchanged.
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

/// A filter with its arguments, as written in a tag.
struct FilterCall: Sendable {
    let filter: Filter
    let arguments: [String]

    func apply(to value: TemplateValue) -> TemplateValue {
        filter.apply(to: value, arguments: arguments)
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

/// Formats dates for readers.
private enum DateText {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    /// An ISO 8601 date or time as `28 November 1966`, a month as `November 1966`, a year unchanged. The day is the written one, whatever
    /// the time zone. Any other text stays unchanged.
    static func written(_ text: String) -> String {
        let day = text.prefix { $0 != "T" && $0 != " " }
        let parts = day.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4, parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 48 < 10 } }) else {
            return text
        }
        guard parts.count > 1 else { return String(day) }
        guard parts[1].count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return text }
        let year = "\(months[month - 1]) \(parts[0])"
        guard parts.count > 2 else { return year }
        guard parts[2].count == 2, let number = Int(parts[2]), (1...31).contains(number) else { return text }
        return "\(number) \(year)"
    }
}

/// Formats lengths of time for readers.
private enum DurationText {
    private static let units = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")]

    /// The two largest neighbouring units, the second only when it is not 0: `178 d 22 h`, `5 min`. U+00A0 precedes each unit, so that a
    /// line never breaks between a number and its unit. The remainder is cut off, not rounded.
    static func written(seconds: Int) -> String {
        let sign = seconds < 0 ? "-" : ""
        var rest = seconds.magnitude
        for (index, (size, unit)) in units.enumerated() where rest >= UInt(size) || size == 1 {
            let largest = "\(sign)\(NumberText.grouped(String(rest / UInt(size))))\u{A0}\(unit)"
            rest %= UInt(size)
            guard index + 1 < units.count else { return largest }
            let (nextSize, nextUnit) = units[index + 1]
            let next = rest / UInt(nextSize)
            return next == 0 ? largest : "\(largest) \(next)\u{A0}\(nextUnit)"
        }
        return "0\u{A0}s"
    }
}

/// Formats numbers for readers.
private enum NumberText {
    /// The whole part in groups of three with U+202F (narrow no-break space) between them, from five digits on (ISO 80000-1, 7.3.1: a group
    /// of four digits may be unbroken). Numbers with an exponent stay unchanged.
    static func grouped(_ lexeme: String) -> String {
        // There are at most four digits and a sign.
        if lexeme.utf8.count < 5 { return lexeme }
        if lexeme.contains(where: { $0 == "e" || $0 == "E" }) { return lexeme }
        let sign = lexeme.prefix { $0 == "-" }
        let whole = lexeme.dropFirst(sign.count).prefix { $0 != "." }
        let rest = lexeme.dropFirst(sign.count + whole.count)
        if whole.count < 5 { return lexeme }
        var grouped = String(sign)
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { grouped.append("\u{202F}") }
            grouped.append(digit)
        }
        return grouped + rest
    }

    /// Whether text is a number in the form of JSON, without an exponent.
    static func isNumber(_ text: String) -> Bool {
        let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } }
    }
}
