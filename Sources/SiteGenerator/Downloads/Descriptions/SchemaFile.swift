import TemplateEngine

/// The JSON Schemas (draft 2020-12) of the downloads in JSON, one beside each file. The files name them in `$schema`.
///
/// They allow members that they do not name, so that a new column breaks nobody's check.
enum SchemaFile {
    static let kind = PageKind(fileKind: .feed, isShared: true) { plan in
        let tables = Downloads.tables(plan.model)
        return [.description(name(CraftRecord.schemaName)) { schema(ofRecordIn: tables, $0) }]
            + tables.map { table in .description(name(of: table)) { schema(of: table, $0) } }
    }

    static func name(_ name: String) -> String { name + ".schema.json" }
    static func name(of table: AnyDownloadTable) -> String { name(table.name) }

    private static func schema(of table: AnyDownloadTable, _ site: ViewContext) -> TemplateObject {
        let rows: TemplateValue = ["type": "array", "items": row(of: table)]
        return schema(
            name(of: table), title: .message("data.schema_title", ["file": .text("\(table.name).json")]),
            [(FieldName(table.name), rows)], required: [table.name], site)
    }

    private static func schema(ofRecordIn tables: [AnyDownloadTable], _ site: ViewContext) -> TemplateObject {
        var members: [(FieldName, TemplateValue)] = []
        for table in tables {
            switch table.name {
            case Downloads.spacecraft.name: members.append((FieldName(table.name), row(of: table)))
            case Downloads.flights.name: members.append((FieldName(table.name), ["type": "array", "items": row(of: table)]))
            default: break
            }
        }
        return schema(
            name(CraftRecord.schemaName), title: .message("data.schema_title", ["file": .text(CraftRecord.fileName)]), members,
            required: members.map(\.0.text), site)
    }

    private static func schema(
        _ name: String, title: TemplateValue, _ own: [(FieldName, TemplateValue)], required: [String], _ site: ViewContext
    ) -> TemplateObject {
        let address = TemplateValue.text(site.model.settings.baseURL + Address.data + name)
        let header: [(FieldName, TemplateValue)] = [
            ("$schema", ["const": address]),
            ("format_version", ["const": .integer(Downloads.formatVersion)]),
            ("title", ["type": "string"]),
            ("source", ["type": "string"]),
            ("source_url", ["type": "string", "format": "uri"]),
            ("changed_at", ["type": ["string", "null"], "format": "date-time"]),
            ("about", ["type": "string", "format": "uri"]),
        ]
        let setAside: TemplateValue = [
            "type": "array",
            "items": [
                "type": "object",
                "properties": [
                    "kind": ["type": "string"], "id": ["type": "integer"], "name": ["type": ["string", "null"]],
                    "as_of": ["type": ["string", "null"], "format": "date-time"],
                ],
                "required": ["kind", "id", "name", "as_of"],
            ],
        ]
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": address,
            "title": title,
            "type": "object",
            "properties": .object(TemplateObject(header + [("set_aside", setAside)] + own)),
            "required": .list((header.map(\.0.text) + required).map { .text($0) }),
        ]
    }

    private static func row(of table: AnyDownloadTable) -> TemplateValue {
        [
            "type": "object",
            "properties": .object(TemplateObject(table.columns.map { (FieldName($0.name), column($0)) })),
            "required": .list(table.columns.map { .text($0.name) }),
        ]
    }

    private static func column(_ column: DownloadColumn) -> TemplateValue {
        let type: TemplateValue =
            switch column.type {
            case .integer: "integer"
            case .number: "number"
            case .boolean: "boolean"
            case .texts: "array"
            case .text, .address, .date, .time: "string"
            }
        var schema: TemplateObject = ["description": column.meaningWords, "type": column.isOptional ? [type, "null"] : type]
        switch column.type {
        case .texts: schema["items"] = ["type": "string"]
        case .address: schema["format"] = "uri"
        case .date: schema["format"] = "date"
        case .time: schema["format"] = "date-time"
        case .integer, .number, .text, .boolean: break
        }
        return .object(schema)
    }
}
