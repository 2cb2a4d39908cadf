/// Walks JSON text once, without recursion, and lists its values.
struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    private var position: Int
    private var nodes: [JSONDocument.Node] = []
    /// The containers that are not closed yet, the innermost last.
    private var open: [Int] = []

    /// Deeper than any record; keeps a hostile text from taking memory without bound.
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
        if position < end { throw error("expected nothing after the JSON, found \(foundCharacter)") }
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
            try take(UInt8(ascii: ","), or: isObject ? "',' or '}'" : "',' or ']'")
            skipWhitespace()
        }
        if isObject {
            guard position < end, bytes[position] == UInt8(ascii: "\"") else { throw expected("a key in quotes") }
            try scanString()
            skipWhitespace()
            try take(UInt8(ascii: ":"), or: "':'")
            skipWhitespace()
        }
        try scanValue()
    }

    private mutating func scanValue() throws(InvalidJSON) {
        guard position < end else { throw expected("a value") }
        switch bytes[position] {
        case UInt8(ascii: "{"): try openContainer(.object)
        case UInt8(ascii: "["): try openContainer(.array)
        case UInt8(ascii: "\""): try scanString()
        case UInt8(ascii: "t"): try scanWord("true", .true)
        case UInt8(ascii: "f"): try scanWord("false", .false)
        case UInt8(ascii: "n"): try scanWord("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber()
        default: throw expected("a value")
        }
    }

    private mutating func openContainer(_ kind: JSONDocument.Kind) throws(InvalidJSON) {
        guard open.count < Self.maximumDepth else { throw error("more than \(Self.maximumDepth) levels inside each other") }
        open.append(nodes.count)
        append(kind, from: position, to: position)
        position += 1
    }

    private mutating func scanWord(_ word: StaticString, _ kind: JSONDocument.Kind) throws(InvalidJSON) {
        let start = position
        for offset in 0..<word.utf8CodeUnitCount {
            guard position < end, bytes[position] == word.utf8Start[offset] else { throw expected("'\(word)'") }
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
        if position == start { throw expected("a digit") }
    }

    private mutating func scanString() throws(InvalidJSON) {
        position += 1
        let start = position
        var isEscaped = false
        var isASCII = true
        while true {
            guard position < end else { throw error("the text ends inside a string") }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                if !isASCII { try checkUTF8(from: start) }
                append(isEscaped ? .escapedString : .string, from: start, to: position)
                position += 1
                return
            case UInt8(ascii: "\\"):
                isEscaped = true
                try skipEscape()
            case 0..<0x20: throw error("a control character inside a string")
            case 0x80...: isASCII = false
            default: break
            }
            position += 1
        }
    }

    private mutating func skipEscape() throws(InvalidJSON) {
        position += 1
        guard position < end else { throw error("the text ends inside a string") }
        switch bytes[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            return
        case UInt8(ascii: "u"):
            for _ in 0..<4 {
                position += 1
                guard position < end, hexDigit(bytes[position]) != nil else { throw error("'\\u' without four hexadecimal digits") }
            }
        default: throw error("'\\' before \(foundCharacter)")
        }
    }

    private func checkUTF8(from start: Int) throws(InvalidJSON) {
        let text = UnsafeBufferPointer(rebasing: bytes[start..<position])
        if String(validating: text, as: UTF8.self) == nil {
            throw InvalidJSON(offset: start, what: "a string that is not UTF-8")
        }
    }

    private mutating func append(_ kind: JSONDocument.Kind, from start: Int, to end: Int) {
        nodes.append(.init(kind: kind, start: UInt32(start), end: UInt32(end), next: UInt32(nodes.count + 1)))
    }

    private mutating func take(_ byte: UInt8, or expectation: String) throws(InvalidJSON) {
        guard position < end, bytes[position] == byte else { throw expected(expectation) }
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

    private func expected(_ what: String) -> InvalidJSON {
        error(position < end ? "expected \(what), found \(foundCharacter)" : "the text ends where \(what) is expected")
    }

    private func error(_ what: String) -> InvalidJSON {
        InvalidJSON(offset: position, what: what)
    }

    private var foundCharacter: String {
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[position..<min(position + 8, end)]), as: UTF8.self)
        return text.first.map { $0.isASCII && !$0.isLetter && !$0.isNumber && $0 < " " ? "a control character" : "'\($0)'" } ?? "nothing"
    }
}

func hexDigit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
}
