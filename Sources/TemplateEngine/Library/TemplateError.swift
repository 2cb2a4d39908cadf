/// A mistake in a template: where it is, what is wrong, and how to mend it.
public struct TemplateError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The origin of the template's source.
    public let file: String
    /// Counted from 1. It is 0 when the mistake is not at one place of the text.
    public let line: Int
    /// Counted from 1, in characters. It is 0 when the line is 0.
    public let column: Int
    public let what: String
    public let remedy: String
    public let sourceLine: String
    /// What the mistake is about, for programs that know more about it than the engine.
    public let topic: Topic?

    public enum Topic: Equatable, Sendable {
        /// A condition that is more than a name.
        case condition
        /// A name that the view of this template does not have.
        case unknownName(template: String)
    }

    /// `file:line:column: what. remedy`, the line of the template, and a caret under the place. For a whole file: `file: what. remedy`.
    public var description: String {
        line == 0 ? "\(file): \(what). \(remedy)" : "\(file):\(line):\(column): \(what). \(remedy)\n\(excerpt)"
    }

    /// The line of the template, and below it a caret under the place. Empty when there is no place.
    public var excerpt: String {
        if line == 0 { return "" }
        // A tab before the place is kept, so that the caret is below it at any tab width.
        let padding = String(sourceLine.prefix(column - 1).map { $0 == "\t" ? Character("\t") : " " })
        return "\(sourceLine)\n\(padding)^"
    }

    init(in source: TemplateSource, at offset: Int, what: String, remedy: String, topic: Topic? = nil) {
        let bytes = source.bytes
        let place = min(offset, bytes.count)
        let lineStart = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let lineEnd = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
        let text = String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self)
        file = source.origin
        line = bytes[..<place].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        column = String(decoding: bytes[lineStart..<place], as: UTF8.self).count + 1
        sourceLine = text.hasSuffix("\r") ? String(text.dropLast()) : text
        self.what = what
        self.remedy = remedy
        self.topic = topic
    }

    /// A mistake in a file of words.
    public init(file: String, at place: PlacedText, what: String, remedy: String) {
        self.file = file
        line = place.line
        column = place.column
        sourceLine = place.sourceLine
        self.what = what
        self.remedy = remedy
        topic = nil
    }

    /// A mistake of a file or folder as a whole.
    init(file: String, what: String, remedy: String) {
        self.file = file
        line = 0
        column = 0
        sourceLine = ""
        self.what = what
        self.remedy = remedy
        topic = nil
    }
}

/// All mistakes of a set of templates, in the order of the templates and of the places in them.
public struct TemplateErrors: Error, Equatable, Sendable, CustomStringConvertible {
    public let errors: [TemplateError]

    /// - Parameters:
    ///   - errors: the mistakes in any order.
    ///   - order: the origins of the templates, in the order in which their mistakes are reported.
    public init(_ errors: [TemplateError], order: [String]) {
        let ranks = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.errors = errors.enumerated().sorted { left, right in
            let leftPlace = (ranks[left.element.file] ?? -1, left.element.line, left.element.column, left.offset)
            let rightPlace = (ranks[right.element.file] ?? -1, right.element.line, right.element.column, right.offset)
            return leftPlace < rightPlace
        }.map(\.element)
    }

    public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// Why a page could not be rendered, and at which tag.
public struct RenderError: Error, Equatable, Sendable, CustomStringConvertible {
    public let cause: TemplateError
    /// The part of the value that could not be encoded. Nil when the template is at fault.
    public let encodingError: TemplateEncodingError?

    init(cause: TemplateError) {
        self.cause = cause
        encodingError = nil
    }

    /// A file that could not be made without a template either.
    package init(file: String, what: String, remedy: String) {
        self.init(cause: TemplateError(file: file, what: what, remedy: remedy))
    }

    init(_ error: TemplateEncodingError, template: String) {
        cause = TemplateError(file: template, what: "the value at '\(error.place)' cannot be encoded: \(error.what)", remedy: error.remedy)
        encodingError = error
    }

    public var description: String { cause.description }
}

/// Why a value cannot be given to a template, and which part of it.
public struct TemplateEncodingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The keys from the whole value to the part, including the indices in lists. Empty for the whole value.
    public let codingPath: [String]
    /// What is wrong, without a full stop.
    public let what: String
    /// What to do about it.
    public let remedy: String

    /// `crew.1.mass: what. remedy`
    public var description: String { "\(place): \(what). \(remedy)" }

    /// The path as templates write it. It is `.` for the whole value.
    var place: String { codingPath.isEmpty ? "." : codingPath.joined(separator: ".") }

    init(at path: [any CodingKey], what: String, remedy: String) {
        codingPath = path.map { $0.intValue.map(String.init) ?? $0.stringValue }
        self.what = what
        self.remedy = remedy
    }

    /// Wraps an error that a type's own `encode(to:)` throws.
    init(_ error: any Error, at path: [any CodingKey]) {
        switch error {
        case let error as TemplateEncodingError:
            self = error
        case EncodingError.invalidValue(_, let context):
            self.init(at: context.codingPath, what: context.debugDescription, remedy: Self.remedy)
        default:
            self.init(at: path, what: "\(error)", remedy: Self.remedy)
        }
    }

    private static let remedy = "Change the value, or what its type encodes"
}
