import Support

extension TemplateValue {
    /// Reads one JSON value (RFC 8259) of any kind. Numbers keep their digits. When two members have the same name, the last one counts.
    ///
    /// - Throws: `TemplateJSONError` with the place of the first mistake, also for more than 256 levels of nesting.
    public init(json bytes: [UInt8]) throws(TemplateJSONError) {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        do throws(InvalidJSON) {
            self.init(try JSONDocument(bytes, in: start..<bytes.count).root)
        } catch {
            throw TemplateJSONError(error, in: bytes)
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

/// Why some bytes are not JSON, and the place of the mistake. Lines and columns count from 1. Columns count bytes.
public struct TemplateJSONError: Error, Equatable, CustomStringConvertible {
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

extension TemplateValue {
    /// This value as JSON. When pretty, it has two spaces for each level and a final newline. Safe HTML is written as a string.
    public func json(pretty: Bool) -> [UInt8] {
        var output = OutputBuffer()
        appendJSON(pretty: pretty, to: &output)
        return output.bytes
    }

    /// Writes this value as JSON at the end of a buffer. When pretty, it has two spaces for each level and a final newline.
    ///
    /// - Parameters:
    ///   - pretty: whether each member and item has a line of its own.
    ///   - messages: the language in which messages are written. Without one a message is written as an object with its key and its
    ///     values.
    ///   - output: gets the JSON.
    public func appendJSON(pretty: Bool, messages: Messages? = nil, to output: inout OutputBuffer) {
        ValueJSONWriter(pretty: pretty, messages: messages).write(self, to: &output)
        if pretty { output.append(0x0A) }
    }
}

/// Writes values as JSON (RFC 8259).
struct ValueJSONWriter {
    let pretty: Bool
    /// The language of messages. Without one a message is written as an object.
    let messages: Messages?
    /// The escaping of characters in strings.
    var strings = Escaper.jsonString

    func write(_ value: TemplateValue, to output: inout OutputBuffer) {
        withUnsafePointer(to: value) { write($0, depth: 0, to: &output) }
    }

    /// - Parameter place: the place of the value. A pointer, because each value of a list or an object would be copied.
    private func write(_ place: UnsafePointer<TemplateValue>, depth: Int, to output: inout OutputBuffer) {
        switch place.pointee {
        case .null: output.append(contentsOf: "null")
        case .bool(let flag): output.append(contentsOf: flag ? "true" : "false" as StaticString)
        case .integer(let integer): Escaper.append(integer, to: &output)
        case .number(let digits):
            // A number can be made from any text. Text that JSON does not read as a number is written as a string.
            if JSONScanner.isNumber(digits) { Escaper.none.append(digits, to: &output) } else { write(digits, to: &output) }
        case .text(let text): write(text, to: &output)
        case .html(let html): write(html.html, to: &output)
        case .list(let items):
            output.append(UInt8(ascii: "["))
            items.withUnsafeBufferPointer { items in
                guard let first = items.baseAddress else { return }
                for index in items.indices {
                    startMember(index, depth: depth, in: &output)
                    write(first + index, depth: depth + 1, to: &output)
                }
            }
            if !items.isEmpty { startLine(depth: depth, in: &output) }
            output.append(UInt8(ascii: "]"))
        case .message(let message):
            if let messages {
                output.append(UInt8(ascii: "\""))
                messages.write(message) { strings.append($0, to: &output) }
                output.append(UInt8(ascii: "\""))
            } else {
                let object: TemplateValue = ["message": .text(message.key), "values": .object(message.values)]
                withUnsafePointer(to: object) { write($0, depth: depth, to: &output) }
            }
        case .object(let object):
            output.append(UInt8(ascii: "{"))
            withExtendedLifetime(object) {
                let view = object.view
                for index in 0..<view.count {
                    startMember(index, depth: depth, in: &output)
                    write(view.name(at: index).pointee.text, to: &output)
                    output.append(UInt8(ascii: ":"))
                    if pretty { output.append(0x20) }
                    write(view.value(at: index), depth: depth + 1, to: &output)
                }
            }
            if !object.isEmpty { startLine(depth: depth, in: &output) }
            output.append(UInt8(ascii: "}"))
        }
    }

    private func write(_ text: String, to output: inout OutputBuffer) {
        output.append(UInt8(ascii: "\""))
        strings.append(text, to: &output)
        output.append(UInt8(ascii: "\""))
    }

    private func startMember(_ index: Int, depth: Int, in output: inout OutputBuffer) {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        startLine(depth: depth + 1, in: &output)
    }

    private func startLine(depth: Int, in output: inout OutputBuffer) {
        guard pretty else { return }
        let breaks: StaticString = "\n                "
        output.append(contentsOf: UnsafeBufferPointer(start: breaks.utf8Start, count: 1 + 2 * min(depth, 8)))
        for _ in 0..<max(0, depth - 8) { output.append(contentsOf: "  ") }
    }
}
