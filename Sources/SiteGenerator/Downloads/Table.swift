import Catalogue
import TemplateEngine

/// A download: the same columns as JSON and as CSV, in Hangar's own derived form.
struct Table<Row: Sendable>: Sendable {
    struct Column: Sendable {
        let name: String
        /// In words, for the description of the downloads.
        let form: String
        let meaning: String
        let value: @Sendable (Row, SiteModel) -> Value

        init(_ name: String, _ form: String, _ meaning: String, _ value: @escaping @Sendable (Row, SiteModel) -> Value) {
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

    func json(_ rows: some Sequence<Row>, _ model: SiteModel) -> [UInt8] {
        // What stands before each value of a row: its name, and what parts it from the value before.
        let starts = columns.enumerated().map { index, column -> [UInt8] in
            var start = [index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ",")]
            Value.text(column.name).appendJSON(to: &start)
            return start + [UInt8(ascii: ":")]
        }
        let header: Object = [
            "title": .text(model.settings.title),
            "source": .text(SourceWords.name),
            "source_url": .text(model.input.sourceURL),
            "data_as_of": .optional(model.input.dataDate.timestamp?.rfc3339),
            "about": .text(model.settings.baseURL + Address.data),
        ]
        var bytes = Value.object(header).json(pretty: true)
        bytes.removeLast(bytes.last == UInt8(ascii: "\n") ? 3 : 2)
        bytes += ",\n  \"\(name)\": [".utf8
        var separator = "\n    "
        for row in rows {
            bytes += separator.utf8
            for (start, column) in zip(starts, columns) {
                bytes += start
                column.value(row, model).appendJSON(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
            separator = ",\n    "
        }
        bytes += "\n  ]\n}\n".utf8
        return bytes
    }

    /// RFC 4180 in UTF-8, with a header line; null is an empty field.
    func csv(_ rows: some Sequence<Row>, _ model: SiteModel) -> [UInt8] {
        var bytes: [UInt8] = []
        CSV.append(columns.map(\.name), to: &bytes)
        for row in rows { CSV.append(columns.lazy.map { CSV.text($0.value(row, model)) }, to: &bytes) }
        return bytes
    }
}
