/// Walks JSON text once, without recursion, and lists its values.
package struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    private var position: Int
    private var nodes: [JSONDocument.Node] = []
    /// The containers that are not closed yet. The innermost is last.
    private var open: [Int] = []

    /// Deeper than any record. The limit keeps a hostile text from taking unlimited memory.
    private static let maximumDepth = 256

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
        nodes.reserveCapacity(max(16, range.count / 24))
    }

    mutating func scan() throws(InvalidJSON) -> [JSONDocument.Node] {
        skipWhitespace()
        try scanValue()
        while let container = open.last { try continueContainer(container) }
        skipWhitespace()
        if position < end { throw error(.end, "expected nothing after the JSON, found \(foundCharacter)") }
        return nodes
    }

    private mutating func continueContainer(_ container: Int) throws(InvalidJSON) {
        skipWhitespace()
        let isObject = nodes[container].kind == .object
        let closing = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        if position < end, bytes[position] == closing {
            position += 1
            nodes[container].end = UInt32(position)
            nodes[container].next = UInt32(nodes.count)
            open.removeLast()
            return
        }
        if nodes.count > container + 1 {
            if isObject {
                try take(UInt8(ascii: ","), or: "',' or '}'", .separatorInObject)
            } else {
                try take(UInt8(ascii: ","), or: "',' or ']'", .separatorInList)
            }
            skipWhitespace()
        }
        if isObject {
            guard position < end, bytes[position] == UInt8(ascii: "\"") else { throw expected("a key in quotes", .key) }
            try scanString()
            skipWhitespace()
            try take(UInt8(ascii: ":"), or: "':'", .colon)
            skipWhitespace()
        }
        try scanValue()
    }

    private mutating func scanValue() throws(InvalidJSON) {
        guard position < end else { throw expected("a value", .value) }
        switch bytes[position] {
        case UInt8(ascii: "{"): try openContainer(.object)
        case UInt8(ascii: "["): try openContainer(.array)
        case UInt8(ascii: "\""): try scanString()
        case UInt8(ascii: "t"): try scanWord("true", .true)
        case UInt8(ascii: "f"): try scanWord("false", .false)
        case UInt8(ascii: "n"): try scanWord("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber()
        default: throw expected("a value", .value)
        }
    }

    private mutating func openContainer(_ kind: JSONDocument.Kind) throws(InvalidJSON) {
        guard open.count < Self.maximumDepth else { throw error(.depth, "more than \(Self.maximumDepth) levels inside each other") }
        open.append(nodes.count)
        append(kind, from: position, to: position)
        position += 1
    }

    private mutating func scanWord(_ word: StaticString, _ kind: JSONDocument.Kind) throws(InvalidJSON) {
        let start = position
        for offset in 0..<word.utf8CodeUnitCount {
            guard position < end, bytes[position] == word.utf8Start[offset] else { throw expected("'\(word)'", .value, from: start) }
            position += 1
        }
        append(kind, from: start, to: position)
    }

    private mutating func scanNumber() throws(InvalidJSON) {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        if position < end, bytes[position] == UInt8(ascii: "0") {
            position += 1
        } else {
            try takeDigits()
        }
        if position < end, bytes[position] == UInt8(ascii: ".") {
            position += 1
            try takeDigits()
        }
        if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < end, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") { position += 1 }
            try takeDigits()
        }
        append(.number, from: start, to: position)
    }

    private mutating func takeDigits() throws(InvalidJSON) {
        let start = position
        while position < end, bytes[position] >= UInt8(ascii: "0"), bytes[position] <= UInt8(ascii: "9") { position += 1 }
        if position == start { throw expected("a digit", .digit) }
    }

    private mutating func scanString() throws(InvalidJSON) {
        position += 1
        let start = position
        var isEscaped = false
        var isASCII = true
        while true {
            skipPlainCharacters()
            guard position < end else { throw error(.unclosedString, "the text ends inside a string", from: start - 1) }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                if !isASCII { try checkUTF8(from: start) }
                append(isEscaped ? .escapedString : .string, from: start, to: position)
                position += 1
                return
            case UInt8(ascii: "\\"):
                isEscaped = true
                try skipEscape()
            case 0..<0x20: throw error(.controlCharacter, "a control character inside a string")
            case 0x80...: isASCII = false
            default: break
            }
            position += 1
        }
    }

    /// Nearly every byte of a text is one of these.
    private mutating func skipPlainCharacters() {
        var next = position
        while next < end, case let byte = bytes[next], byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
            next += 1
        }
        position = next
    }

    private mutating func skipEscape() throws(InvalidJSON) {
        let start = position
        position += 1
        guard position < end else { throw error(.unfinishedEscape, "the text ends inside a string", from: start) }
        switch bytes[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            return
        case UInt8(ascii: "u"):
            for _ in 0..<4 {
                position += 1
                guard position < end, bytes[position].isHexDigit else {
                    throw error(.unicodeEscape, "'\\u' without four hexadecimal digits", from: start)
                }
            }
        default: throw error(.escape, "'\\' before \(foundCharacter)", from: start)
        }
    }

    private func checkUTF8(from start: Int) throws(InvalidJSON) {
        let text = UnsafeBufferPointer(rebasing: bytes[start..<position])
        if String(validating: text, as: UTF8.self) == nil {
            throw InvalidJSON(reason: .encoding, offset: start, start: start, what: "a string that is not UTF-8")
        }
    }

    private mutating func append(_ kind: JSONDocument.Kind, from start: Int, to end: Int) {
        nodes.append(.init(kind: kind, start: UInt32(start), end: UInt32(end), next: UInt32(nodes.count + 1)))
    }

    private mutating func take(_ byte: UInt8, or expectation: String, _ reason: InvalidJSON.Reason) throws(InvalidJSON) {
        guard position < end, bytes[position] == byte else { throw expected(expectation, reason) }
        position += 1
    }

    private mutating func skipWhitespace() {
        while position < end {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
            default: return
            }
        }
    }

    private func expected(_ what: String, _ reason: InvalidJSON.Reason, from start: Int? = nil) -> InvalidJSON {
        let isAtEnd = position == end
        return error(reason, isAtEnd ? "the text ends where \(what) is expected" : "expected \(what), found \(foundCharacter)", from: start)
    }

    private func error(_ reason: InvalidJSON.Reason, _ what: String, from start: Int? = nil) -> InvalidJSON {
        InvalidJSON(reason: reason, offset: position, start: start ?? position, what: what)
    }

    private var foundCharacter: String {
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[position..<min(position + 8, end)]), as: UTF8.self)
        return text.first.map { $0.isASCII && !$0.isLetter && !$0.isNumber && $0 < " " ? "a control character" : "'\($0)'" } ?? "nothing"
    }
}

