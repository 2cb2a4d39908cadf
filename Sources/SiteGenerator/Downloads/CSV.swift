import TemplateEngine

enum CSV {
    /// Appends one record (RFC 4180): fields with a comma, a quote or a line break stand in quotes, lines end with CR LF.
    static func append(_ fields: some Sequence<String>, to output: inout OutputBuffer) {
        var isFirst = true
        for var field in fields {
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            field.withUTF8 { append($0, to: &output) }
        }
        output.append(0x0D)
        output.append(0x0A)
    }

    private static func append(_ field: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        let isFormula = isFormula(field)
        guard isFormula || field.contains(where: isSpecial) else {
            output.append(contentsOf: field)
            return
        }
        output.append(UInt8(ascii: "\""))
        if isFormula { output.append(UInt8(ascii: "'")) }
        for byte in field {
            if byte == UInt8(ascii: "\"") { output.append(byte) }
            output.append(byte)
        }
        output.append(UInt8(ascii: "\""))
    }

    static func text(_ value: TemplateValue) -> String {
        switch value {
        case .null: ""
        case .bool(let truth): truth ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let lexeme): lexeme
        case .text(let text): text
        case .html(let html): html.html
        case .list(let items): items.map(text).joined(separator: "; ")
        case .object: String(decoding: value.json(pretty: false), as: UTF8.self)
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D
    }

    /// A spreadsheet runs a field that begins so (OWASP, CSV injection); an apostrophe in front makes it a text. Negative numbers are left alone.
    private static func isFormula(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        switch field.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
        case UInt8(ascii: "-"): Double(String(decoding: field, as: UTF8.self)) == nil
        default: false
        }
    }
}
