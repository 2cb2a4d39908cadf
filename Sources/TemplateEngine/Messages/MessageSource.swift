/// A message as it stands in a file of words.
public struct MessageSource: Sendable {
    /// The key, with a dot between its parts: `plate.rank`.
    public let key: String
    /// The place of the key in the file.
    public let keyPlace: PlacedText
    public let form: MessageForm
    /// The path of the file for error messages.
    public let origin: String

    /// - Parameters:
    ///   - key: the name of the message, with its groups: `craft.heading`.
    ///   - keyPlace: the place of the key in its file. Nil for the place of its first text.
    ///   - form: its texts.
    ///   - origin: the file that it is from, in the words of error messages.
    public init(key: String, at keyPlace: PlacedText? = nil, form: MessageForm, origin: String) {
        self.key = key
        self.keyPlace = keyPlace ?? form.place
        self.form = form
        self.origin = origin
    }
}

/// One text, or a choice between texts by a value.
public indirect enum MessageForm: Sendable {
    case text(PlacedText)
    /// - Parameter by: the name of the value that decides.
    case choice(MessageChoiceKind, by: PlacedText, cases: [(name: PlacedText, form: MessageForm)])

    /// The names of all values, as dotted paths. Texts that cannot be parsed have none.
    public var valueNames: [String] {
        switch self {
        case .text(let text): MessageParser.valueNames(in: text.text)
        case .choice(_, let by, let cases): [by.text] + cases.flatMap(\.form.valueNames)
        }
    }

    /// The first text of the form, for its place.
    public var place: PlacedText {
        switch self {
        case .text(let text), .choice(_, let text, _): text
        }
    }
}

/// How a value decides between the forms of a message.
public enum MessageChoiceKind: String, Sendable, CaseIterable {
    /// By the plural category of a number (Unicode CLDR). A form may also be named by a number, for that number alone.
    case plural
    /// By the category of an ordinal number.
    case ordinal
    /// By the value itself: a text, a whole number, `true` or `false`. The form `other` is for all other values.
    case select
}

/// A text with its place in a file.
public struct PlacedText: Sendable {
    public let text: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1, in characters.
    public let column: Int
    public let sourceLine: String

    public init(_ text: String, line: Int, column: Int, sourceLine: String) {
        self.text = text
        self.line = line
        self.column = column
        self.sourceLine = sourceLine
    }
}
