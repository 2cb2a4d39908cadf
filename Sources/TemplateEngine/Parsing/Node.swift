/// A template as a tree.
struct ParsedTemplate: Sendable {
    let source: TemplateSource
    let nodes: [Node]
}

enum Node: Sendable {
    case text(TextNode)
    case variable(VariableTag)
    case section(SectionTag)
    case partial(PartialTag)
    // This case is larger and rarer than the others. Without `indirect` every node would have its size.
    indirect case parent(ParentTag)
    indirect case block(BlockTag)
}

/// Text between tags, as a range of the template's bytes. It may be empty, to mark that a line begins at a tag.
struct TextNode: Sendable {
    let range: Range<Int>
    /// Whether a line of the template begins with this text. The indentation of a partial then goes before it. Lines that begin inside the
    /// text are found by its newlines.
    let startsLine: Bool
}

/// `{{name}}`, `{{{name}}}`, `{{&name}}`, `{{name | filter "argument"}}`.
struct VariableTag: Sendable {
    let path: Path
    let filters: [FilterCall]
    let unescaped: Bool
    /// The offset of the tag in the template's bytes, for messages.
    let offset: Int
}

/// `{{#name}}…{{/name}}` and `{{^name}}…{{/name}}`.
struct SectionTag: Sendable {
    let path: Path
    let inverted: Bool
    let body: [Node]
    let offset: Int
}

enum PartialName: Sendable {
    case fixed(String)
    /// `{{>*name}}`: the partial whose name is the value.
    case dynamic(Path)

    var isDynamic: Bool { if case .dynamic = self { true } else { false } }
}

extension PartialName: CustomStringConvertible {
    var description: String {
        switch self {
        case .fixed(let name): name
        case .dynamic(let path): "*\(path)"
        }
    }
}

/// `{{>name}}`.
struct PartialTag: Sendable {
    let name: PartialName
    /// The white space before a tag that is alone on its line. Nil for any other tag.
    let indentation: [UInt8]?
    let offset: Int
}

/// `{{<name}}…{{/name}}`: a partial with some of its blocks replaced.
struct ParentTag: Sendable {
    let name: PartialName
    /// The same as for a partial tag.
    let indentation: [UInt8]?
    /// The blocks inside. All else in a parent tag is not rendered.
    let arguments: [BlockTag]
    /// The place of the first tag or text that is in none of the blocks.
    let stray: Int?
    let offset: Int
}

/// `{{$name}}…{{/name}}`: a parameter with its default. Inside a parent tag: the argument for a parameter.
struct BlockTag: Sendable {
    let name: String
    let body: [Node]
    /// Whether there is only white space before the tag on its line, so that the block decides where lines begin.
    let startsLine: Bool
    /// Whether the body begins on a line of its own.
    let bodyStartsLine: Bool
    /// The indentation of an argument's lines here.
    let indentation: [UInt8]
    /// The white space before the tag when the tag shares its line with its content.
    let leading: [UInt8]
    /// The indentation of the body's own first line. The lines of an argument lose it.
    let bodyIndentation: [UInt8]
    let offset: Int
}

/// A dotted name, split during parsing. Without names it is the implicit iterator `.`.
struct Path: Sendable, Hashable, CustomStringConvertible {
    let names: [FieldName]

    var isImplicitIterator: Bool { names.isEmpty }
    var description: String { names.isEmpty ? "." : names.map(\.text).joined(separator: ".") }

    /// The value of the innermost loop that the name means when no data has it.
    var loopValue: LoopValue? {
        // The first byte rules out most names.
        names.count == 1 && names[0].text.utf8.first == UInt8(ascii: "@") ? LoopValue(rawValue: names[0].text) : nil
    }

    /// Splits at dots. Nil when a part is empty or when there is white space.
    init?(_ text: String) {
        if text == "." {
            names = []
            return
        }
        var text = text
        guard let names = text.withUTF8(Self.names), !text.hasOtherSpace else { return nil }
        self.names = names
    }

    private static func names(in text: UnsafeBufferPointer<UInt8>) -> [FieldName]? {
        var dots = 0
        for byte in text {
            if byte == 0x20 || byte &- 0x09 < 5 { return nil }
            if byte == UInt8(ascii: ".") { dots += 1 }
        }
        var names: [FieldName] = []
        names.reserveCapacity(dots + 1)
        var start = 0
        while true {
            var end = start
            while end < text.count, text[end] != UInt8(ascii: ".") { end += 1 }
            guard start < end else { return nil }
            names.append(FieldName(String(decoding: UnsafeBufferPointer(rebasing: text[start..<end]), as: UTF8.self)))
            if end == text.count { return names }
            start = end + 1
        }
    }
}

extension String {
    /// Whether the text has white space that is not ASCII.
    fileprivate var hasOtherSpace: Bool {
        !utf8.allSatisfy { $0 < 0x80 } && contains(where: \.isWhitespace)
    }
}

/// The values that a loop gives about its present turn.
enum LoopValue: String, Sendable, CaseIterable {
    /// Counted from 0.
    case index = "@index"
    case first = "@first"
    case last = "@last"
    case length = "@length"
}
