import Support

extension TemplateValue {
    /// This value as JSON; pretty with two spaces for each level and a final newline. Safe HTML is written as a string.
    public func json(pretty: Bool) -> [UInt8] {
        var output = OutputBuffer()
        appendJSON(pretty: pretty, to: &output)
        return output.bytes
    }

    /// Writes this value as JSON at the end of a buffer; pretty with two spaces for each level and a final newline.
    public func appendJSON(pretty: Bool, to output: inout OutputBuffer) {
        ValueJSONWriter(pretty: pretty).write(self, to: &output)
        if pretty { output.append(0x0A) }
    }
}

/// Writes values as JSON (RFC 8259).
struct ValueJSONWriter {
    let pretty: Bool
    /// How the characters of strings are written.
    var strings = Escaper.jsonString

    func write(_ value: TemplateValue, depth: Int = 0, to output: inout OutputBuffer) {
        switch value {
        case .null: output.append(contentsOf: "null")
        case .bool(let flag): output.append(contentsOf: flag ? "true" : "false" as StaticString)
        case .integer(let integer): Escaper.append(integer, to: &output)
        case .number(let digits):
            // Numbers can be made of any text; what JSON does not read as one is a string.
            if JSONScanner.isNumber(digits) { Escaper.none.append(digits, to: &output) } else { write(digits, to: &output) }
        case .text(let text): write(text, to: &output)
        case .html(let html): write(html.html, to: &output)
        case .list(let items):
            output.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                startMember(index, depth: depth, in: &output)
                write(item, depth: depth + 1, to: &output)
            }
            if !items.isEmpty { startLine(depth: depth, in: &output) }
            output.append(UInt8(ascii: "]"))
        case .object(let object):
            output.append(UInt8(ascii: "{"))
            var index = 0
            object.forEach { name, value in
                startMember(index, depth: depth, in: &output)
                index += 1
                write(name.text, to: &output)
                output.append(UInt8(ascii: ":"))
                if pretty { output.append(0x20) }
                write(value, depth: depth + 1, to: &output)
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
        output.append(0x0A)
        for _ in 0..<depth { output.append(contentsOf: "  ") }
    }
}
