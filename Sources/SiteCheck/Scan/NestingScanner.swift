import Support

/// Follows the open elements of a page, and finds tags that do not nest. A browser repairs them in silence, often in a way that the author
/// did not mean.
struct NestingScanner {
    private struct Open {
        let name: MarkupName
        let traits: ElementTraits
        /// The offsets of the start tag's `<` and of what follows the tag.
        let start: Int
        let end: Int
    }

    private var open: [Open] = []
    private var openParagraphs = 0
    private var openLinks = 0
    /// How many `svg` and `math` are open. Their elements end by XML's rules.
    private var foreignDepth = 0
    private var findings = 0
    private let bytes: ByteText

    /// One mistake can bring others after it. They would hide it.
    private static let limit = 5

    init(_ bytes: ByteText) { self.bytes = bytes }

    /// - Parameter traits: those of the tag's element.
    mutating func read(
        _ tag: MarkupTokenizer.Tag, _ traits: ElementTraits, isSelfClosing: Bool, _ collector: inout LinkCollector
    ) {
        if tag.isEnd { return readEnd(tag, &collector) }
        if foreignDepth > 0 || traits.contains(.foreign) {
            guard !isSelfClosing else { return }
        } else {
            if openParagraphs > 0, traits.contains(.endsParagraph) { endParagraph(before: tag, &collector) }
            if traits.contains(.endsItems) { endItems(before: tag, &collector) }
            if openLinks > 0, traits.contains(.link) { reportLinkInLink(tag, &collector) }
            if traits.contains(.void) { return }
        }
        push(Open(name: tag.name, traits: traits, start: tag.start, end: tag.end))
    }

    mutating func finish(_ collector: inout LinkCollector) {
        while let last = open.last {
            if !last.traits.contains(.optionalEnd) { report(last, "is not closed", &collector) }
            pop()
        }
    }

    private mutating func push(_ element: Open) {
        open.append(element)
        count(element, 1)
    }

    private mutating func pop() {
        if let last = open.popLast() { count(last, -1) }
    }

    private mutating func count(_ element: Open, _ step: Int) {
        guard !element.traits.isDisjoint(with: [.paragraph, .link, .foreign]) else { return }
        if element.traits.contains(.paragraph) { openParagraphs += step }
        if element.traits.contains(.link) { openLinks += step }
        if element.traits.contains(.foreign) { foreignDepth += step }
    }

    private mutating func readEnd(_ tag: MarkupTokenizer.Tag, _ collector: inout LinkCollector) {
        if let last = open.last, last.name == tag.name { return pop() }
        guard let index = open.lastIndex(where: { $0.name == tag.name }) else {
            if ElementTraits(of: tag.name).contains(.document) { return }
            return report(
                at: tag.start, "</\(name(tag.start + 2))> closes nothing", remedy: "Remove it, or open what it closes", &collector)
        }
        close(downTo: index + 1, before: tag, &collector)
        pop()
    }

    /// Ends all elements above an index, and reports those that must have an end tag.
    private mutating func close(downTo count: Int, before tag: MarkupTokenizer.Tag, _ collector: inout LinkCollector) {
        while open.count > count, let last = open.last {
            if !last.traits.contains(.optionalEnd) {
                report(last, "is not closed before \(words(tag))", &collector)
            } else if last.traits.contains(.paragraph), bytes[last.end..<tag.start].allSatisfy(\.isHTMLSpace) {
                report(last, "is empty and not closed before \(words(tag))", &collector)
            }
            pop()
        }
    }

    private func words(_ tag: MarkupTokenizer.Tag) -> String {
        tag.isEnd ? "</\(name(tag.start + 2))>" : "<\(name(tag.start + 1))>"
    }

    private mutating func endParagraph(before tag: MarkupTokenizer.Tag, _ collector: inout LinkCollector) {
        for index in open.indices.reversed() {
            if open[index].traits.contains(.paragraph) {
                return close(downTo: index, before: tag, &collector)
            }
            if open[index].traits.contains(.scope) { return }
        }
    }

    /// Ends the items, cells and rows that an item, cell or row ends.
    private mutating func endItems(before tag: MarkupTokenizer.Tag, _ collector: inout LinkCollector) {
        guard let index = firstEnded(by: tag.name) else { return }
        close(downTo: index, before: tag, &collector)
    }

    private func firstEnded(by name: MarkupName) -> Int? {
        switch name {
        case .li: return lastItem([.li])
        case .dt, .dd: return lastItem([.dt, .dd])
        case .td, .th: return above([.tr])
        case .tr: return above([.table, .tbody, .thead, .tfoot])
        case .tbody, .thead, .tfoot, .caption, .colgroup: return above([.table])
        case .option, .rt, .rp, .optgroup:
            let ended: [MarkupName] = name == .option ? [.option] : name == .optgroup ? [.option, .optgroup] : [.rt, .rp]
            return open.lastIndex { !ended.contains($0.name) }.map { $0 + 1 }
        case .body: return open.last?.name == .head ? open.count - 1 : nil
        default: return nil
        }
    }

    private func lastItem(_ names: [MarkupName]) -> Int? {
        for index in open.indices.reversed() {
            if names.contains(open[index].name) { return index }
            if open[index].traits.contains(.endsItemSearch) { return nil }
        }
        return nil
    }

    /// The index above the nearest of these elements in the same table.
    private func above(_ names: [MarkupName]) -> Int? {
        for index in open.indices.reversed() {
            if names.contains(open[index].name) { return index + 1 }
            if open[index].name == .table || open[index].name == .template { return nil }
        }
        return nil
    }

    private mutating func reportLinkInLink(_ tag: MarkupTokenizer.Tag, _ collector: inout LinkCollector) {
        for element in open.reversed() {
            if element.traits.contains(.link) {
                return report(at: tag.start, "<a> is inside another <a>", remedy: "End the first before it", &collector)
            }
            if element.traits.contains(.scope) { return }
        }
    }

    private func name(_ start: Int) -> String {
        let end = bytes[start...].firstIndex { $0.isHTMLSpace || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") } ?? bytes.count
        return bytes.string(start..<min(end, start + 40)).lowercased()
    }

    private mutating func report(_ element: Open, _ what: String, _ collector: inout LinkCollector) {
        report(
            at: element.start, "<\(name(element.start + 1))> \(what)", remedy: "Close it inside the element in which it began", &collector)
    }

    private mutating func report(at offset: Int, _ what: String, remedy: String, _ collector: inout LinkCollector) {
        findings += 1
        guard findings <= Self.limit else { return }
        collector.warning(at: offset, what, remedy: remedy, key: what)
    }
}
