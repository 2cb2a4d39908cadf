/// Begins and ends the blocks of the output.
extension FragmentBuilder {
    /// - Returns: nil if the element has no end, or if it is removed and its contents need no block.
    mutating func beginBlock(_ tag: StartTag) throws(SanitizerError) -> BlockID? {
        if isInPreformatted { return try beginUnwrappedBlock() }
        try endLine()
        switch tag.element.role {
        case .phrase, .lineBreak:
            return nil
        case .rule:
            prepareForBlock()
            push(tag)
            try openBlocks()
            removeLastBlock()
            return nil
        case .paragraph, .preformatted:
            prepareForBlock()
            return push(tag)
        case .container:
            prepareForBlock()
            return realBlockCount + 2 <= rules.limits.depth ? push(tag) : pushUnwrapped()
        case .list:
            prepareForBlock()
            if tag.element == .dl { try endTerm() }
            return realBlockCount + 3 <= rules.limits.depth ? push(tag) : pushUnwrapped()
        case .item(let lists):
            guard let depth = depthOfItem(in: lists) else { return pushUnwrapped() }
            try pop(downTo: depth)
            return push(tag)
        }
    }

    /// Begins a block for an element that is removed, but whose contents must stay apart from their neighbours.
    mutating func beginUnwrappedBlock() throws(SanitizerError) -> BlockID {
        if isInPreformatted {
            gap.startsLine = true
            isReady = false
        } else {
            try endLine()
        }
        return pushUnwrapped()
    }

    mutating func endBlock(_ id: BlockID) throws(SanitizerError) {
        guard let index = blocks.lastIndex(where: { $0.id == id }) else { return }
        try pop(downTo: index + 1)
        if case .item = blocks[index].role {
            try closePhrases()
            startNewLine()
            blocks[index].isEnded = true
        } else {
            try popBlock()
        }
    }

    /// Ends a paragraph that no tag began.
    mutating func endParagraph() throws(SanitizerError) {
        if let last = blocks.last, last.isImplied, case .paragraph = last.role { try popBlock() }
    }

    /// Ends the line of text before a block: the phrases, and the paragraph or heading around them.
    private mutating func endLine() throws(SanitizerError) {
        try closePhrases()
        startNewLine()
        if case .paragraph = blocks.last?.role { try popBlock() }
    }

    private mutating func startNewLine() {
        gap = Gap()
        lineHasText = false
        isReady = false
    }

    var isInPreformatted: Bool {
        guard let index = innermostBlock, case .preformatted = blocks[index].role else { return false }
        return true
    }

    /// The index of the innermost block that is not left out.
    var innermostBlock: Int? {
        blocks.lastIndex { $0.tag != nil }
    }

    /// Makes sure that a block may begin. In a list it needs an item. If the last item has ended, that item continues.
    private mutating func prepareForBlock() {
        if let index = innermostBlock, case .list(let item) = blocks[index].role { push(StartTag(item), isImplied: true) }
    }

    /// Puts a `dl` in a `dt` into its own `dd`, because libxml2 ends a `dt` when a `dl` begins in it.
    private mutating func endTerm() throws(SanitizerError) {
        guard let index = innermostBlock, blocks[index].tag?.element == .dt else { return }
        try pop(downTo: index)
        push(StartTag(.dd), isImplied: true)
    }

    /// The number of blocks that are open around an item that begins here, after it has ended the item before it. It follows the HTML
    /// standard (13.2.6.4.7, start tags `li`, `dd` and `dt`).
    /// - Returns: nil if the item would not be in a list.
    private func depthOfItem(in lists: [SanitizerElement]) -> Int? {
        for index in blocks.indices.reversed() {
            guard let element = blocks[index].tag?.element else { continue }
            if lists.contains(element) { return blocks.count }
            switch element.role {
            case .item(lists): return index
            case .paragraph where element == .p: continue
            default: return nil
            }
        }
        return nil
    }

    @discardableResult
    mutating func push(_ tag: StartTag, isImplied: Bool = false) -> BlockID {
        realBlockCount += 1
        return push(Block(id: nextBlockID, tag: tag, isImplied: isImplied))
    }

    private mutating func pushUnwrapped() -> BlockID {
        push(Block(id: nextBlockID, tag: nil))
    }

    private mutating func push(_ block: Block) -> BlockID {
        isReady = false
        nextBlockID.number += 1
        blocks.append(block)
        return block.id
    }

    private mutating func pop(downTo count: Int) throws(SanitizerError) {
        while blocks.count > count { try popBlock() }
    }

    mutating func popBlock() throws(SanitizerError) {
        guard let last = blocks.last else { return }
        if isInPreformatted, last.tag == nil {
            gap.startsLine = true
            isReady = false
        } else {
            try closePhrases()
            startNewLine()
        }
        if let tag = last.tag, last.isWritten { try writer.close(tag.element) }
        removeLastBlock()
    }

    private mutating func removeLastBlock() {
        if blocks.removeLast().tag != nil { realBlockCount -= 1 }
    }

    /// Writes the start tags of the blocks that are waiting for contents.
    mutating func openBlocks() throws(SanitizerError) {
        var parent: Int?
        for index in blocks.indices {
            guard let tag = blocks[index].tag else { continue }
            if !blocks[index].isWritten {
                try writer.open(tag)
                blocks[index].isWritten = true
                if let parent { blocks[parent].hasLooseText = false }
            }
            parent = index
        }
    }
}
