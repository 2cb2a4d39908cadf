import Support

/// Writes tags again for the parser, in the plainest form, and without anything that the policy never keeps.
///
/// - Attributes that the policy does not keep are removed, because libxml2 takes quadratic time for them.
/// - Void elements without a meaning are removed, because libxml2 2.9 takes the newer ones for containers of all that follows.
/// - Tags with a prefix are removed, because libxml2 2.9 reads `<o:p>` as `p`. (This does not apply to tags that are dropped with their
///   contents.)
struct TagRewriter {
    private let rules: CompiledPolicy
    private var hasOpenParagraph = false
    /// Whether one of the noted tags was a block or a line break.
    private(set) var hasSeenLayout = false

    /// The void elements of the HTML standard (13.1.2), and the obsolete ones that its parser knows.
    static let voidElements: Set<String> = [
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param",
        "source", "track", "wbr",
    ]

    init(rules: CompiledPolicy) {
        self.rules = rules
    }

    /// - Returns: the treatment of the tag's element.
    mutating func note(_ tag: Tag) -> Treatment {
        var name = tag.name
        let treatment = name.withUTF8 { rules.treatment(of: $0) }
        if treatment.laysOut { hasSeenLayout = true }
        return treatment
    }

    mutating func write(_ tag: Tag, _ treatment: Treatment, _ input: [UInt8], to output: inout [UInt8]) {
        switch treatment {
        case .unknown: return
        case .unwrap: if tag.isPrefixed || Self.voidElements.contains(tag.name) { return }
        case .dropWithContents: if Self.voidElements.contains(tag.name) { return }
        case .keep, .unwrapAsBlock, .unwrapAsCell, .unwrapAsDocument: break
        }
        switch (tag.name, tag.isEndTag) {
        // By the HTML standard (13.2.6.4.7), these end tags make elements if there is no open element that they could end.
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

    /// When several attributes have the same name, the first one counts.
    private func write(_ kept: [SanitizerAttribute], of tag: Tag, _ input: [UInt8], to output: inout [UInt8]) {
        var written: [SanitizerAttribute] = []
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
