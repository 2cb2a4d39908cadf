/// How a value is written at one place of a template. This is decided when the template is loaded.
enum Escaper: UInt8, Sendable {
    /// Nothing is escaped.
    case none
    /// Escapes `& < > " '`, following the Mustache specification. Safe HTML is printed unescaped.
    case html
    /// Escapes `& < > " '`, also in safe HTML. Inside an attribute it is text like any other.
    case htmlAttribute
    /// Nothing is escaped, and only safe HTML is accepted.
    case safeHTMLOnly
    case xml
    /// The text between the quotes of a JSON string.
    case jsonString
    /// A whole JSON value of any kind, inside a script.
    case jsonScript
    /// The beginning of an address. Its scheme must be a safe one.
    case url
    /// The same after other values, or after text without `/` or `?`.
    case urlContinued
    case urlPath
    /// One part of a query or fragment.
    case urlQuery
    /// Addresses with descriptors, or a part of them.
    case sourceSet

    /// Writes `text` escaped. Runs of characters that need no escaping are copied whole.
    func append(_ text: String, to output: inout OutputBuffer) {
        let copied: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, to: &output) }
        if copied == nil {
            Array(text.utf8).withUnsafeBufferPointer { append($0, to: &output) }
        }
    }

    func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        switch self {
        case .none, .safeHTMLOnly: output.append(contentsOf: bytes)
        case .html, .htmlAttribute: EscapeTable.html.append(bytes, to: &output)
        case .xml: XMLText.append(bytes, to: &output)
        case .jsonString: EscapeTable.jsonString.append(bytes, to: &output)
        case .jsonScript: JSONScript.append(bytes, to: &output)
        case .url, .urlContinued, .urlPath, .sourceSet: URLText.append(bytes, to: &output)
        case .urlQuery: EscapeTable.urlQuery.append(bytes, to: &output)
        }
    }
}

/// The replacement of each byte. Most bytes stay unchanged.
///
/// The tables are constants and live as long as the process. They are plain memory, because many threads read them for each value and would
/// otherwise contend for their reference counts. `@unchecked Sendable`: nothing is written after `init`.
struct EscapeTable: @unchecked Sendable {
    /// For each byte: 0, or the index of its replacement plus one.
    private let classes: UnsafePointer<UInt8>
    private let replacements: UnsafePointer<UnsafeBufferPointer<UInt8>>

    private init(_ pairs: [(UInt8, String)]) {
        let classes = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        classes.initialize(repeating: 0, count: 256)
        let replacements = UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>.allocate(capacity: pairs.count)
        for (index, (byte, text)) in pairs.enumerated() {
            classes[Int(byte)] = UInt8(index + 1)
            let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
            _ = bytes.initialize(from: text.utf8)
            (replacements + index).initialize(to: UnsafeBufferPointer(bytes))
        }
        self.classes = UnsafePointer(classes)
        self.replacements = UnsafePointer(replacements)
    }

