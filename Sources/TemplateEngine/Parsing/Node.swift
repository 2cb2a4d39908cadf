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
    // Larger than the others and rarer, they would make every node as large.
    indirect case parent(ParentTag)
    indirect case block(BlockTag)
}

/// Text between tags, as a range of the template's bytes. May be empty, to mark that a line begins where a tag stands.
struct TextNode: Sendable {
    let range: Range<Int>
    /// Whether a line of the template begins with this text, so that the indentation of a partial goes before it. Lines that
    /// begin inside the text are found by its newlines.
    let startsLine: Bool
}

/// `{{name}}`, `{{{name}}}`, `{{&name}}`, `{{name | filter "argument"}}`.
struct VariableTag: Sendable {
    let path: Path
    let filters: [FilterCall]
    let unescaped: Bool
    /// Where the tag opens in the template's bytes, for messages.
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
    /// `{{>*name}}`: the partial whose name the value has.
    case dynamic(Path)
}

/// `{{>name}}`.
struct PartialTag: Sendable {
    let name: PartialName
    /// The white space before a tag that stands alone on its line; nil for any other.
    let indentation: [UInt8]?
    let offset: Int
}

/// `{{<name}}…{{/name}}`: a partial with some of its blocks replaced.
struct ParentTag: Sendable {
    let name: PartialName
    /// As of a partial tag.
    let indentation: [UInt8]?
    /// The blocks inside; other text in a parent tag is for the reader only.
    let arguments: [BlockTag]
    let offset: Int
}

/// `{{$name}}…{{/name}}`: a parameter with its default; inside a parent tag, the argument for one.
struct BlockTag: Sendable {
    let name: String
    let body: [Node]
    /// Whether nothing but white space stands before the tag on its line, so that it decides where lines begin.
    let startsLine: Bool
    /// Whether the body begins on a line of its own.
    let bodyStartsLine: Bool
    /// What the lines of an argument are indented by here.
    let indentation: [UInt8]
    /// The white space before the tag where it has its line together with its content.
    let leading: [UInt8]
    /// What the body's own first line is indented by, and its lines lose where it is an argument.
    let bodyIndentation: [UInt8]
    let offset: Int
}
