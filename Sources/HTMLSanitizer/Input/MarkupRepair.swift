import Support

/// Turns text that only looks like markup into plain text, and removes all markup except tags. The parser then loses nothing, and reads the
/// same in every version.
///
/// - A `<` that begins no tag ('a < b', '<3', `<me@example.org>`) and a tag without its `>` become text.
/// - Comments, CDATA sections, declarations and processing instructions are removed. Without an end they become text too.
/// - An `&` that begins no complete reference becomes text. A reference to a character that no text may hold becomes U+FFFD.
/// - A start tag of an unknown element without its end tag ('the <KURS> radar', 'List<String>'), and such an end tag without its start tag,
///   become text.
/// - Other tags are written again by a `TagRewriter`.
///
/// Nothing here makes the output safe: the tree is sanitized for that. This step decides only which text a reader gets to see.
struct MarkupRepair {
    struct Result {
        let bytes: [UInt8]
        /// Whether the author lays the text out by tags, so that line breaks are only white space.
        let isLaidOut: Bool
    }

    private let input: [UInt8]
    private var output: [UInt8] = []
    private var index = 0
    private var isWithoutCommentEnd = false
    private var isWithoutSectionEnd = false
    private let lastGreaterThan: Int
    private var rewriter: TagRewriter
    private var flattener: Flattener?
    private var unknownTags = UnknownTags()

    /// - Parameter input: the result of `CharacterRepair`.
    static func repaired(_ input: [UInt8], rewriter: TagRewriter) -> Result {
        var repair = MarkupRepair(input, rewriter: rewriter, flattener: nil)
        return repair.run()
    }

    /// Like `repaired`, but without nesting: of all elements only paragraphs, line breaks and rules are left.
    static func flattened(_ input: [UInt8], rewriter: TagRewriter) -> Result {
        var repair = MarkupRepair(input, rewriter: rewriter, flattener: Flattener())
        return repair.run()
    }

    private init(_ input: [UInt8], rewriter: TagRewriter, flattener: Flattener?) {
        self.input = input
        self.rewriter = rewriter
        self.flattener = flattener
        lastGreaterThan = input.lastIndex(of: Byte.greaterThan) ?? -1
        output.reserveCapacity(input.count + input.count / 8)
        // In a body that a tag began, libxml2 implies no paragraphs. Implied ones could not be distinguished from those of the text.
        output.append("<body>")
    }

    /// Whether a byte may begin markup.
    @inline(__always)
    private static func mayBegin(_ bytes: ByteScan.Block, _ following: ByteScan.Block) -> ByteScan.Hits {
        bytes.equal(to: Byte.lessThan) | bytes.equal(to: Byte.ampersand)
    }

    /// Whether a text contains something for a parser, and not only `<` and `&` as plain signs.
    static func isNeeded(for input: [UInt8]) -> Bool {
        input.withUnsafeBufferPointer { bytes in
            var index = ByteScan.firstIndex(in: bytes, from: 0, where: mayBegin)
            while index < bytes.count {
                if bytes[index] == Byte.ampersand {
                    if CharacterReference(input, at: index) != nil { return true }
                } else if index + 1 < bytes.count, !isPlain(after: bytes[index + 1]) {
                    return true
                }
                index = ByteScan.firstIndex(in: bytes, from: index + 1, where: mayBegin)
            }
            return false
        }
    }

    /// Whether a `<` before this byte is always text.
    private static func isPlain(after next: UInt8) -> Bool {
        !next.isASCIILetter && next != Byte.slash && next != UInt8(ascii: "!") && next != Byte.questionMark
    }

    private mutating func run() -> Result {
        while true {
            let next = input.withUnsafeBufferPointer { ByteScan.firstIndex(in: $0, from: index, where: Self.mayBegin) }
            output += input[index..<next]
            index = next
            guard next < input.count else { break }
            if input[next] == Byte.ampersand {
                index = CharacterReference.rewrite(input, at: next, to: &output)
            } else {
                readMarkup()
            }
        }
        flattener?.finish(&output)
        unknownTags.finish(&output)
        return Result(bytes: output, isLaidOut: rewriter.hasSeenLayout)
    }

    private func byte(_ offset: Int) -> UInt8 {
        index + offset < input.count ? input[index + offset] : 0
    }

    private mutating func readMarkup() {
        let next = byte(1)
        if next.isASCIILetter || next == Byte.slash && byte(2).isASCIILetter {
            guard let tag = Tag(input, at: index) else { return writeAsText() }
            write(tag)
        } else if let end = endOfNonElement() {
            index = end
        } else {
            writeAsText()
        }
    }

    private mutating func writeAsText() {
        output.append("&lt;")
        index += 1
    }

    private mutating func write(_ tag: Tag) {
        let treatment = rewriter.note(tag)
        if treatment == .unknown, !tag.isSelfClosing {
            writeUnknown(tag)
        } else if flattener != nil {
            flattener?.write(tag, treatment, to: &output)
        } else {
            rewriter.write(tag, treatment, input, to: &output)
        }
        index = tag.end
        if tag.beginsRawText {
            let end = endOfRawText(tag.name)
            output += input[index..<end]
            index = end
        }
    }

    /// Writes a tag of an unknown element as text. A start tag is taken back when its end tag comes.
    private mutating func writeUnknown(_ tag: Tag) {
        if flattener?.isDropping == true || tag.isEndTag && unknownTags.end(tag.name) { return }
        let start = output.count
        while index < tag.end {
            switch input[index] {
            case Byte.ampersand: index = CharacterReference.rewrite(input, at: index, to: &output)
            case Byte.lessThan: writeAsText()
            default:
                output.append(input[index])
                index += 1
            }
        }
        if !tag.isEndTag { unknownTags.begin(tag.name, start..<output.count) }
    }

