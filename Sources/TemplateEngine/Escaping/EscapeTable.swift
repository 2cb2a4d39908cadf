/// What is written in place of each byte; most bytes stand for themselves.
struct EscapeTable: Sendable {
    /// For each byte 0, or one more than the index of its replacement.
    private let classes: [UInt8]
    private let replacements: [[UInt8]]

    private init(_ replacements: [(UInt8, String)]) {
        var classes = [UInt8](repeating: 0, count: 256)
        for (index, (byte, _)) in replacements.enumerated() {
            classes[Int(byte)] = UInt8(index + 1)
        }
        self.classes = classes
        self.replacements = replacements.map { Array($0.1.utf8) }
    }

    func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        classes.withUnsafeBufferPointer { classes in
            var start = 0
            for index in 0..<bytes.count {
                let found = classes[Int(bytes[index])]
                if found == 0 { continue }
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                output.append(contentsOf: replacements[Int(found) - 1])
                start = index + 1
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<bytes.count]))
        }
    }

    private static let markup: [(UInt8, String)] = [
        (UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;"), (UInt8(ascii: ">"), "&gt;"),
        (UInt8(ascii: "\""), "&quot;"), (UInt8(ascii: "'"), "&#39;"),
    ]

    /// The Mustache specification asks for `& < > "`; the apostrophe is added, since attribute values may be quoted with it.
    static let html = EscapeTable(markup)

    /// As HTML, and the control characters that XML 1.0 (2.2 Characters) does not allow in any form become U+FFFD.
    static let xml = EscapeTable(markup + controls(except: [0x09, 0x0A, 0x0D]).map { ($0, "\u{FFFD}") })

    private static let jsonShort: [(UInt8, String)] = [
        (UInt8(ascii: "\""), "\\\""), (UInt8(ascii: "\\"), "\\\\"),
        (0x08, "\\b"), (0x09, "\\t"), (0x0A, "\\n"), (0x0C, "\\f"), (0x0D, "\\r"),
    ]

    /// RFC 8259, section 7.
    static let jsonString = EscapeTable(
        jsonShort
            + controls(except: [0x08, 0x09, 0x0A, 0x0C, 0x0D]).map { control in
                (control, (control < 16 ? "\\u000" : "\\u00") + String(control, radix: 16))
            })

    private static func controls(except allowed: [UInt8]) -> [UInt8] {
        (0..<32).filter { !allowed.contains($0) }
    }
}
