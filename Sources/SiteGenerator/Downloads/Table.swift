import Catalogue
import TemplateEngine

/// A download: the same columns as JSON and as CSV, in Hangar's own derived form.
struct Table<Row: Sendable>: Sendable {
    struct Column: Sendable {
        let name: String
        /// In words, for the description of the downloads.
        let form: String
        let meaning: String
        let value: @Sendable (Row, SiteModel) -> TemplateValue

        init(_ name: String, _ form: String, _ meaning: String, _ value: @escaping @Sendable (Row, SiteModel) -> TemplateValue) {
            self.name = name
            self.form = form
            self.meaning = meaning
            self.value = value
        }
    }

    let name: String
    let columns: [Column]

    /// The columns in words.
    var fields: [(name: String, form: String, meaning: String)] { columns.map { ($0.name, $0.form, $0.meaning) } }

    func appendJSON(_ rows: some Sequence<Row>, _ model: SiteModel, to output: inout OutputBuffer) {
        // What stands before each value of a row: its name, and what parts it from the value before.
        let starts = columns.enumerated().map { index, column in
            (index == 0 ? [UInt8(ascii: "{")] : [UInt8(ascii: ",")]) + TemplateValue.text(column.name).json(pretty: false) + [
                UInt8(ascii: ":")
            ]
        }
        let header: TemplateObject = [
            "title": .text(model.settings.title),
            "source": .text(SourceWords.name),
            "source_url": .text(model.input.sourceURL),
            "data_as_of": .optional(model.input.dataDate.timestamp?.rfc3339),
            "about": .text(model.settings.baseURL + Address.data),
        ]
        TemplateValue.object(header).appendJSON(pretty: true, to: &output)
        // The list is one more member of the header's object, which ends with a line break, a brace and a line break.
        output.cut(to: output.count - 3)
        output.append(contentsOf: Array(",\n  \"\(name)\": [".utf8))
        var separator: StaticString = "\n    "
        for row in rows {
            output.append(contentsOf: separator)
            for (start, column) in zip(starts, columns) {
                output.append(contentsOf: start)
                column.value(row, model).appendJSON(pretty: false, to: &output)
            }
            output.append(UInt8(ascii: "}"))
            separator = ",\n    "
        }
        output.append(contentsOf: "\n  ]\n}\n")
    }

    /// RFC 4180 in UTF-8, with a header line; null is an empty field.
    func appendCSV(_ rows: some Sequence<Row>, _ model: SiteModel, to output: inout OutputBuffer) {
        CSV.append(columns.map(\.name), to: &output)
        for row in rows { CSV.append(columns.lazy.map { CSV.text($0.value(row, model)) }, to: &output) }
    }
}
