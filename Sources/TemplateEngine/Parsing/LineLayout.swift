/// The position of a tag on its line.
enum Placement {
    /// The tag is alone, so the line itself is not rendered. `after` is the start of the next line.
    case standalone(indentation: Range<Int>, after: Int)
    /// The tag is first: there is only white space before it, and something after it.
    case first(leading: Range<Int>)
    case inline
}

/// The remainder of a template without its standalone lines.
enum PlacedToken {
    case text(TextNode)
    case tag(Tag, Placement)
}

/// Finds standalone lines (Mustache specification: 'Standalone tags') and the beginnings of all other lines.
struct LineLayout {
    private let bytes: [UInt8]
    private var result: [PlacedToken] = []
    private var line: [Token] = []
    private var lineStart: Int

    static func layOut(_ tokens: [Token], of bytes: [UInt8]) -> [PlacedToken] {
        var layout = LineLayout(bytes: bytes, tokens: tokens)
        layout.result.reserveCapacity(tokens.count + tokens.count / 4)
        for token in tokens {
            switch token {
            case .tag:
                layout.line.append(token)
            case .text(let range):
                layout.addLines(of: range)
            }
        }
        layout.endLine(at: bytes.count)
        return layout.result
    }

    private init(bytes: [UInt8], tokens: [Token]) {
        self.bytes = bytes
        // A byte order mark is before the first token.
        switch tokens.first {
        case .text(let range): lineStart = range.lowerBound
        case .tag(let tag): lineStart = tag.range.lowerBound
        case nil: lineStart = 0
        }
    }

    private mutating func addLines(of range: Range<Int>) {
        var start = range.lowerBound
        if !line.isEmpty, let newline = bytes[range].firstIndex(of: 0x0A) {
            line.append(.text(start..<newline + 1))
            endLine(at: newline + 1)
            start = newline + 1
        }
        // Lines without any tag are text and need not be examined one by one.
        if line.isEmpty, let newline = bytes[start..<range.upperBound].lastIndex(of: 0x0A) {
            addText(start..<newline + 1, startsLine: true)
            start = newline + 1
            lineStart = start
        }
        if start < range.upperBound { line.append(.text(start..<range.upperBound)) }
    }

    private mutating func endLine(at end: Int) {
        if !line.isEmpty {
            if isStandalone {
                addStandaloneTags(lineEnd: end)
            } else {
                addInlinePieces()
            }
        }
        line.removeAll(keepingCapacity: true)
        lineStart = end
    }

    private var tags: [Tag] {
        line.compactMap {
            if case .tag(let tag) = $0 { tag } else { nil }
        }
    }

    private var isStandalone: Bool {
        var count = 0
        var first: Tag?
        for token in line {
            switch token {
            case .text(let range):
                if !isBlank(range) { return false }
            case .tag(let tag):
                count += 1
                first = first ?? tag
            }
        }
        if let first, count == 1 { return first.mayStandAlone }
        if count == 0 { return false }
        let tags = tags
        return tags.allSatisfy(mayShareLine) && !opensAndClosesParameter(tags)
    }

    /// A parent or block may open and close on one line. Such a line is standalone too.
    private func mayShareLine(_ tag: Tag) -> Bool {
        switch tag.kind {
        case .parent, .block: true
        case .close: tag.closes == .parent || tag.closes == .block
        default: false
        }
    }

    /// `{{$block}}{{/block}}` on one line. Its argument gets the indentation, but the line's end is kept.
    private func opensAndClosesParameter(_ tags: [Tag]) -> Bool {
        var open = 0
        for tag in tags where tag.isBlockParameter {
            if tag.kind == .block {
                open += 1
            } else if open > 0 {
                return true
            }
        }
        return false
    }

    private mutating func addStandaloneTags(lineEnd: Int) {
        var indentation: Range<Int>?
        for case .tag(let tag) in line {
            let blank = indentation ?? lineStart..<max(lineStart, tag.range.lowerBound)
            indentation = blank
            result.append(.tag(tag, .standalone(indentation: blank, after: lineEnd)))
        }
    }

    private mutating func addInlinePieces() {
        var leading: Range<Int>? = lineStart..<lineStart
        for token in line {
            switch token {
            case .text(let range):
                if leading != nil, isBlank(range), range.upperBound < bytes.count, bytes[range.upperBound - 1] != 0x0A {
                    leading = range
                } else {
                    addText((leading?.lowerBound ?? range.lowerBound)..<range.upperBound, startsLine: leading != nil)
                    leading = nil
                }
            case .tag(let tag):
                guard let blank = leading else {
                    result.append(.tag(tag, .inline))
                    continue
                }
                // The argument of a block decides how its line begins. This is resolved in the block.
                if tag.kind != .block || !tag.isBlockParameter { addText(blank, startsLine: true) }
                result.append(.tag(tag, .first(leading: blank)))
                leading = nil
            }
        }
    }

    private mutating func addText(_ range: Range<Int>, startsLine: Bool) {
        // An empty text that marks the beginning of a line must not be merged into the text before it.
        if !range.isEmpty, case .text(let last)? = result.last, last.range.upperBound == range.lowerBound {
            result[result.count - 1] = .text(TextNode(range: last.range.lowerBound..<range.upperBound, startsLine: last.startsLine))
        } else {
            result.append(.text(TextNode(range: range, startsLine: startsLine)))
        }
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }
}

extension Tag {
    /// Whether its line is left out when nothing else is on it.
    fileprivate var mayStandAlone: Bool { kind != .variable && kind != .unescaped }
}
