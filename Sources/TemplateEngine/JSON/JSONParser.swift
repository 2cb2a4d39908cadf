extension TemplateValue {
    /// Reads one JSON value (RFC 8259) of any kind. Numbers keep their digits; of two members with one name the last counts.
    ///
    /// - Throws: `JSONSyntaxError` with the place of the first mistake; also for more than 256 levels of nesting.
    public init(json bytes: [UInt8]) throws(JSONSyntaxError) {
        var parser = JSONParser(bytes: bytes)
        self = try parser.parseDocument()
    }
}

struct JSONParser {
    private static let depthLimit = 256

    private let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func parseDocument() throws(JSONSyntaxError) -> TemplateValue {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        let value = try parseValue(depth: 0)
        skipSpace()
        if position < bytes.count { throw error("more text after the end of the value") }
        return value
    }

    static func isNumber(_ digits: String) -> Bool {
        var parser = JSONParser(bytes: Array(digits.utf8))
        do throws(JSONSyntaxError) {
            _ = try parser.parseNumber()
            return parser.position == parser.bytes.count
        } catch {
            return false
        }
    }

    private mutating func parseValue(depth: Int) throws(JSONSyntaxError) -> TemplateValue {
        skipSpace()
        if depth > Self.depthLimit { throw error("more than \(Self.depthLimit) levels of nesting") }
        guard position < bytes.count else { throw error("the text ends where a value was expected") }
        switch bytes[position] {
        case UInt8(ascii: "{"): return .object(try parseObject(depth: depth))
        case UInt8(ascii: "["): return .list(try parseList(depth: depth))
        case UInt8(ascii: "\""): return .text(try parseString())
        case UInt8(ascii: "t"): return try parseWord("true", as: .bool(true))
        case UInt8(ascii: "f"): return try parseWord("false", as: .bool(false))
        case UInt8(ascii: "n"): return try parseWord("null", as: .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try parseNumber()
        default: throw error("a value was expected here")
        }
    }

    private mutating func parseObject(depth: Int) throws(JSONSyntaxError) -> TemplateObject {
        position += 1
        var object = TemplateObject()
        skipSpace()
        if take(UInt8(ascii: "}")) { return object }
        while true {
            skipSpace()
            guard peek() == UInt8(ascii: "\"") else { throw error("a name in double quotes was expected here") }
            let name = FieldName(try parseString())
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw error("':' was expected after a name") }
            object[name] = try parseValue(depth: depth + 1)
            skipSpace()
            if take(UInt8(ascii: "}")) { return object }
            guard take(UInt8(ascii: ",")) else { throw error("',' or '}' was expected here") }
        }
    }

    private mutating func parseList(depth: Int) throws(JSONSyntaxError) -> [TemplateValue] {
        position += 1
        var items: [TemplateValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return items }
        while true {
            items.append(try parseValue(depth: depth + 1))
            skipSpace()
            if take(UInt8(ascii: "]")) { return items }
            guard take(UInt8(ascii: ",")) else { throw error("',' or ']' was expected here") }
        }
    }

    private mutating func parseWord(_ word: StaticString, as value: TemplateValue) throws(JSONSyntaxError) -> TemplateValue {
        let length = word.utf8CodeUnitCount
        let matches = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
        guard matches else { throw error("a value was expected here") }
        position += length
        return value
    }

    private mutating func parseNumber() throws(JSONSyntaxError) -> TemplateValue {
        let start = position
        var isInteger = true
        _ = take(UInt8(ascii: "-"))
        if take(UInt8(ascii: "0")) {
            // A leading zero stands alone.
        } else {
            try takeDigits()
        }
        if take(UInt8(ascii: ".")) {
            isInteger = false
            try takeDigits()
        }
        if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
            isInteger = false
            position += 1
            if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
            try takeDigits()
        }
        let digits = String(decoding: bytes[start..<position], as: UTF8.self)
        if isInteger, digits != "-0", let integer = Int(digits) { return .integer(integer) }
        return .number(digits)
    }

    private mutating func takeDigits() throws(JSONSyntaxError) {
        let start = position
        while let byte = peek(), byte &- UInt8(ascii: "0") < 10 { position += 1 }
        if position == start { throw error("a digit was expected here") }
    }

    private mutating func parseString() throws(JSONSyntaxError) -> String {
        position += 1
        let start = position
        while let byte = peek(), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
        if peek() == UInt8(ascii: "\"") {
            position += 1
            return try text(of: bytes[start..<position - 1], at: start)
        }
        var decoded = Array(bytes[start..<position])
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return try text(of: decoded[...], at: start)
            case UInt8(ascii: "\\"):
                try parseEscape(into: &decoded)
            case 0..<0x20:
                throw error("a control character in a string must be written as an escape")
            default:
                decoded.append(byte)
                position += 1
            }
        }
        position = start - 1
        throw error("a string that begins here has no closing quote")
    }

    private func text(of bytes: ArraySlice<UInt8>, at start: Int) throws(JSONSyntaxError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw error("a string is not valid UTF-8", at: start) }
        return text
    }

    private mutating func parseEscape(into decoded: inout [UInt8]) throws(JSONSyntaxError) {
        guard position + 1 < bytes.count else { throw error("the text ends inside an escape") }
        let letter = bytes[position + 1]
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(letter)
        case UInt8(ascii: "b"): decoded.append(0x08)
        case UInt8(ascii: "f"): decoded.append(0x0C)
        case UInt8(ascii: "n"): decoded.append(0x0A)
        case UInt8(ascii: "r"): decoded.append(0x0D)
        case UInt8(ascii: "t"): decoded.append(0x09)
        case UInt8(ascii: "u"):
            decoded.append(contentsOf: String(try parseUnicodeEscape()).utf8)
            return
        default: throw error("an escape that JSON does not have")
        }
        position += 2
    }

    /// A scalar from `\uXXXX` or a pair of them; half a pair becomes U+FFFD, since JSON's grammar allows what Unicode does not.
    private mutating func parseUnicodeEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
        let replacement: Unicode.Scalar = "\u{FFFD}"
        let first = try parseHexadecimalUnit()
        guard first & 0xFC00 == 0xD800 else { return Unicode.Scalar(first) ?? replacement }
        guard peek() == UInt8(ascii: "\\"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "u") else { return replacement }
        let afterFirst = position
        let second = try parseHexadecimalUnit()
        guard second & 0xFC00 == 0xDC00 else {
            position = afterFirst
            return replacement
        }
        return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)) ?? replacement
    }

    private mutating func parseHexadecimalUnit() throws(JSONSyntaxError) -> UInt32 {
        guard position + 6 <= bytes.count else { throw error("four hexadecimal digits were expected after \\u") }
        var unit: UInt32 = 0
        for byte in bytes[position + 2..<position + 6] {
            guard let digit = Unicode.Scalar(byte).properties.isASCIIHexDigit ? Character(Unicode.Scalar(byte)).hexDigitValue : nil else {
                throw error("four hexadecimal digits were expected after \\u")
            }
            unit = unit << 4 | UInt32(digit)
        }
        position += 6
        return unit
    }

    private func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private func error(_ what: String, at place: Int? = nil) -> JSONSyntaxError {
        let before = bytes[..<(place ?? position)]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        return JSONSyntaxError(line: line, column: before.count - lineStart + 1, what: what)
    }
}
