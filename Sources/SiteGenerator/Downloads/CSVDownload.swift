import TemplateEngine

extension DownloadFormat {
    /// RFC 4180 in UTF-8, with a header line. Null is an empty field.
    static let csv = DownloadFormat(name: "CSV (RFC\u{a0}4180, UTF-8)", fileExtension: "csv") { table, site, output in
        // Some spreadsheets take a file without it for one in the encoding of their system.
        if site.model.settings.csvByteOrderMark { output.append(contentsOf: [0xEF, 0xBB, 0xBF] as [UInt8]) }
        CSV.append(table.columns.map(\.name), to: &output)
        table.forEachRow(site) { value in CSV.append(table.columns.count, to: &output) { CSV.text(value($0)) } }
    }
}

enum CSV {
    /// Appends one record (RFC 4180). Fields with a comma, a quote or a line break are in quotes. Lines end with CR LF.
    static func append(_ fields: [String], to output: inout OutputBuffer) {
        append(fields.count, to: &output) { fields[$0] }
    }

    /// Appends one record of `count` fields. The function gives each field by its number.
    static func append(_ count: Int, to output: inout OutputBuffer, field: (Int) -> String) {
        for number in 0..<count {
            if number > 0 { output.append(UInt8(ascii: ",")) }
            var field = field(number)
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
        case .object, .message: String(decoding: value.json(pretty: false), as: UTF8.self)
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D
    }

    /// Whether a spreadsheet would run the field as a formula (OWASP, CSV injection). An apostrophe in front makes such a field a text.
    /// Negative numbers are left unchanged.
    private static func isFormula(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        switch field.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
        case UInt8(ascii: "-"): Double(String(decoding: field, as: UTF8.self)) == nil
        default: false
        }
    }
}
