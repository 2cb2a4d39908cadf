import Support

/// Reads an HTML page or an SVG picture: its links, its anchors, and whether each picture has its text and its credit.
struct PageScanner {
    private var tokenizer: MarkupTokenizer
    private var collector: LinkCollector
    private var ids: [(hash: UInt64, value: Range<Int>)] = []
    private var names: [UInt64] = []
    private var figures: [Figure] = []

    /// A `<figure>` that is open.
    private struct Figure {
        var hasCredit = false
        /// The offsets of its pictures.
        var pictures: [Int] = []
    }

    static func scan(_ collector: LinkCollector, _ language: MarkupTokenizer.Language) -> FileFacts {
        var scanner = PageScanner(collector, language)
        while let tag = scanner.tokenizer.next() { scanner.read(tag) }
        while !scanner.figures.isEmpty { scanner.closeFigure() }
        scanner.finishAnchors()
        if language == .html { scanner.collector.change { $0.isPage = true } }
        return scanner.collector.facts
    }

    private init(_ collector: LinkCollector, _ language: MarkupTokenizer.Language) {
        self.collector = collector
        tokenizer = MarkupTokenizer(collector.bytes, language)
    }

    private var bytes: ByteText { tokenizer.bytes }

    private mutating func read(_ tag: MarkupTokenizer.Tag) {
        if tag.isEnd {
            if tag.name == .figure { closeFigure() }
            return
        }
        if tag.name == .figure { figures.append(Figure()) }
        if tag.name == .figcaption { creditFigure() }
        for attribute in tokenizer.attributes { read(attribute, of: tag) }
        if tag.name == .img { readPicture(tag) }
        if tag.name == .meta { readMeta() }
    }

    private mutating func read(_ attribute: MarkupTokenizer.Attribute, of tag: MarkupTokenizer.Tag) {
        switch attribute.name {
        case .href, .src, .poster, .xlinkHref, .action, .formaction:
            collector.markupLink(attribute.value)
        case .cite where tag.name != .link:
            collector.markupLink(attribute.value)
        case .data where tag.name == .object:
            collector.markupLink(attribute.value)
        case .srcset, .imagesrcset:
            for address in SourceSet.addresses(bytes, attribute.value) { collector.markupLink(address) }
        case .id:
            guard !attribute.value.isEmpty else { return }
            ids.append((PathTable.hash(decoded(attribute.value)), attribute.value))
        case .name where tag.name == .a:
            names.append(PathTable.hash(decoded(attribute.value)))
        case .class where hasWord("credit", in: attribute.value):
            creditFigure()
        default:
            break
        }
    }

    private func decoded(_ range: Range<Int>) -> [UInt8] {
        var decoded: [UInt8] = []
        CharacterReferences.decode(bytes, range, into: &decoded)
        return decoded
    }

    private func value(of name: MarkupName) -> Range<Int>? { tokenizer.attributes.first { $0.name == name }?.value }

    private func hasWord(_ word: StaticString, in range: Range<Int>) -> Bool {
        var start = range.lowerBound
        while start + word.utf8CodeUnitCount <= range.upperBound {
            let end = start + word.utf8CodeUnitCount
            let isWord = (start == range.lowerBound || bytes[start - 1].isHTMLSpace) && (end == range.upperBound || bytes[end].isHTMLSpace)
            if isWord, bytes.matches(word, at: start) { return true }
            start += 1
        }
        return false
    }

    /// A page that redirects its visitor has its target in `<meta http-equiv="refresh" content="0; url=…">`. Other `content` is checked
    /// only if it is an address of this site (`og:url`, `og:image`).
    private mutating func readMeta() {
        guard let content = value(of: .content) else { return }
        guard let kind = value(of: .httpEquiv), bytes.string(kind).lowercased() == "refresh" else {
            // Any other text may begin like an address of the site and mean nothing by it.
            let kind = (value(of: .property) ?? value(of: .name)).map { bytes.string($0).lowercased().split(separator: ":") } ?? []
            let isAddress = kind.last.map { ["url", "secure_url", "image", "video", "audio", "player", "see_also"].contains($0) } ?? true
            if isAddress { collector.markupLink(content, .ifOwnAbsolute) }
            return
        }
        var start = content.lowerBound
        while start < content.upperBound, !bytes.matches("url=", at: start) { start += 1 }
        guard start < content.upperBound else { return }
        var address = bytes.trimmed((start + 4)..<content.upperBound)
        if let quote = address.first, [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(bytes[quote]) {
            address = (quote + 1)..<(bytes[(quote + 1)..<address.upperBound].firstIndex(of: bytes[quote]) ?? address.upperBound)
        }
        collector.change { $0.isRedirect = true }
        collector.markupLink(address)
    }

    private mutating func readPicture(_ tag: MarkupTokenizer.Tag) {
        if value(of: .alt) == nil {
            collector.problem(
                at: tag.start, "a picture without an alt attribute",
                remedy: "Say what it shows; alt=\"\" only if it adds nothing to the text")
        }
        if figures.isEmpty { reportCredit(at: tag.start) } else { figures[figures.count - 1].pictures.append(tag.start) }
    }

    private mutating func creditFigure() {
        if !figures.isEmpty { figures[figures.count - 1].hasCredit = true }
    }

    private mutating func closeFigure() {
        guard let figure = figures.popLast(), !figure.hasCredit else { return }
        // The figure around it may credit all its pictures at once.
        if figures.isEmpty {
            figure.pictures.forEach { reportCredit(at: $0) }
        } else {
            figures[figures.count - 1].pictures += figure.pictures
        }
    }

    private mutating func reportCredit(at offset: Int) {
        collector.problem(
            at: offset, "a picture without its credit", remedy: "Put it in a <figure> with a <figcaption> or an element of class 'credit'")
    }

    private mutating func finishAnchors() {
        ids.sort { ($0.hash, $0.value.lowerBound) < ($1.hash, $1.value.lowerBound) }
        for (first, second) in zip(ids, ids.dropFirst()) where first.hash == second.hash {
            let line = bytes.position(of: first.value.lowerBound).line
            collector.problem(
                at: second.value.lowerBound, "id '\(bytes.string(second.value))' is there already, in line \(line)",
                remedy: "Give each element an id of its own")
        }
        let anchors = (ids.map(\.hash) + names).sorted()
        collector.change { $0.anchors = anchors }
    }
}

/// The addresses in a `srcset`: `small.jpg 1x, large.jpg 2x`, split as the HTML standard says (parsing a srcset attribute).
enum SourceSet {
    static func addresses(_ bytes: ByteText, _ range: Range<Int>) -> [Range<Int>] {
        var addresses: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index].isHTMLSpace || bytes[index] == comma {
                index += 1
                continue
            }
            let start = index
            while index < range.upperBound, !bytes[index].isHTMLSpace { index += 1 }
            var end = index
            // An address may contain commas, but not end in one.
            while end > start, bytes[end - 1] == comma { end -= 1 }
            addresses.append(start..<end)
            if end < index { continue }
            var parentheses = 0
            while index < range.upperBound, bytes[index] != comma || parentheses > 0 {
                if bytes[index] == UInt8(ascii: "(") { parentheses += 1 }
                if bytes[index] == UInt8(ascii: ")") { parentheses -= 1 }
                index += 1
            }
        }
        return addresses
    }

    private static let comma = UInt8(ascii: ",")
}
