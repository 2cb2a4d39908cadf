import Support

/// Builds the output from text, phrases and blocks in the order of the input. It keeps to a form that every HTML5 parser reads back
/// unchanged, so that sanitizing it again changes nothing:
///
/// - At the top and in `blockquote` there are only blocks. Loose text becomes a paragraph.
/// - A paragraph, heading or `pre` contains only a line of text. A block ends it (in a `pre`, it starts a new line instead).
/// - A list contains only items. An item contains text or blocks. A `dt` does not contain a `dl` directly.
/// - Phrases end with their block and begin again in the next one. A link does not contain another link.
/// - Nothing is empty: an element is written when there is something to put into it.
struct FragmentBuilder {
    /// Whether a line break in loose text is only white space, because the author lays out by tags. If not, it is written as `br`. A blank
    /// line between loose texts always separates paragraphs.
    var lineBreaksAreWhitespace = false

    var writer: HTMLWriter
    let rules: CompiledPolicy

    /// The open blocks. The innermost is last.
    var blocks: [Block] = []
    /// The number of open blocks that are written, or will be as soon as there is text: all but the unwrapped ones.
    var realBlockCount = 0
    var nextBlockID = BlockID()

    /// The phrases around the text, whether written at present or not.
    var phrases: [Phrase] = []
    /// The phrases whose tags are open in the output. The outermost is first.
    private var openPhrases: [Phrase] = []
    private var nextPhraseID = PhraseID()
    /// The number of bytes that may still go into phrases that begin again, so that the output stays in proportion to the input.
    private var repetitionBudget: Int

    var gap = Gap()
    /// Whether text was written since the last start or end of a block.
    var lineHasText = false
    /// Whether the next text can be written directly: every tag is open, and no gap is waiting.
    var isReady = false

    init(rules: CompiledPolicy, inputCount: Int) {
        self.rules = rules
        writer = HTMLWriter(rules: rules, capacity: inputCount + inputCount / 8 + 64)
        repetitionBudget = rules.limits.bytes
    }

    mutating func finish() throws(SanitizerError) -> SanitizedHTML {
        while !blocks.isEmpty { try popBlock() }
        return SanitizedHTML(html: String(decoding: writer.bytes, as: UTF8.self))
    }
}

extension FragmentBuilder {
    struct BlockID: Equatable {
        var number = 0
    }

    struct PhraseID: Equatable {
        var number = 0
    }

    struct Block {
        let id: BlockID
        /// Nil if the block itself is left out and its contents are kept apart.
        let tag: StartTag?
        /// Whether no tag of the input began it.
        var isImplied = false
        var isWritten = false
        /// For an item: its end was read, but blocks without their own item may still follow.
        var isEnded = false
        /// For an item: text was written directly into it, and no block since.
        var hasLooseText = false

        var role: SanitizerElement.Role? { tag?.element.role }
    }

    struct Phrase {
        let id: PhraseID
        let tag: StartTag
        /// For a link: another link has begun in it.
        var isOver = false
        var wasOpened = false
    }

    /// The white space and line breaks read since the last text.
    struct Gap {
        var hasSpace = false
        var newlines = 0
        var breaks = 0
        /// In a `pre`: the next text begins a line.
        var startsLine = false

        var isEmpty: Bool { !hasSpace && newlines == 0 && breaks == 0 && !startsLine }
    }
}

extension FragmentBuilder {
    /// - Returns: nil if the phrase is nested too deeply. It is then removed, but its text stays.
    mutating func beginPhrase(_ tag: StartTag) throws(SanitizerError) -> PhraseID? {
        if tag.element == .a { try endOuterLinks() }
        guard phrases.count(where: { !$0.isOver }) < rules.limits.depth else { return nil }
        let id = nextPhraseID
        nextPhraseID.number += 1
        phrases.append(Phrase(id: id, tag: tag))
        isReady = false
        return id
    }

    mutating func endPhrase(_ id: PhraseID) throws(SanitizerError) {
        if let index = openPhrases.lastIndex(where: { $0.id == id }) { try closePhrases(downTo: index) }
        phrases.removeAll { $0.id == id }
    }

    /// Ends a link when another link begins in it, as a browser does.
    private mutating func endOuterLinks() throws(SanitizerError) {
        if let index = openPhrases.firstIndex(where: { $0.tag.element == .a }) { try closePhrases(downTo: index) }
        for index in phrases.indices where phrases[index].tag.element == .a { phrases[index].isOver = true }
    }

