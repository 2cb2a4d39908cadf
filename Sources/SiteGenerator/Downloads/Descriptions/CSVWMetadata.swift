import TemplateEngine

/// The description of the CSV files by CSV on the Web (https://www.w3.org/TR/tabular-metadata/). `csv-metadata.json` is the name under
/// which a reader of any CSV file of the folder looks for it.
enum CSVWMetadata {
    static let fileName = "csv-metadata.json"

    static let kind = PageKind(fileKind: .feed, isShared: true) { _ in [.description(fileName, group)] }

    private static func group(_ site: ViewContext) -> TemplateObject {
        let settings = site.model.settings
        return [
            "@context": ["http://www.w3.org/ns/csvw", ["@language": .text(settings.language)]],
            "dc:title": .text(site.model.title),
            "dc:description": site.model.description,
            "dc:source": ["@id": .text(site.model.input.sourceURL)],
            "dc:license": ["@id": .text(settings.baseURL + DataView.terms)],
            "tables": .list(Downloads.tables(site.model).map { .object(table($0)) }),
        ]
    }

    private static func table(_ table: AnyDownloadTable) -> TemplateObject {
        var schema: TemplateObject = [
            "columns": .list(table.columns.map { .object(column($0)) }),
            "primaryKey": .list(table.primaryKey.map { .text($0) }),
        ]
        let foreignKeys = table.foreignKeys.map { key -> TemplateValue in
            ["columnReference": .text(key.column), "reference": ["resource": .text("\(key.table).csv"), "columnReference": "id"]]
        }
        if !foreignKeys.isEmpty { schema["foreignKeys"] = .list(foreignKeys) }
        return ["url": .text("\(table.name).csv"), "tableSchema": .object(schema)]
    }

    private static func column(_ column: DownloadColumn) -> TemplateObject {
        let type: TemplateValue =
            switch column.type {
            case .integer: "integer"
            case .number: "number"
            case .text, .texts: "string"
            case .address: "anyURI"
            case .boolean: "boolean"
            case .date: "date"
            case .time: "dateTime"
            }
        var view: TemplateObject = [
            "name": .text(column.name), "titles": .text(column.name), "dc:description": column.meaningWords, "datatype": type,
        ]
        if column.type == .texts { view["separator"] = "; " }
        if column.isRequired { view["required"] = true }
        if let unit = column.unit { view["schema:unitCode"] = .text(unit.code) }
        if let source = column.source { view["dc:source"] = .text(source) }
        return view
    }
}
