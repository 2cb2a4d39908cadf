extension Value {
    /// This value as JSON; pretty with two spaces for each level and a final newline. Safe HTML is written as a string.
    public func json(pretty: Bool) -> [UInt8] {
        var writer = JSONWriter(pretty: pretty)
        writer.write(self, depth: 0)
        if pretty { writer.output.append(0x0A) }
        return writer.output
    }

    /// Appends this value as JSON (RFC 8259) without white space.
    package func appendJSON(to bytes: inout [UInt8]) {
        var writer = JSONWriter(pretty: false)
        swap(&writer.output, &bytes)
        writer.write(self, depth: 0)
        swap(&writer.output, &bytes)
    }
}

struct JSONWriter {
    let pretty: Bool
    /// How the characters of strings are written.
    var strings = Escaper.jsonString
    var output: [UInt8] = []

    mutating func write(_ value: Value, depth: Int) {
        switch value {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
        case .integer(let integer): Escaper.append(integer, to: &output)
        case .number(let digits):
            // Numbers can be made of any text; what JSON does not read as one is a string.
            if JSONParser.isNumber(digits) { output.append(contentsOf: digits.utf8) } else { write(digits) }
        case .text(let text): write(text)
        case .html(let html): write(html.html)
        case .list(let items):
            open("[")
            for (index, item) in items.enumerated() {
                startMember(index, depth: depth)
                write(item, depth: depth + 1)
            }
            close("]", isEmpty: items.isEmpty, depth: depth)
        case .object(let object):
            open("{")
            var index = 0
            object.forEach { name, value in
                startMember(index, depth: depth)
                index += 1
                write(name.text)
                output.append(0x3A)
                if pretty { output.append(0x20) }
                write(value, depth: depth + 1)
            }
            close("}", isEmpty: object.isEmpty, depth: depth)
        }
    }

    private mutating func write(_ text: String) {
        output.append(UInt8(ascii: "\""))
        strings.append(text, to: &output)
        output.append(UInt8(ascii: "\""))
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        output.append(UInt8(ascii: bracket))
    }

    private mutating func startMember(_ index: Int, depth: Int) {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        startLine(depth: depth + 1)
    }

    private mutating func close(_ bracket: Unicode.Scalar, isEmpty: Bool, depth: Int) {
        if !isEmpty { startLine(depth: depth) }
        output.append(UInt8(ascii: bracket))
    }

    private mutating func startLine(depth: Int) {
        guard pretty else { return }
        output.append(0x0A)
        output.append(contentsOf: repeatElement(0x20, count: 2 * depth))
    }
}
