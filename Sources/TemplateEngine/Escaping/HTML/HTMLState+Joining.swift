/// Sections and partials make that the text before a place is not always the same.
extension HTMLState {
    /// The state in which both may go on; nil where they are at places that have nothing in common.
    func joined(_ other: HTMLState) -> HTMLState? {
        if self == other { return self }
        var (left, right) = (settled, other.settled)
        if left.place == .afterAttribute, right.place == .afterAttribute {
            left.facts = left.facts.joined(right.facts)
            right.facts = left.facts
        }
        if left.isInAddress {
            guard let part = left.word == right.word ? left.url.joined(right.url) : left.url.joined(right.url)?.joined(.open) else {
                return nil
            }
            (left.url, right.url) = (part, part)
            (left.word, right.word) = ([], [])
        }
        return left == right ? left : nil
    }

    /// The state after a partial that is compiled for this one: it has ended in a state that `accepts` this.
    var afterPartial: HTMLState {
        var state = settled
        if state.isInAddress, state.url == .scheme {
            state.url = .open
            state.word = []
        }
        return state
    }

    /// Whether a partial that begins in this state may end in that one.
    func accepts(_ end: HTMLState) -> Bool {
        afterPartial.joined(end) == afterPartial
    }

    /// Inside a tag: as if white space, `/` or `>` came next, which then must.
    private var settled: HTMLState {
        guard isInTag else { return self }
        var state = self
        if place == .tagName { state.element = HTMLElement(name: word) }
        state.place = .afterAttribute
        state.word = []
        return state
    }
}
