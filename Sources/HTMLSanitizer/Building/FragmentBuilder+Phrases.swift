extension FragmentBuilder {
    /// - Returns: nil if the phrase lies too deep: it goes, its text stays.
    mutating func beginPhrase(_ tag: OpenTag) throws(SanitizerError) -> PhraseID? {
        if tag.element == .a { try endOuterLinks() }
        guard phrases.count(where: { !$0.isOver }) < rules.limits.depth else { return nil }
        let id = nextPhraseID
        nextPhraseID += 1
        phrases.append(Phrase(id: id, tag: tag))
        isReady = false
        return id
    }

    mutating func endPhrase(_ id: PhraseID) throws(SanitizerError) {
        if let index = openPhrases.lastIndex(where: { $0.id == id }) { try closePhrases(downTo: index) }
        phrases.removeAll { $0.id == id }
    }

    /// A link that begins in a link ends it, as in a browser.
    private mutating func endOuterLinks() throws(SanitizerError) {
        if let index = openPhrases.firstIndex(where: { $0.tag.element == .a }) { try closePhrases(downTo: index) }
        for index in phrases.indices where phrases[index].tag.element == .a { phrases[index].isOver = true }
    }

    mutating func closePhrases(downTo count: Int = 0) throws(SanitizerError) {
        while openPhrases.count > count { try writer.close(openPhrases.removeLast().tag.element) }
        isReady = false
    }

    /// Writes the start tags of the phrases that the next text stands in.
    mutating func reopenPhrases() throws(SanitizerError) {
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
