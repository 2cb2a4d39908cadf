import Catalogue
import TemplateEngine

extension DownloadFormat {
    /// One object with the source of the data and a list of rows. Each row is an object on its own line.
    static let json = DownloadFormat(name: "JSON", fileExtension: "json") { table, site, output in
        // The text before each value of a row: its name, and the separator from the previous value.
        let starts = table.columns.enumerated().map { index, column in
            (index == 0 ? [UInt8(ascii: "{")] : [UInt8(ascii: ",")]) + TemplateValue.text(column.name).json(pretty: false) + [
                UInt8(ascii: ":")
            ]
        }
        let input = site.model.input
        var header: TemplateObject = [
            "title": .text(input.settings.title),
            "source": .text(DataSource.name),
            "source_url": .text(input.sourceURL),
            "changed_at": .optional(table.modified(site.model)?.rfc3339),
            "about": .text(input.settings.baseURL + Address.data),
        ]
        if !input.setAside.isEmpty { header["set_aside"] = .list(input.setAside.map { setAside($0, input.catalogue) }) }
        TemplateValue.object(header).appendJSON(pretty: true, to: &output)
        // The list is one more member of the header's object. That object ends with a line break, a brace and a line break.
        output.cut(to: output.count - 3)
        output.append(contentsOf: Array(",\n  \"\(table.name)\": [".utf8))
        var separator: StaticString = "\n    "
        table.forEachRow(site) { value in
            output.append(contentsOf: separator)
            for (column, start) in starts.enumerated() {
                output.append(contentsOf: start)
                value(column).appendJSON(pretty: false, to: &output)
            }
            output.append(UInt8(ascii: "}"))
            separator = ",\n    "
        }
        output.append(contentsOf: "\n  ]\n}\n")
    }

    /// A record of an earlier date than the others.
    private static func setAside(_ record: SetAsideRecord, _ catalogue: Catalogue) -> TemplateValue {
        [
            "kind": .text(record.entity.kind.rawValue), "id": .integer(record.entity.number),
            "name": .optional(catalogue.name(of: record.entity)), "as_of": .optional(record.asOf?.rfc3339),
        ]
    }
}