    func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        guard let first = bytes.baseAddress else { return }
        let end = first + bytes.count
        var start = first
        var next = first
        while true {
            // Most texts need no escaping at all.
            while end - next >= 4, found(next[0]) | found(next[1]) | found(next[2]) | found(next[3]) == 0 { next += 4 }
            while next < end, found(next.pointee) == 0 { next += 1 }
            output.append(contentsOf: UnsafeBufferPointer(start: start, count: next - start))
            guard next < end else { return }
            output.append(contentsOf: replacements[Int(found(next.pointee)) - 1])
            next += 1
            start = next
        }
    }

    @inline(__always)
    private func found(_ byte: UInt8) -> UInt8 { classes[Int(byte)] }

    private static let markup: [(UInt8, String)] = [
        (UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;"), (UInt8(ascii: ">"), "&gt;"),
        (UInt8(ascii: "\""), "&quot;"), (UInt8(ascii: "'"), "&#39;"),
    ]

    /// The Mustache specification asks for `& < > "`. The apostrophe is added, because it can quote attribute values.
    static let html = EscapeTable(markup)

    /// The same as HTML. In addition, control characters that XML 1.0 (2.2 Characters) does not allow in any form become U+FFFD.
    static let xml = EscapeTable(markup + controls(except: [0x09, 0x0A, 0x0D]).map { ($0, "\u{FFFD}") })

    private static let jsonShort: [(UInt8, String)] = [
        (UInt8(ascii: "\""), "\\\""), (UInt8(ascii: "\\"), "\\\\"),
        (0x08, "\\b"), (0x09, "\\t"), (0x0A, "\\n"), (0x0C, "\\f"), (0x0D, "\\r"),
    ]

    /// Follows RFC 8259, section 7.
    static let jsonString = EscapeTable(
        jsonShort
            + controls(except: [0x08, 0x09, 0x0A, 0x0C, 0x0D]).map { control in
                (control, (control < 16 ? "\\u000" : "\\u00") + String(control, radix: 16))
            })

    /// The same as `jsonString`. In addition, the characters that mean something to the surrounding HTML are escaped.
    static let jsonScript = EscapeTable(
        jsonShort
            + (controls(except: [0x08, 0x09, 0x0A, 0x0C, 0x0D]) + Array("<>&".utf8)).map { byte in
                (byte, (byte < 16 ? "\\u000" : "\\u00") + String(byte, radix: 16))
            })

    /// For an address in an attribute. Characters that no address contains (RFC 3986, 2) are percent-encoded. Reserved characters stay, and
    /// so does text that is percent-encoded already.
    static let url = EscapeTable(
        (0...255).filter { !isUnreserved($0) && !Array("%:/?#[]@!$&'()*+,;=".utf8).contains($0) }.map { ($0, URLEncoding.escape($0)) }
            + [(UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "'"), "&#39;")])

    /// For one part of a query: percent-encodes everything but the unreserved characters (RFC 3986, 2.3).
    static let urlQuery = EscapeTable((0...255).filter { !isUnreserved($0) }.map { ($0, URLEncoding.escape($0)) })

    private static func isUnreserved(_ byte: UInt8) -> Bool { URLEncoding.isUnreserved(byte) }

    private static func controls(except allowed: [UInt8]) -> [UInt8] {
        (0..<32).filter { !allowed.contains($0) }
    }
}

/// Text in XML.
private enum XMLText {
    /// Besides control characters, U+FFFE and U+FFFF become U+FFFD, which XML 1.0 (2.2 Characters) does not allow either.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        guard bytes.has(0xEF) else { return EscapeTable.xml.append(bytes, to: &output) }
        var start = 0
        var index = 0
        while index + 2 < bytes.count {
            guard bytes[index] == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE else {
                index += 1
                continue
            }
            EscapeTable.xml.append(UnsafeBufferPointer(rebasing: bytes[start..<index]), to: &output)
            output.append(contentsOf: "\u{FFFD}" as StaticString)
            index += 3
            start = index
        }
        EscapeTable.xml.append(UnsafeBufferPointer(rebasing: bytes[start...]), to: &output)
    }
}

/// Characters of JSON strings inside a script of HTML.
private enum JSONScript {
    /// Writes text between the quotes of a string. Besides the escapes of JSON, it escapes `<`, `>` and `&`, which the surrounding HTML
    /// would read, and U+2028 and U+2029, which end lines in JavaScript.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        guard bytes.has(0xE2) else { return EscapeTable.jsonScript.append(bytes, to: &output) }
        var start = 0
        var index = 0
        while index + 2 < bytes.count {
            let isSeparator = bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
            guard isSeparator else {
                index += 1
                continue
            }
            EscapeTable.jsonScript.append(UnsafeBufferPointer(rebasing: bytes[start..<index]), to: &output)
            output.append(contentsOf: bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029" as StaticString)
            index += 3
            start = index
        }
        EscapeTable.jsonScript.append(UnsafeBufferPointer(rebasing: bytes[start...]), to: &output)
    }
}
