import Support

/// Writes tags anew for the parser, in the plainest form there is, and without what the policy does not keep in any case.
///
/// - Attributes that the policy does not keep go: libxml2 takes time by the square of their number.
/// - Void elements go unless they mean something: libxml2 2.9 takes the newer of them for containers of all that follows.
/// - Tags with a prefix go: libxml2 2.9 makes `p` of `<o:p>`. (Not where they are dropped with their contents.)
struct TagRewriter {
    private let rules: Rules
    private var hasOpenParagraph = false
    /// Whether a tag of a block, or a line break, was among those noted.
    private(set) var hasSeenLayout = false

    /// By the HTML standard (13.1.2), and those of former times that its parser knows.
    static let voidElements: Set<String> = [
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param",
        "source", "track", "wbr",
    ]

    init(rules: Rules) {
        self.rules = rules
    }

    /// - Returns: the treatment of the element whose tag it is.
    mutating func note(_ tag: Tag) -> Treatment {
        var name = tag.name
        let treatment = name.withUTF8 { rules.treatment(of: $0) }
        if treatment.laysOut { hasSeenLayout = true }
        return treatment
    }

    mutating func write(_ tag: Tag, _ treatment: Treatment, _ input: [UInt8], to output: inout [UInt8]) {
        switch treatment {
        case .unwrap: if tag.isPrefixed || Self.voidElements.contains(tag.name) { return }
        case .dropWithContents: if Self.voidElements.contains(tag.name) { return }
        case .keep, .unwrapAsBlock, .unwrapAsCell, .unwrapAsDocument: break
        }
        switch (tag.name, tag.isEndTag) {
        // By the HTML standard (13.2.6.4.7), these end tags stand for elements where nothing is open that they could end.
        case ("br", true): output.append("<br>")
        case ("p", true) where !hasOpenParagraph: output.append("<p></p>")
        case (_, true):
            output.append("</")
            output.append(tag.name)
            output.append(Byte.greaterThan)
        case (_, false):
            output.append(Byte.lessThan)
            output.append(tag.name)
            if case .keep(let element) = treatment, let kept = rules.attributes(of: element), !kept.isEmpty {
                write(kept, of: tag, input, to: &output)
            }
            output.append(tag.isSelfClosing ? "/>" : ">")
        }
        if tag.name == "p" {
            hasOpenParagraph = !tag.isEndTag && !tag.isSelfClosing
        } else if treatment.laysOut, tag.name != "br" {
            hasOpenParagraph = false
        }
    }

    /// Of attributes of the same name the first counts.
    private func write(_ kept: [HTMLAttribute], of tag: Tag, _ input: [UInt8], to output: inout [UInt8]) {
        var written: [HTMLAttribute] = []
        var reader = AttributeReader(input, from: tag.attributesStart)
        while written.count < kept.count, let attribute = reader.next() {
            let name = kept.first { $0.rawValue.utf8.elementsEqual(input[attribute.name].lazy.map { $0.asciiLowercased }) }
            guard let name, !written.contains(name) else { continue }
            written.append(name)
            output.append(Byte.space)
            output.append(name.rawValue)
            output.append("=\"")
            write(value: attribute.value, input, to: &output)
            output.append(Byte.quotationMark)
        }
    }

    private func write(value: Range<Int>, _ input: [UInt8], to output: inout [UInt8]) {
        var index = value.lowerBound
        while index < value.upperBound {
            switch input[index] {
            case Byte.quotationMark: output.append("&quot;")
            case Byte.lessThan: output.append("&lt;")
            case Byte.ampersand:
                index = CharacterReference.rewrite(input, at: index, to: &output)
                continue
            default: output.append(input[index])
            }
            index += 1
        }
    }
}
