/// Reads the text from the output of `HTMLWriter`. It reads no other HTML.
struct PlainTextReader {
    let lineSeparator: String
    let paragraphSeparator: String

    private enum Separator: Int {
        case none, space, line, paragraph
    }

    private static let entities: KeyValuePairs<StaticString, StaticString> = [
        "&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\u{A0}",
    ]

    func text(of html: String) -> String {
        var html = html
        return html.withUTF8 { String(decoding: read($0), as: UTF8.self) }
    }

    private func read(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(html.count)
        var pending = Separator.none
        var index = 0
        while index < html.count {
            switch html[index] {
            case Byte.lessThan:
                let end = ByteScan.firstIndex(in: html, from: index) { bytes, _ in bytes.equal(to: Byte.greaterThan) }
                pending = later(pending, separator(at: html[(index + 1)..<end]))
                index = end + 1
            // A line feed occurs only in a `pre`, where it is a line break.
            case Byte.lineFeed:
                pending = later(pending, .line)
                index += 1
            case Byte.space, Byte.tab:
                pending = later(pending, .space)
                index += 1
            default:
                if !output.isEmpty { append(pending, to: &output) }
                pending = .none
                index = appendCharacters(html, at: index, to: &output)
            }
        }
        return output
    }

    private func later(_ one: Separator, _ other: Separator) -> Separator {
        one.rawValue < other.rawValue ? other : one
    }

    private func append(_ separator: Separator, to output: inout [UInt8]) {
        switch separator {
        case .none: break
        case .space: output.append(Byte.space)
        case .line: output.append(lineSeparator)
        case .paragraph: output.append(paragraphSeparator)
        }
    }

    /// - Parameter tag: the text between `<` and `>`.
    private func separator(at tag: Slice<UnsafeBufferPointer<UInt8>>) -> Separator {
        let name = tag.drop { $0 == Byte.slash }.prefix { $0 != Byte.space }
        guard let element = SanitizerElement.byName[String(decoding: name, as: UTF8.self)] else { return .none }
        return switch element.role {
        case .phrase: .none
        case .lineBreak, .item: .line
        case .rule, .paragraph, .preformatted, .container, .list: .paragraph
        }
    }

    /// Appends one entity, or the characters up to the next byte that has a meaning.
    /// - Returns: the index after them.
    private func appendCharacters(_ html: UnsafeBufferPointer<UInt8>, at index: Int, to output: inout [UInt8]) -> Int {
        for (entity, character) in Self.entities where html[index] == Byte.ampersand {
            let name = UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount)
            guard html[index...].starts(with: name) else { continue }
            output.append(character)
            return index + name.count
        }
        // A single space between two words is read together with them.
        let end = ByteScan.firstIndex(in: html, from: index + 1) { bytes, following in
            bytes.below(Byte.space) | bytes.equal(to: Byte.lessThan) | bytes.equal(to: Byte.ampersand)
                | bytes.equal(to: Byte.space) & (following.below(Byte.space + 1) | following.equal(to: Byte.lessThan))
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: html[index..<end]))
        return end
    }
}
