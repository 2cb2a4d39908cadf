import Catalogue
import TemplateEngine

/// A download: the same columns as JSON and as CSV, in Hangar's own derived form.
struct Table<E: Entity>: Sendable {
    struct Column: Sendable {
        let name: String
        /// In words, for the description of the downloads.
        let form: String
        let meaning: String
        let value: @Sendable (E, SiteModel) -> Value

        init(_ name: String, _ form: String, _ meaning: String, _ value: @escaping @Sendable (E, SiteModel) -> Value) {
            self.name = name
            self.form = form
            self.meaning = meaning
            self.value = value
        }
    }

    let name: String
    let columns: [Column]

    func json(_ rows: some Sequence<E>, _ model: SiteModel) -> [UInt8] {
        let names = columns.map { Name($0.name) }
        let header: Object = [
            "title": .text(model.settings.title),
            "source": .text(SourceWords.name),
            "source_url": .text(model.input.sourceURL),
            "data_as_of": .optional(model.input.dataDate.timestamp?.rfc3339),
            "about": .text(model.settings.baseURL + Address.data),
        ]
        var bytes = Value.object(header).json(pretty: true)
        bytes.removeLast(bytes.last == UInt8(ascii: "\n") ? 3 : 2)
        bytes += Array(",\n  \"\(name)\": [".utf8)
        var separator = "\n    "
        for row in rows {
            bytes += Array(separator.utf8)
            bytes += Value.object(Object(zip(names, columns).map { ($0, $1.value(row, model)) })).json(pretty: false)
            separator = ",\n    "
        }
        bytes += Array("\n  ]\n}\n".utf8)
        return bytes
    }

    /// RFC 4180 in UTF-8, with a header line; null is an empty field.
    func csv(_ rows: some Sequence<E>, _ model: SiteModel) -> [UInt8] {
        var bytes: [UInt8] = []
        CSV.append(columns.map(\.name), to: &bytes)
        for row in rows { CSV.append(columns.map { CSV.text($0.value(row, model)) }, to: &bytes) }
        return bytes
    }
}
