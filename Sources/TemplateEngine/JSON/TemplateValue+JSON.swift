import Support

extension TemplateValue {
    /// Reads one JSON value (RFC 8259) of any kind. Numbers keep their digits; of two members with one name the last counts.
    ///
    /// - Throws: `JSONSyntaxError` with the place of the first mistake; also for more than 256 levels of nesting.
    public init(json bytes: [UInt8]) throws(JSONSyntaxError) {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        do throws(InvalidJSON) {
            self.init(try JSONDocument(bytes, in: start..<bytes.count).root)
        } catch {
            throw JSONSyntaxError(error, in: bytes)
        }
    }

    private init(_ value: JSONValue) {
        switch value.kind {
        case .object:
            var object = TemplateObject()
            for member in value.members ?? [] { object[FieldName(member.key)] = TemplateValue(member.value) }
            self = .object(object)
        case .array: self = .list((value.elements ?? []).map { TemplateValue($0) })
        case .string, .escapedString: self = .text(value.string ?? "")
        case .number:
            let digits = String(decoding: value.text, as: UTF8.self)
            // An `Int` has no negative zero.
            if let integer = value.int, digits != "-0" { self = .integer(integer) } else { self = .number(digits) }
        case .true: self = .bool(true)
        case .false: self = .bool(false)
        case .null: self = .null
        }
    }
}

/// Why some bytes are not JSON, and where. Lines and columns count from 1, columns in bytes.
public struct JSONSyntaxError: Error, Equatable, CustomStringConvertible {
    public let line: Int
    public let column: Int
    public let what: String

    public var description: String { "\(line):\(column): \(what)" }

    init(_ error: InvalidJSON, in bytes: [UInt8]) {
        let before = bytes[..<error.start]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        column = before.count - lineStart + 1
        what =
            switch error.reason {
            case .value where error.start == bytes.count: "the text ends where a value was expected"
            case .value: "a value was expected here"
            case .key: "a name in double quotes was expected here"
            case .colon: "':' was expected after a name"
            case .separatorInObject: "',' or '}' was expected here"
            case .separatorInList: "',' or ']' was expected here"
            case .digit: "a digit was expected here"
            case .end: "more text after the end of the value"
            case .unclosedString: "a string that begins here has no closing quote"
            case .controlCharacter: "a control character in a string must be written as an escape"
            case .escape: "an escape that JSON does not have"
            case .unfinishedEscape: "the text ends inside an escape"
            case .unicodeEscape: "four hexadecimal digits were expected after \\u"
            case .encoding: "a string is not valid UTF-8"
            case .depth: "more than 256 levels of nesting"
            case .size: error.what
            }
    }
}