    mutating func closePhrases(downTo count: Int = 0) throws(SanitizerError) {
        while openPhrases.count > count { try writer.close(openPhrases.removeLast().tag.element) }
        isReady = false
    }

    /// Writes the start tags of the phrases around the next text.
    private mutating func reopenPhrases() throws(SanitizerError) {
        for index in phrases.indices {
            let phrase = phrases[index]
            guard !phrase.isOver, !openPhrases.contains(where: { $0.id == phrase.id }) else { continue }
            guard realBlockCount + openPhrases.count < rules.limits.depth else { return }
            if phrase.wasOpened {
                guard repetitionBudget >= phrase.tag.byteCount else { continue }
                repetitionBudget -= phrase.tag.byteCount
            }
            try writer.open(phrase.tag)
            phrases[index].wasOpened = true
            openPhrases.append(phrase)
        }
    }
}

extension FragmentBuilder {
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - opensPreformatted: whether the text follows the start tag of a `pre`, where a line feed means nothing.
    mutating func text(_ text: UnsafeBufferPointer<UInt8>, opensPreformatted: Bool = false) throws(SanitizerError) {
        if isInPreformatted {
            let dropsFirst = opensPreformatted && text.first == Byte.lineFeed
            return try preformattedText(dropsFirst ? UnsafeBufferPointer(rebasing: text.dropFirst()) : text)
        }
        var index = 0
        while index < text.count {
            if text[index].isHTMLSpace {
                note(text[index])
                index += 1
            } else {
                let end = endOfLine(text, from: index)
                if !isReady { try prepareForText() }
                writer.write(UnsafeBufferPointer(rebasing: text[index..<end]))
                index = end
            }
        }
    }

    mutating func lineBreak() throws(SanitizerError) {
        if isInPreformatted {
            let newline = [Byte.lineFeed]
            try newline.withUnsafeBufferPointer { newline throws(SanitizerError) in try preformattedText(newline) }
        } else {
            gap.breaks += 1
            isReady = false
        }
    }

    mutating func space() {
        note(Byte.space)
    }

    private mutating func note(_ whitespace: UInt8) {
        gap.hasSpace = true
        if whitespace == Byte.lineFeed { gap.newlines += 1 }
        isReady = false
    }

    /// The end of the text that can be written in one step. It is before the next white space, except a single space between two words.
    private func endOfLine(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        ByteScan.firstIndex(in: text, from: start + 1) { bytes, following in
            bytes.below(Byte.space) | bytes.equal(to: Byte.space) & following.below(Byte.space + 1)
        }
    }

    /// Opens the elements around the text, and writes the gap before it.
    private mutating func prepareForText() throws(SanitizerError) {
        if gap.newlines > 1, isLooseAtTop { try endParagraph() }
        if gap.newlines == 1, !lineBreaksAreWhitespace { gap.breaks += 1 }
        try beginParagraphIfNeeded()
        if lineHasText {
            for _ in 0..<gap.breaks { try writer.open(StartTag(.br)) }
            if gap.breaks == 0, gap.hasSpace { writer.writeSpace() }
        }
        gap = Gap()
        try openBlocks()
        try reopenPhrases()
        lineHasText = true
        isReady = true
    }

    /// Whether the text is in no block of the input.
    private var isLooseAtTop: Bool {
        blocks.count == 1 && blocks[0].isImplied
    }

    private mutating func beginParagraphIfNeeded() throws(SanitizerError) {
        if case .paragraph = blocks.last?.role { return }
        if let last = blocks.last, last.isEnded { try popBlock() }
        if let index = innermostBlock, case .list(let item) = blocks[index].role { push(StartTag(item), isImplied: true) }
        if let index = blocks.indices.last, case .item = blocks[index].role, lineHasText || !blocks[index].hasLooseText {
            blocks[index].hasLooseText = true
        } else {
            push(StartTag(.p), isImplied: true)
        }
    }

    private mutating func preformattedText(_ text: UnsafeBufferPointer<UInt8>) throws(SanitizerError) {
        guard let first = text.first else { return }
        let startsLine = gap.startsLine && lineHasText && writer.bytes.last != Byte.lineFeed
        gap = Gap()
        if !isReady {
            try openBlocks()
            try reopenPhrases()
        }
        // A parser removes the first line feed in a `pre`.
        if startsLine || !lineHasText && openPhrases.isEmpty && first == Byte.lineFeed { writer.writeLineFeed() }
        writer.write(text)
        lineHasText = true
        isReady = true
    }
}
