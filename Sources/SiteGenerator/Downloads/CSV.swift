import TemplateEngine

enum CSV {
    /// Appends one record (RFC 4180): fields with a comma, a quote or a line break stand in quotes, lines end with CR LF.
    static func append(_ fields: [String], to bytes: inout [UInt8]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            guard field.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }) || isFormula(field) else {
                bytes += Array(field.utf8)
                continue
            }
            bytes.append(UInt8(ascii: "\""))
            if isFormula(field) { bytes.append(UInt8(ascii: "'")) }
            bytes += Array(field.replacing("\"", with: "\"\"").utf8)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes += [0x0D, 0x0A]
    }

    static func text(_ value: Value) -> String {
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

    /// A spreadsheet runs a field that begins so (OWASP, CSV injection); an apostrophe in front makes it a text. Negative numbers are left alone.
    private static func isFormula(_ field: String) -> Bool {
        guard let first = field.utf8.first else { return false }
        return [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D].contains(first)
            || (first == UInt8(ascii: "-") && Double(field) == nil)
    }
}
