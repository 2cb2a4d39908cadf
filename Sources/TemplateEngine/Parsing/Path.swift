/// A dotted name, split when it is parsed; without names it is the implicit iterator `.`.
struct Path: Sendable, Hashable, CustomStringConvertible {
    let names: [Name]

    var isImplicitIterator: Bool { names.isEmpty }
    var description: String { names.isEmpty ? "." : names.map(\.text).joined(separator: ".") }

    /// The value of the innermost loop that a name stands for where no data has it.
    var loopValue: LoopValue? {
        // Most names are told from these by their first byte.
        names.count == 1 && names[0].text.utf8.first == UInt8(ascii: "@") ? LoopValue(rawValue: names[0].text) : nil
    }

    /// Splits at dots; nil where a part is empty, or there is white space.
    init?(_ text: String) {
        if text == "." {
            names = []
            return
        }
        guard !text.containsSpace else { return nil }
        let bytes = text.utf8
        if !text.isEmpty, !bytes.contains(UInt8(ascii: ".")) {
            names = [Name(text)]
            return
        }
        var names: [Name] = []
        var start = bytes.startIndex
        while true {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
            guard start < end else { return nil }
            names.append(Name(String(text[start..<end])))
            if end == bytes.endIndex { break }
            start = bytes.index(after: end)
        }
        self.names = names
    }
}

extension String {
    /// Whether any character is white space; most names are ASCII, where bytes tell it.
    var containsSpace: Bool {
        var seen: UInt8 = 0
        for byte in utf8 {
            if byte == 0x20 || byte &- 0x09 < 5 { return true }
            seen |= byte
        }
        return seen >= 0x80 && contains(where: \.isWhitespace)
    }
}

/// What a loop says about its present turn.
enum LoopValue: String, Sendable, CaseIterable {
    /// Counted from 0.
    case index = "@index"
    case first = "@first"
    case last = "@last"
    case length = "@length"
}
