extension Value {
    /// This value as JSON; pretty with two spaces for each level and a final newline. Safe HTML is written as a string.
    public func json(pretty: Bool) -> [UInt8] {
        var writer = JSONWriter(pretty: pretty)
        writer.write(self, depth: 0)
        if pretty { writer.output.append(0x0A) }
        return writer.output
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
        case .integer(let integer): output.append(contentsOf: String(integer).utf8)
        case .number(let digits):
            // Numbers can be made of any text; what JSON does not read as one is a string.
            if JSONParser.isNumber(digits) { output.append(contentsOf: digits.utf8) } else { write(digits) }
        case .text(let text): write(text)
        case .html(let html): write(html.html)
        case .list(let items):
            writeMembers(items, between: ("[", "]"), depth: depth) { writer, item in
                writer.write(item, depth: depth + 1)
            }
        case .object(let object):
            writeMembers(object.pairs, between: ("{", "}"), depth: depth) { writer, pair in
                writer.write(pair.0.text)
                writer.output.append(contentsOf: writer.pretty ? [0x3A, 0x20] : [0x3A])
                writer.write(pair.1, depth: depth + 1)
            }
        }
    }

    private mutating func write(_ text: String) {
        output.append(UInt8(ascii: "\""))
        strings.append(text, to: &output)
        output.append(UInt8(ascii: "\""))
    }

    private mutating func writeMembers<Member>(
        _ members: [Member], between brackets: (open: Unicode.Scalar, close: Unicode.Scalar), depth: Int,
        write: (inout JSONWriter, Member) -> Void
    ) {
        output.append(UInt8(ascii: brackets.open))
        for (index, member) in members.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            startLine(depth: depth + 1)
            write(&self, member)
        }
        if !members.isEmpty { startLine(depth: depth) }
        output.append(UInt8(ascii: brackets.close))
    }

    private mutating func startLine(depth: Int) {
        guard pretty else { return }
        output.append(0x0A)
        output.append(contentsOf: repeatElement(0x20, count: 2 * depth))
    }
}