extension JSONScanner {
    /// Whether a text is exactly one number in the form of JSON.
    package static func isNumber(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let first = bytes.first, first == UInt8(ascii: "-") || first.isASCIIDigit else { return false }
            var scanner = JSONScanner(bytes, bytes.indices)
            do throws(InvalidJSON) {
                try scanner.scanNumber()
                return scanner.position == scanner.end
            } catch {
                return false
            }
        }
    }
}

/// The place at which a text is no longer valid JSON, and the reason.
package struct InvalidJSON: Error, Equatable {
    package enum Reason: Sendable {
        case value
        case key
        case colon
        case separatorInObject
        case separatorInList
        case digit
        /// There is text after the value.
        case end
        case unclosedString
        case controlCharacter
        case escape
        case unfinishedEscape
        case unicodeEscape
        case encoding
        case depth
        case size
    }

    package let reason: Reason
    // The two offsets have 32 bits, so that the whole error is returned in registers. The scanner's functions are called for every value.
    private let offset32: Int32
    private let start32: Int32
    package let what: String

    package init(reason: Reason, offset: Int, start: Int, what: String) {
        self.reason = reason
        offset32 = Int32(clamping: offset)
        start32 = Int32(clamping: start)
        self.what = what
    }

    /// The first byte that is not allowed, counted from the start of the text.
    package var offset: Int { Int(offset32) }
    /// The beginning of the string, escape or word that holds that byte. It equals `offset` when there is none.
    package var start: Int { Int(start32) }
}
