/// Splits a template's bytes into text and tags.
struct Tokenizer {
    private let source: TemplateSource
    private let bytes: [UInt8]
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)
    private var tokens: [Token] = []
    private var openTags: [Tag] = []
    private var errors: [TemplateError] = []

    init(source: TemplateSource) {
        self.source = source
        bytes = source.bytes
        tokens.reserveCapacity(bytes.count / 16 + 4)
    }

    mutating func tokenize() -> (tokens: [Token], errors: [TemplateError]) {
        var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while position < bytes.count {
            guard let start = find(opening, from: position) else { break }
            if start > position { tokens.append(.text(position..<start)) }
            switch readTag(at: start) {
            case .tag(let end): position = end
            case .unclosed(let next):
                let line = next.map { next in bytes[..<next].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 } }
                errors.append(
                    TemplateError(
                        in: source, at: start,
                        what: line.map { "this tag is not closed before the next begins in line \($0)" } ?? "this tag is never closed",
                        remedy: "Write '\(String(decoding: closing, as: UTF8.self))' where it ends"))
                return (tokens, errors)
            }
        }
        if position < bytes.count { tokens.append(.text(position..<bytes.count)) }
        return (tokens, errors)
    }

    private enum Reading {
        /// The place after the tag.
        case tag(end: Int)
        /// The tag has no end, or that of another tag, which begins at this place.
        case unclosed(before: Int?)
    }

    /// Reads the tag that opens at `start`.
    private mutating func readTag(at start: Int) -> Reading {
        let inside = start + opening.count
        guard inside < bytes.count else { return .unclosed(before: nil) }
        let (kind, sigil) = kind(ofSigil: bytes[inside])
        let contentStart = inside + (sigil ? 1 : 0)
        let terminator =
            switch bytes[inside] {
            case UInt8(ascii: "{"): [UInt8(ascii: "}")] + closing
            case UInt8(ascii: "="): [UInt8(ascii: "=")] + closing
            default: closing
            }
        guard let contentEnd = find(terminator, from: contentStart) else { return .unclosed(before: nil) }
        if kind != .comment, kind != .delimiters, let next = find(opening, from: contentStart), next < contentEnd {
            return .unclosed(before: next)
        }
        let end = contentEnd + terminator.count
        let tag = Tag(kind: kind, range: start..<end, content: trimmed(contentStart..<contentEnd))
        if kind == .delimiters {
            setDelimiters(tag)
        }
        tokens.append(.tag(paired(tag)))
        return .tag(end: end)
    }

    private func kind(ofSigil byte: UInt8) -> (Tag.Kind, sigil: Bool) {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "&"): (.unescaped, true)
        case UInt8(ascii: "#"): (.section, true)
        case UInt8(ascii: "^"): (.inverted, true)
        case UInt8(ascii: "/"): (.close, true)
        case UInt8(ascii: ">"): (.partial, true)
        case UInt8(ascii: "<"): (.parent, true)
        case UInt8(ascii: "$"): (.block, true)
        case UInt8(ascii: "!"): (.comment, true)
        case UInt8(ascii: "="): (.delimiters, true)
        default: (.variable, false)
        }
    }

    /// Records the open tags, because the tags that its closing tags close decide whether a line is standalone.
    private mutating func paired(_ tag: Tag) -> Tag {
        var tag = tag
        switch tag.kind {
        case .section, .inverted, .parent, .block:
            tag.isBlockParameter = tag.kind == .block && openTags.last?.kind != .parent
            openTags.append(tag)
        case .close:
            let opener = openTags.popLast()
            tag.closes = opener?.kind
            tag.isBlockParameter = opener?.isBlockParameter ?? false
        default:
            break
        }
        return tag
    }

    private mutating func setDelimiters(_ tag: Tag) {
        let parts = bytes[tag.content].split(whereSeparator: Self.isSpace)
        guard parts.count == 2, !parts.contains(where: { $0.contains(UInt8(ascii: "=")) }) else {
            errors.append(
                TemplateError(
                    in: source, at: tag.range.lowerBound, what: "this is not a pair of delimiters",
                    remedy: "Write two with a space between and no '=' in them, as in {{=<% %>=}}"))
            return
        }
        opening = Array(parts[0])
        closing = Array(parts[1])
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while !range.isEmpty, Self.isSpace(bytes[range.lowerBound]) { range = range.lowerBound + 1..<range.upperBound }
        while !range.isEmpty, Self.isSpace(bytes[range.upperBound - 1]) { range = range.lowerBound..<range.upperBound - 1 }
        return range
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        let first = pattern[0]
        let last = bytes.count - pattern.count
        return bytes.withUnsafeBufferPointer { bytes in
            var position = start
            while position <= last {
                if bytes[position] == first, bytes[position..<position + pattern.count].elementsEqual(pattern) { return position }
                position += 1
            }
            return nil
        }
    }
}

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
