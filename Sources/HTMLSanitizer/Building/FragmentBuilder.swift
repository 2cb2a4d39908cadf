/// Builds the output from text, phrases and blocks in the order of the input, and keeps to a form that every HTML5 parser reads back
/// as it was written, so that sanitizing again changes nothing:
///
/// - at the top and in `blockquote`, blocks only; loose text becomes a paragraph;
/// - in a paragraph, heading or `pre`, a line of text only; a block ends it (but in a `pre`, it starts a new line);
/// - in a list, items only; in an item, text or blocks; no `dl` right in a `dt`;
/// - phrases end with the block they stand in and begin anew in the next; no link stands in a link;
/// - nothing empty: an element is written when there is something to put into it.
struct FragmentBuilder {
    /// Whether a line break in loose text is only white space, since the author lays out by tags. If not, it is written as `br`. A
    /// blank line between loose texts always parts paragraphs.
    var lineBreaksAreWhitespace = false

    var writer: HTMLWriter
    let rules: Rules

    /// Open blocks, the innermost last.
    var blocks: [Block] = []
    /// How many of them are written, or will be as soon as there is text: all but the unwrapped ones.
    var realBlockCount = 0
    var nextBlockID = 0

    /// The phrases that the text stands in, whether written at present or not.
    var phrases: [Phrase] = []
    /// Those of them whose tags are open in the output, outermost first.
    var openPhrases: [Phrase] = []
    var nextPhraseID = 0
    /// How many bytes may still go into phrases that begin anew, so that the output stays in proportion to the input.
    var repetitionBudget: Int

    var gap = Gap()
    /// Whether text was written since the last start or end of a block.
    var lineHasText = false
    /// Whether the next text can be written as it is: every tag is open, and no gap is waiting.
    var isReady = false

    init(rules: Rules, inputCount: Int) {
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
    typealias BlockID = Int
    typealias PhraseID = Int

    struct Block {
        let id: BlockID
        /// Nil if the block itself is left out, its contents kept apart.
        let tag: OpenTag?
        /// Whether no tag of the input stands for it.
        var isImplied = false
        var isWritten = false
        /// Of an item: its end was read, but blocks may still follow that have no item of their own.
        var isEnded = false
        /// Of an item: text was written right into it, and no block since.
        var hasLooseText = false

        var role: HTMLElement.Role? { tag?.element.role }
    }

    struct Phrase {
        let id: PhraseID
        let tag: OpenTag
        /// Of a link: another one has begun in it.
        var isOver = false
        var wasOpened = false
    }

    /// What was read since the last text.
    struct Gap {
        var hasSpace = false
        var newlines = 0
        var breaks = 0
        /// In a `pre`: the next text begins a line.
        var startsLine = false

        var isEmpty: Bool { !hasSpace && newlines == 0 && breaks == 0 && !startsLine }
    }
}
