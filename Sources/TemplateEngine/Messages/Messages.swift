import Language
import Support

/// The messages of one language: the words of a site, by their keys.
///
/// It is an object because templates hand it on for each value that is a message.
public final class Messages: Sendable {
    /// The language in whose forms numbers, dates and lists are written.
    public let language: Language
    private let compiled: [FieldName: CompiledMessage]
    private let table: MessageTable
    /// The source of each message, for its place in error messages.
    package let sources: [String: MessageSource]

    /// No messages. Numbers and dates have English forms.
    public convenience init() {
        self.init(language: .english, compiled: [:], sources: [:])
    }

    private init(language: Language, compiled: [FieldName: CompiledMessage], sources: [String: MessageSource]) {
        self.language = language
        self.compiled = compiled
        table = MessageTable(compiled)
        self.sources = sources
    }

    /// Parses messages.
    ///
    /// - Throws: the mistakes of all messages: an unclosed brace, an unknown filter, a plural form that the language does not have or that
    ///   is missing.
    public convenience init(_ sources: [MessageSource], language: Language) throws(TemplateErrors) {
        var compiled: [FieldName: CompiledMessage] = [:]
        var errors: [TemplateError] = []
        compiled.reserveCapacity(sources.count)
        for source in sources {
            var compiler = MessageCompiler(origin: source.origin, language: language)
            compiled[FieldName(source.key)] = CompiledMessage(compiler.pattern(source.form))
            errors += compiler.errors
        }
        guard errors.isEmpty else {
            throw TemplateErrors(errors, order: sources.map(\.origin))
        }
        self.init(language: language, compiled: compiled, sources: Dictionary(sources.map { ($0.key, $0) }, uniquingKeysWith: { $1 }))
    }

    /// These messages, and those of another language for the keys that they do not have. Numbers in the borrowed ones have the forms of this
    /// language, and the plurals of their own.
    public func falling(backTo other: Messages) -> Messages {
        Messages(
            language: language, compiled: compiled.merging(other.compiled) { own, _ in own },
            sources: sources.merging(other.sources) { own, _ in own })
    }

    /// What the path of a tag that names words begins with.
    static let name = "words"

    var isEmpty: Bool { compiled.isEmpty }

    /// The key that a tag's path names: `craft.heading` of `words.craft.heading`. Nil when it names none, or when there are no messages.
    func key(of path: Path) -> String? {
        guard path.names.count > 1, path.names[0].text == Self.name, !compiled.isEmpty else { return nil }
        return path.names.dropFirst().map(\.text).joined(separator: ".")
    }

    /// The same messages with numbers and dates in the forms of another language, such as a regional form of theirs.
    public func written(in language: Language) -> Messages { Messages(language: language, compiled: compiled, sources: sources) }

    /// The keys, in alphabetical order.
    public var keys: [String] { compiled.keys.map(\.text).sorted() }

    public func contains(_ key: String) -> Bool { pattern(of: key) != nil }

    /// The names of the values in a message, as dotted paths in the order of its text. Nil when there is no such message.
    public func valueNames(of key: String) -> [String]? { pattern(of: key)?.paths.map(\.description) }

    func pattern(of key: String) -> MessagePattern? { compiled[FieldName(key)]?.pattern }

    /// A message as it stands in its file, for a script that fills in the values: a text, or an object with the text of each form. Null
    /// when there is no such message.
    public func forms(of key: String) -> TemplateValue { sources[key].map { Self.forms($0.form) } ?? .null }

    private static func forms(_ form: MessageForm) -> TemplateValue {
        switch form {
        case .text(let text): .text(text.text)
        case .choice(_, _, let cases): .object(TemplateObject(cases.map { (FieldName($0.name.text), forms($0.form)) }))
        }
    }

    /// The text of a message. It is empty when there is no such message.
    public func text(_ message: TemplateMessage) -> String {
        guard let compiled = table[message.name] else { return "" }
        return compiled._withUnsafeGuaranteedRef { compiled in
            if let constant = compiled.constant { return constant }
            var text: [UInt8] = []
            text.reserveCapacity(128)
            compiled.write(self, message.values) { text.append(contentsOf: $0) }
            return String(decoding: text, as: UTF8.self)
        }
    }

