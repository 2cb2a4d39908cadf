import Catalogue
import TemplateEngine

extension DownloadFormat {
    /// One object with the source of the data and a list of rows. Each row is an object on its own line.
    static let json = DownloadFormat(name: "JSON", fileExtension: "json") { table, site, output in
        let header = DownloadHeader.make(
            schema: SchemaFile.name(of: table), modified: table.modified(site.model), setAside: site.model.input.setAside, site)
        let rows = JSONRows(table)
        rows.append(header: header, to: &output)
        var separator: StaticString = "\n    "
        table.forEachRow(site) { value in
            output.append(contentsOf: separator)
            rows.append(value, to: &output)
            separator = ",\n    "
        }
        output.append(contentsOf: "\n  ]\n}\n")
    }
}

/// What each file in JSON says of itself before its records.
enum DownloadHeader {
    /// - Parameters:
    ///   - schema: the name of the file's schema, which stands beside the downloads.
    ///   - setAside: the records of an earlier date than the others. None are mentioned when it is empty.
    static func make(schema: String, modified: Timestamp?, setAside: [SetAsideRecord], _ site: ViewContext) -> TemplateObject {
        let input = site.model.input
        var header: TemplateObject = [
            "$schema": .text(input.settings.baseURL + Address.data + schema),
            "format_version": .integer(Downloads.formatVersion),
            "title": .text(site.model.title),
            "source": .text(DataSource.name),
            "source_url": .text(input.sourceURL),
            "changed_at": .optional(modified?.rfc3339),
            "about": .text(input.settings.baseURL + Address.data),
        ]
        if !setAside.isEmpty { header["set_aside"] = .list(setAside.map { Self.setAside($0, input.catalogue) }) }
        return header
    }

    /// A record of an earlier date than the others.
    private static func setAside(_ record: SetAsideRecord, _ catalogue: Catalogue) -> TemplateValue {
        [
            "kind": .text(record.entity.kind.rawValue), "id": .integer(record.entity.number),
            "name": .optional(catalogue.name(of: record.entity)), "as_of": .optional(record.asOf?.rfc3339),
        ]
    }
}

/// Writes the rows of a table as objects.
struct JSONRows {
    private let name: String
    /// The text before each value of a row: its name, and the separator from the previous value.
    private let starts: [[UInt8]]

    init(_ table: AnyDownloadTable) {
        name = table.name
        starts = table.columns.enumerated().map { index, column in
            (index == 0 ? [UInt8(ascii: "{")] : [UInt8(ascii: ",")]) + TemplateValue.text(column.name).json(pretty: false) + [
                UInt8(ascii: ":")
            ]
        }
    }

    /// Writes the header, and the beginning of a list of rows as one more member of its object.
    func append(header: TemplateObject, to output: inout OutputBuffer) {
        TemplateValue.object(header).appendJSON(pretty: true, to: &output)
        // The object ends with a line break, a brace and a line break.
        output.cut(to: output.count - 3)
        append(member: "\(name)\": [", to: &output)
    }

    /// Writes the beginning of one more member.
    ///
    /// - Parameter member: its name, and what follows on that.
    func append(member: String, to output: inout OutputBuffer) { output.append(contentsOf: Array(",\n  \"\(member)".utf8)) }

    /// Writes one row.
    func append(_ value: (_ column: Int) -> TemplateValue, to output: inout OutputBuffer) {
        for (column, start) in starts.enumerated() {
            output.append(contentsOf: start)
            value(column).appendJSON(pretty: false, to: &output)
        }
        output.append(UInt8(ascii: "}"))
    }
}
