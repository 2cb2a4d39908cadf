import TemplateEngine

/// The JSON Schemas of the two files that the scripts of the pages read: the search index and the status of the site. They stand beside those
/// of the downloads, for whoever reads these files too.
enum SiteFileSchema {
    static let search = SchemaFile.name("search")
    static let status = SchemaFile.name("status")

    static let kind = PageKind(fileKind: .feed, isShared: true) { _ in
        [(search, searchIndex), (status, statusFile)].map { name, members in
            .description(name) { site in
                let title = TemplateValue.message("data.schema_title", ["file": .text(name.replacing(".schema", with: ""))])
                let identity: [(FieldName, TemplateValue)] = [
                    ("$schema", "https://json-schema.org/draft/2020-12/schema"),
                    ("$id", .text(site.model.settings.baseURL + Address.data + name)), ("title", title),
                ]
                return TemplateObject(identity + object(members))
            }
        }
    }

    private typealias Members = [(name: String, schema: TemplateValue)]

    private static let statusFile: Members = [
        ("checked_at", optionalMoment), ("changed_at", optionalMoment),
        (
            "counts",
            .object(TemplateObject(object(["spacecraft", "configurations", "agencies", "families", "pictures"].map { ($0, integer) })))
        ), ("version", ["type": ["string", "null"]]), ("source", ["type": "string", "format": "uri"]),
    ]

    private static let searchIndex: Members = [
        ("version", ["const": .integer(SearchIndex.version)]), ("words", ["type": "object"]), ("has_flights", ["type": "boolean"]),
        (
            "configurations",
            table([
                ("name", string), ("slug", string), ("drawing", string), ("type", optionalInteger), ("agency", optionalInteger),
                ("families", ["type": "array", "items": integer]), ("maiden_flight_year", optionalInteger),
            ])
        ), ("statuses", table([("name", string), ("slug", string)])), ("types", table([("name", string), ("slug", string)])),
        ("agencies", table([("name", string), ("slug", string), ("abbrev", string)])),
        ("families", table([("name", string), ("slug", string)])),
        (
            "spacecraft",
            [
                "type": "array",
                "items": row([
                    ("id", integer), ("name", string), ("serial_number", ["type": ["string", "null"]]), ("slug", string),
                    ("spacecraft_config", integer), ("status", optionalInteger), ("bits", integer), ("time_in_space", optionalInteger),
                    ("time_docked", optionalInteger), ("flights_count", optionalInteger), ("mission_ends_count", optionalInteger),
                ]),
            ]
        ),
    ]

    private static let string: TemplateValue = ["type": "string"]
    private static let integer: TemplateValue = ["type": "integer"]
    private static let optionalInteger: TemplateValue = ["type": ["integer", "null"]]
    private static let optionalMoment: TemplateValue = ["type": ["string", "null"], "format": "date-time"]

    /// What craft refer to, by id.
    private static func table(_ columns: Members) -> TemplateValue { ["type": "object", "additionalProperties": row(columns)] }

    /// A list whose places have their meanings, which the titles name.
    private static func row(_ columns: Members) -> TemplateValue {
        let places = columns.map { name, schema -> TemplateValue in
            guard case .object(var column) = schema else { return schema }
            column["title"] = .text(name)
            return .object(column)
        }
        return ["type": "array", "prefixItems": .list(places), "minItems": .integer(columns.count)]
    }

    private static func object(_ members: Members) -> [(FieldName, TemplateValue)] {
        let properties = TemplateObject(members.map { (FieldName($0.name), $0.schema) })
        return [
            ("type", "object"), ("properties", .object(properties)), ("required", .list(members.map { .text($0.name) })),
        ]
    }
}
