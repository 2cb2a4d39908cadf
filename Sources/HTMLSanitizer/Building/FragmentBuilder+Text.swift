import Support

extension FragmentBuilder {
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - opensPreformatted: whether it follows the start tag of a `pre`, where a line feed means nothing.
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

    /// Where the text that can be written in one go ends: before white space, unless it is a single space between two words.
    private func endOfLine(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        ByteScan.firstIndex(in: text, from: start + 1) { bytes, following in
            bytes.below(Byte.space) | bytes.equal(to: Byte.space) & following.below(Byte.space + 1)
        }
    }

    /// Opens what the text is to stand in, and writes the gap before it.
    private mutating func prepareForText() throws(SanitizerError) {
        if gap.newlines > 1, isLooseAtTop { try endParagraph() }
        if gap.newlines == 1, !lineBreaksAreWhitespace { gap.breaks += 1 }
        try beginParagraphIfNeeded()
        if lineHasText {
            for _ in 0..<gap.breaks { try writer.open(OpenTag(.br)) }
            if gap.breaks == 0, gap.hasSpace { writer.writeSpace() }
        }
        gap = Gap()
        try openBlocks()
        try reopenPhrases()
        lineHasText = true
        isReady = true
    }

    /// Whether the text stands in no block of the input.
    private var isLooseAtTop: Bool {
        blocks.count == 1 && blocks[0].isImplied
    }

    private mutating func beginParagraphIfNeeded() throws(SanitizerError) {
        if case .paragraph = blocks.last?.role { return }
        if let last = blocks.last, last.isEnded { try popBlock() }
        if let index = innermostBlock, case .list(let item) = blocks[index].role { push(OpenTag(item), isImplied: true) }
        if let index = blocks.indices.last, case .item = blocks[index].role, lineHasText || !blocks[index].hasLooseText {
            blocks[index].hasLooseText = true
        } else {
            push(OpenTag(.p), isImplied: true)
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
        // A parser takes the first line feed in a `pre` away.
        if startsLine || !lineHasText && openPhrases.isEmpty && first == Byte.lineFeed { writer.writeLineFeed() }
        writer.write(text)
        lineHasText = true
        isReady = true
    }
}
