import Support

/// Reads the addresses that a style sheet loads: `url(…)`, and `@import "…"`.
enum StyleSheetScanner {
    static func scan(_ collector: LinkCollector) -> FileFacts {
        var collector = collector
        let bytes = collector.bytes
        var index = 0
        while index < bytes.count {
            if bytes.matches("/*", at: index) {
                index += 2
                while index < bytes.count, !bytes.matches("*/", at: index) { index += 1 }
                index += 2
            } else if bytes.matches("url(", at: index) {
                index = readAddress(bytes, from: index + 4, until: UInt8(ascii: ")"), &collector)
            } else if bytes.matches("@import", at: index) {
                index = bytes.skipSpace(index + 7)
                guard index < bytes.count, isQuote(bytes[index]) else { continue }
                index = readAddress(bytes, from: index, until: UInt8(ascii: ";"), &collector)
            } else {
                index += 1
            }
        }
        return collector.facts
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    private static func readAddress(_ bytes: ByteText, from start: Int, until end: UInt8, _ collector: inout LinkCollector) -> Int {
        var start = bytes.skipSpace(start)
        var terminator = end
        if start < bytes.count, isQuote(bytes[start]) {
            terminator = bytes[start]
            start += 1
        }
        var index = start
        while index < bytes.count, bytes[index] != terminator { index += 1 }
        let range = bytes.trimmed(start..<index)
        // `url(#id)` means the page that uses the style sheet.
        if !range.isEmpty, bytes[range.lowerBound] != UInt8(ascii: "#") { collector.plainLink(range) }
        return index + 1
    }
}

extension ByteText {
    fileprivate func skipSpace(_ start: Int) -> Int {
        var index = start
        while index < count, self[index].isHTMLSpace { index += 1 }
        return index
    }
}