    /// Writes the parts of a message's text, one after the other. There is none when there is no such message.
    func write(_ message: TemplateMessage, to output: (UnsafeBufferPointer<UInt8>) -> Void) {
        table[message.name]?._withUnsafeGuaranteedRef { $0.write(self, message.values, to: output) }
    }

    /// Writes a value as it stands in a message.
    func write(_ value: UnsafePointer<TemplateValue>, to output: (UnsafeBufferPointer<UInt8>) -> Void) {
        switch value.pointee {
        case .message(let message): write(message, to: output)
        case .null, .object: break
        case .bool, .integer, .number, .text, .html, .list:
            var text = text(of: value.pointee)
            text.withUTF8(output)
        }
    }

    /// The text of a value as it stands in a message: numbers in the language's form, texts isolated from the direction of the words around them.
    public func text(of value: TemplateValue) -> String {
        switch value {
        case .null, .object: ""
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): language.number(number)
        case .number(let digits): language.number(digits)
        case .text(let text): language.isolated(text)
        case .html(let html): html.html
        case .list(let items): language.list(items.filter { $0 != .null }.map(text))
        case .message(let message): text(message)
        }
    }

    /// Where a message stands: `Templates/words/en.yml:12`.
    func place(of key: String) -> String? { sources[key].map { "\($0.origin):\($0.form.place.line)" } }

    /// The mistake of a message at its place, with a remedy.
    public func error(at key: String, _ what: String, _ remedy: String) -> TemplateError? {
        guard let source = sources[key] else { return nil }
        return TemplateError(file: source.origin, at: source.form.place, what: what, remedy: remedy)
    }

    /// The value with all messages in it as texts, for readers that know no messages.
    public func resolving(_ value: TemplateValue) -> TemplateValue {
        switch value {
        case .message(let message): .text(text(message))
        case .list(let items): .list(items.map(resolving))
        case .object(let object): .object(TemplateObject(object.pairs.map { ($0.0, resolving($0.1)) }))
        case .null, .bool, .integer, .number, .text, .html: value
        }
    }
}

/// Turns the forms of a message into a pattern.
private struct MessageCompiler {
    let origin: String
    let language: Language
    private(set) var errors: [TemplateError] = []

    init(origin: String, language: Language) {
        self.origin = origin
        self.language = language
    }

    mutating func pattern(_ form: MessageForm) -> MessagePattern {
        switch form {
        case .text(let text):
            do throws(MessageParser.SyntaxError) {
                return try MessageParser.parse(text.text)
            } catch {
                report(text, error.what, error.remedy)
                return .text("")
            }
        case .choice(let kind, let by, let cases):
            checkNames(of: cases.map(\.name), kind, at: by)
            let patterns = cases.map { (name: $0.name.text, pattern: pattern($0.form)) }
            guard let path = Path(by.text) else {
                report(by, "'\(by.text)' is not the name of a value", "Write the name without braces, as in '\(kind.rawValue): count'")
                return .text("")
            }
            return .choice(MessagePattern.Choice(kind: kind, by: path, language: language, cases: patterns))
        }
    }

    private mutating func checkNames(of cases: [PlacedText], _ kind: MessageChoiceKind, at by: PlacedText) {
        let categories =
            switch kind {
            case .plural: language.pluralCategories
            case .ordinal: language.ordinalCategories
            case .select: [PluralCategory]()
            }
        if kind == .select { return }
        let names = categories.map(\.rawValue)
        for name in cases where !names.contains(name.text) && Int(name.text) == nil {
            let suggestion = NameSuggestion.nearest(to: name.text, among: names).map { "Did you mean '\($0)'?" }
            report(
                name, "'\(name.text)' is no \(kind.rawValue) form of the language '\(language.tag)'",
                suggestion ?? "Its forms are \(names.joined(separator: ", "))")
        }
        for name in names where !cases.contains(where: { $0.text == name }) {
            report(
                by, "the \(kind.rawValue) form '\(name)' is missing",
                "The language '\(language.tag)' has the forms \(names.joined(separator: ", "))")
        }
    }

    private mutating func report(_ place: PlacedText, _ what: String, _ remedy: String) {
        errors.append(TemplateError(file: origin, at: place, what: what, remedy: remedy))
    }
}
