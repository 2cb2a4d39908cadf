import TemplateEngine

/// The description of the CSV files as a Data Package of Frictionless Data (https://specs.frictionlessdata.io/, version 1, which version 2
/// reads too): `datapackage.json`.
enum DataPackage {
    static let fileName = "datapackage.json"

    static let kind = PageKind(fileKind: .feed, isShared: true) { _ in [.description(fileName, package)] }

    private static func package(_ site: ViewContext) -> TemplateObject {
        let settings = site.model.settings
        return [
            "profile": "tabular-data-package",
            "name": "spacecraft-register",
            "id": .text(settings.baseURL + Address.data + fileName),
            "title": .text(site.model.title),
            "description": site.model.description,
            "homepage": .text(settings.baseURL + Address.data),
            "version": .text("\(Downloads.formatVersion).0.0"),
            "sources": [["title": .text(DataSource.name), "path": .text(site.model.input.sourceURL)]],
            "contributors": [["title": .text(site.model.publisher), "role": "publisher"]],
            "licenses": [["title": .message("data.terms_heading"), "path": .text(settings.baseURL + DataView.terms)]],
            "resources": .list(Downloads.tables(site.model).map { .object(resource($0)) }),
        ]
    }

    private static func resource(_ table: AnyDownloadTable) -> TemplateObject {
        var schema: TemplateObject = [
            "fields": .list(table.columns.map { .object(field($0)) }),
            "missingValues": [""],
            "primaryKey": .list(table.primaryKey.map { .text($0) }),
        ]
        let foreignKeys = table.foreignKeys.map { key -> TemplateValue in
            ["fields": .text(key.column), "reference": ["resource": .text(key.table), "fields": "id"]]
        }
        if !foreignKeys.isEmpty { schema["foreignKeys"] = .list(foreignKeys) }
        return [
            "profile": "tabular-data-resource",
            "name": .text(table.name),
            "path": .text("\(table.name).csv"),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": ["delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true],
            "schema": .object(schema),
        ]
    }

    private static func field(_ column: DownloadColumn) -> TemplateObject {
        let type: TemplateValue =
            switch column.type {
            case .integer: "integer"
            case .number: "number"
            case .text, .texts, .address: "string"
            case .boolean: "boolean"
            case .date: "date"
            case .time: "datetime"
            }
        var field: TemplateObject = ["name": .text(column.name), "type": type, "description": column.meaningWords]
        if column.type == .address { field["format"] = "uri" }
        if column.isRequired { field["constraints"] = ["required": true] }
        if let unit = column.unit { field["unit"] = .text(unit.symbol) }
        if let source = column.source { field["source"] = .text(source) }
        return field
    }
}
