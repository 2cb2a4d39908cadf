/// A dotted name, split during parsing. Without names it is the implicit iterator `.`.
struct Path: Sendable, Hashable, CustomStringConvertible {
    let names: [FieldName]

    var isImplicitIterator: Bool { names.isEmpty }
    var description: String { names.isEmpty ? "." : names.map(\.text).joined(separator: ".") }

    /// The value of the innermost loop that the name means when no data has it.
    var loopValue: LoopValue? {
        // The first byte rules out most names.
        names.count == 1 && names[0].text.utf8.first == UInt8(ascii: "@") ? LoopValue(rawValue: names[0].text) : nil
    }

    /// Splits at dots. Nil when a part is empty or when there is white space.
    init?(_ text: String) {
        if text == "." {
            names = []
            return
        }
        var text = text
        guard let names = text.withUTF8(Self.names), !text.hasOtherSpace else { return nil }
        self.names = names
    }

    private static func names(in text: UnsafeBufferPointer<UInt8>) -> [FieldName]? {
        var dots = 0
        for byte in text {
            if byte == 0x20 || byte &- 0x09 < 5 { return nil }
            if byte == UInt8(ascii: ".") { dots += 1 }
        }
        var names: [FieldName] = []
        names.reserveCapacity(dots + 1)
        var start = 0
        while true {
            var end = start
            while end < text.count, text[end] != UInt8(ascii: ".") { end += 1 }
            guard start < end else { return nil }
            names.append(FieldName(String(decoding: UnsafeBufferPointer(rebasing: text[start..<end]), as: UTF8.self)))
            if end == text.count { return names }
            start = end + 1
        }
    }
}

extension String {
    /// Whether the text has white space that is not ASCII.
    fileprivate var hasOtherSpace: Bool {
        !utf8.allSatisfy { $0 < 0x80 } && contains(where: \.isWhitespace)
    }
}

/// The values that a loop gives about its present turn.
enum LoopValue: String, Sendable, CaseIterable {
    /// Counted from 0.
    case index = "@index"
    case first = "@first"
    case last = "@last"
    case length = "@length"
}
