import TemplateEngine

/// A text or a map of a file of words.
indirect enum WordsNode {
    case text(PlacedText)
    /// A key without a text: one that nobody has translated yet.
    case empty(place: PlacedText)
    case map([(key: PlacedText, value: WordsNode)], place: PlacedText)
    /// Anything else that YAML has.
    case other(place: PlacedText)

    var place: PlacedText {
        switch self {
        case .text(let place), .empty(let place), .map(_, let place), .other(let place): place
        }
    }
}

/// Reads the YAML that files of words are usually written in: maps with a key on each line, and after it a text in double quotes, one word,
/// or a map that is indented more.
///
/// Any other YAML is left to the library, which takes ten times as long for the same.
struct PlainWordsReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The offset of the line that is read next.
    private var next = 0
    /// Its number, from 1.
    private var number = 1

    /// Nil for YAML of any other form, also for one with mistakes.
    static func read(_ text: String) -> WordsNode? {
        var text = text
        return text.withUTF8 { bytes in
            guard Self.isPlain(bytes) else { return nil }
            var reader = PlainWordsReader(bytes: bytes)
            guard let first = reader.peek(), let root = reader.map(indentation: first.indentation), reader.peek() == nil else { return nil }
            return root
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Whether there are only characters that YAML takes as they are, and line feeds.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in bytes.indices where bytes[index] < 0x20 || bytes[index] > 0x7E {
            let rest = bytes[index...].prefix(3)
            switch bytes[index] {
            case 0x0A: continue
            case 0x80..<0xC2, 0xC3..<0xE2, 0xE3..<0xEF, 0xF0...: continue
            case 0xC2: if rest[index + 1] >= 0xA0 { continue }
            // U+2028 and U+2029 are line breaks in YAML.
            case 0xE2: if rest[index + 1] != 0x80 || rest[index + 2] & 0xFE != 0xA8 { continue }
            case 0xEF: if !rest.elementsEqual([0xEF, 0xBB, 0xBF]), rest[index + 1] != 0xBF || rest[index + 2] < 0xBE { continue }
            default: break
            }
            return false
        }
        return true
    }

    private struct Line {
        let start: Int
        let end: Int
        let indentation: Int
    }

    /// The next line with content. The lines before it are skipped.
    private mutating func peek() -> Line? {
        while next < bytes.count {
            let end = bytes[next...].firstIndex(of: 0x0A) ?? bytes.count
            let start = bytes[next..<end].firstIndex { $0 != 0x20 } ?? end
            if start < end, bytes[start] != UInt8(ascii: "#") { return Line(start: next, end: end, indentation: start - next) }
            next = end + 1
            number += 1
        }
        return nil
    }

    /// The keys with this indentation up to a line with less.
    private mutating func map(indentation: Int) -> WordsNode? {
        var entries: [(key: PlacedText, value: WordsNode)] = []
        var names: Set<String> = []
        while let line = peek(), line.indentation >= indentation {
            guard line.indentation == indentation, let (key, value) = entry(in: line), names.insert(key.text).inserted else { return nil }
            entries.append((key, value))
        }
        return entries.first.map { .map(entries, place: $0.key) }
    }

    private mutating func entry(in line: Line) -> (key: PlacedText, value: WordsNode)? {
        let source = text(line.start..<line.end)
        let keyStart = line.start + line.indentation
        guard let keyEnd = bytes[keyStart..<line.end].firstIndex(of: UInt8(ascii: ":")), let name = key(keyStart..<keyEnd) else {
            return nil
        }
        func placed(_ text: String, at offset: Int) -> PlacedText {
            let column = bytes[line.start..<offset].count { $0 & 0xC0 != 0x80 } + 1
            return PlacedText(text, line: number, column: column, sourceLine: source)
        }
        let key = placed(name, at: keyStart)
        let valueStart = bytes[(keyEnd + 1)..<line.end].firstIndex { $0 != 0x20 } ?? line.end
        if keyEnd + 1 == line.end {
            next = line.end + 1
            number += 1
            guard let below = peek(), below.indentation > line.indentation else { return nil }
            return map(indentation: below.indentation).map { (key, $0) }
        }
        guard valueStart > keyEnd + 1, valueStart < line.end, let value = value(valueStart..<line.end) else { return nil }
        defer {
            next = line.end + 1
            number += 1
        }
        return (key, .text(placed(value, at: valueStart)))
    }

    /// Words with spaces or dots between them, also in double quotes.
    private func key(_ range: Range<Int>) -> String? {
        let quote = UInt8(ascii: "\"")
        let isQuoted = range.count > 2 && bytes[range.lowerBound] == quote && bytes[range.upperBound - 1] == quote
        let range = isQuoted ? (range.lowerBound + 1)..<(range.upperBound - 1) : range
        guard let first = bytes[range].first, let last = bytes[range].last, first != 0x20, first != UInt8(ascii: "."), last != 0x20,
            bytes[range].allSatisfy({ Self.isWordSign($0) || $0 == 0x20 || $0 == UInt8(ascii: ".") || $0 >= 0x80 })
        else { return nil }
        return text(range)
    }

    /// A text in double quotes, or a word.
    private func value(_ range: Range<Int>) -> String? {
        guard bytes[range.lowerBound] == UInt8(ascii: "\"") else {
            let word = text(range)
            let isWord = bytes[range].allSatisfy(Self.isWordSign) && bytes[range.lowerBound] | 0x20 >= UInt8(ascii: "a")
            return isWord && word.lowercased() != "null" ? word : nil
        }
        guard range.count > 1, bytes[range.upperBound - 1] == UInt8(ascii: "\"") else { return nil }
        let quoted = (range.lowerBound + 1)..<(range.upperBound - 1)
        guard bytes[quoted].contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\"") }) else { return text(quoted) }
        return unescaped(quoted)
    }

    private func unescaped(_ range: Range<Int>) -> String? {
        var text: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            switch bytes[index] {
            case UInt8(ascii: "\""): return nil
            case UInt8(ascii: "\\"):
                index += 1
                guard index < range.upperBound else { return nil }
                switch bytes[index] {
                case UInt8(ascii: "_"): text += "\u{A0}".utf8
                case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(bytes[index])
                default: return nil
                }
            default: text.append(bytes[index])
            }
            index += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) }

    private static func isWordSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "_"): true
        default: false
        }
    }
}
