/// One tag, as written in the text.
struct Tag {
    enum Kind {
        case variable
        case unescaped
        case section
        case inverted
        case close
        case partial
        case parent
        case block
        case comment
        case delimiters
    }

    let kind: Kind
    /// From the first byte of the opening delimiter to after the closing one.
    let range: Range<Int>
    /// The content of the tag, without the sigil and the white space around it.
    let content: Range<Int>
    /// For a closing tag, the kind of the tag that it closes. Nil when there is none.
    var closes: Kind?
    /// Whether the tag, or the one that it closes, is a block outside of any parent tag: a parameter.
    var isBlockParameter = false
}

/// Text between two tags, or a tag.
enum Token {
    case text(Range<Int>)
    case tag(Tag)
}