    /// The end of the comment, section, declaration or instruction at `index`. Nil if none of these begins there.
    private mutating func endOfNonElement() -> Int? {
        let isDeclaration = byte(1) == UInt8(ascii: "!")
        guard isDeclaration || byte(1) == Byte.questionMark else { return nil }
        if isDeclaration, byte(2) == UInt8(ascii: "-"), byte(3) == UInt8(ascii: "-") { return endOfComment() }
        if isDeclaration, input[index...].starts(with: "<![CDATA[".utf8), let end = endOfSection() { return end }
        let isNamed = byte(2).isASCIILetter || isDeclaration && (byte(2) == UInt8(ascii: "[") || byte(2) == UInt8(ascii: "-"))
        guard isNamed, index < lastGreaterThan else { return nil }
        return input[index...].firstIndex(of: Byte.greaterThan).map { $0 + 1 }
    }

    /// The end of a comment: `-->` (in `<!-->` and `<!--->` as well) or `--!>`, by the HTML standard (13.2.5.43 and following).
    private mutating func endOfComment() -> Int? {
        guard !isWithoutCommentEnd else { return nil }
        var position = index + 2
        while position + 2 < input.count {
            if input[position] == UInt8(ascii: "-"), input[position + 1] == UInt8(ascii: "-") {
                if input[position + 2] == Byte.greaterThan { return position + 3 }
                let isBang = input[position + 2] == UInt8(ascii: "!") && position >= index + 4
                if isBang, position + 3 < input.count, input[position + 3] == Byte.greaterThan { return position + 4 }
            }
            position += 1
        }
        isWithoutCommentEnd = true
        return nil
    }

    private mutating func endOfSection() -> Int? {
        guard !isWithoutSectionEnd else { return nil }
        var position = index
        while position + 2 < input.count {
            if input[position] == UInt8(ascii: "]"), input[position...].starts(with: "]]>".utf8) { return position + 3 }
            position += 1
        }
        isWithoutSectionEnd = true
        return nil
    }

    /// The end of the contents of the `script` or `style` that begins at `index`.
    private func endOfRawText(_ name: String) -> Int {
        var position = index
        while let next = input[position...].firstIndex(of: Byte.lessThan) {
            let after = input[(next + 1)...].prefix(name.utf8.count + 1)
            if after.first == Byte.slash, after.dropFirst().elementsEqual(name.utf8, by: { $0 | 0x20 == $1 }) { return next }
            position = next + 1
        }
        return input.count
    }
}

/// Writes tags so that nothing nests. Blocks become paragraph starts, phrases are removed, and dropped elements are removed with their
/// contents.
private struct Flattener {
    private var dropped: Dropped?

    private struct Dropped {
        let name: String
        var depth: Int
        /// The length of the output before it.
        let outputCount: Int
    }

    /// Whether the present text is inside an element that is dropped with its contents.
    var isDropping: Bool { dropped != nil }

    mutating func write(_ tag: Tag, _ treatment: Treatment, to output: inout [UInt8]) {
        if let open = dropped {
            guard tag.name == open.name, !tag.isSelfClosing else { return }
            dropped?.depth += tag.isEndTag ? -1 : 1
            if tag.isEndTag, open.depth == 1 { finish(&output) }
            return
        }
        switch treatment {
        case .dropWithContents:
            guard !tag.isEndTag, !tag.isSelfClosing, !TagRewriter.voidElements.contains(tag.name) else { return }
            dropped = Dropped(name: tag.name, depth: 1, outputCount: output.count)
        case .keep(.br): output.append("<br>")
        case .keep(.hr): output.append("<hr>")
        case .keep(let element):
            if case .phrase = element.role { return }
            output.append("<p>")
        case .unwrapAsBlock, .unwrapAsCell: output.append("<p>")
        case .unwrap, .unknown, .unwrapAsDocument: return
        }
    }

    /// Removes the text written inside the element that is being dropped.
    mutating func finish(_ output: inout [UInt8]) {
        guard let open = dropped else { return }
        output.removeLast(output.count - open.outputCount)
        dropped = nil
    }
}

/// Tells markup from text among the tags of unknown elements. A start tag with its end tag is markup, and both are removed. Without it the
/// tag is text: nobody reads `List<String>` as HTML but a parser.
private struct UnknownTags {
    /// Where the start tags without an end tag so far were written, by the names of their elements. The innermost is last.
    private var open: [String: [Range<Int>]] = [:]
    /// Where the start tags with an end tag were written.
    private var markup: [Range<Int>] = []

    /// - Parameter range: the place in the output where the tag is written as text.
    mutating func begin(_ name: String, _ range: Range<Int>) {
        open[name, default: []].append(range)
    }

    /// - Returns: whether an element of this name was open.
    mutating func end(_ name: String) -> Bool {
        guard let start = open[name]?.popLast() else { return false }
        markup.append(start)
        return true
    }

    /// Removes the start tags that are markup from the output.
    func finish(_ output: inout [UInt8]) {
        guard !markup.isEmpty else { return }
        var kept: [UInt8] = []
        kept.reserveCapacity(output.count)
        var start = 0
        for range in markup.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            kept += output[start..<range.lowerBound]
            start = range.upperBound
        }
        kept += output[start...]
        output = kept
    }
}
