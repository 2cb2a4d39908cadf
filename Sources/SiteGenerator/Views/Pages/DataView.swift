import TemplateEngine

/// The description of the downloads.
enum DataView {
    static let kind = PageKind(
        Address.data, template: "data.html", shape: PageFrame.around(fields), sitemap: .lists,
        modified: { $0.dates.index(of: $0.catalogue.configurations) }, inputs: \.everything, view)

    /// The address of what is asked of those who use the data.
    static let terms = Address.data + "#terms"

    private static let fields: PageFields<Void> = [
        .init("lead", .text) { _, _ in .message("data.lead") },
        .init("count_table", CountTableView.shape) { _, site in .object(files(site.model)) },
        .init("descriptions", .list(["path": .text, "name": .text, "text": .text])) { _, site in
            .objects(descriptions(site.model))
        },
        .init("tables", .list(tableShape)) { _, site in .objects(Downloads.tables(site.model).map(table)) },
        .init("source_terms", .text) { _, _ in .text(DataSource.terms) },
        .init("lookup_tables", .list(tableShape)) { _, _ in .objects(Downloads.lookupTables.map(table)) },
    ]

    private static let tableShape: TemplateShape = [
        "name": .text, "caption": .text,
        "columns": .list(
            [
                "name": .text, "type": .text, "unit": .text, "optional": .text, "source": .text, "meaning": .text,
            ]),
    ]

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame(
            address: Address.data, title: PageFrame.title(SitePart.data.name, site.model), heading: .message("data.heading"),
            description: .message("data.description", ["formats": Downloads.formatNames]), breadcrumbs: [.init(name: SitePart.data.name)])
        return frame.view(fields, of: (), site)
    }

    private static func files(_ model: SiteModel) -> TemplateObject {
        let files = Downloads.files(model).map { (name: $0.name, format: $0.format.name, count: $0.table.count(model)) }
        let rowsOfAll = SQLiteDownload.tables(model).reduce(0) { $0 + $1.count(model) }
        let all = files + [(name: SQLiteDownload.fileName, format: SQLiteDownload.formatName, count: rowsOfAll)]
        let most = all.map(\.count).max() ?? 0
        let rows = all.map { name, format, count in
            CountTableView.Row(
                name: .text(name), path: model.settings.rootPath + Address.data + name,
                cells: [ValueView.make(.text(format))],
                count: Formatted.number(count), share: .share(count, of: most))
        }
        return CountTableView.make(
            id: "files", caption: .message("data.caption"), name: .init(key: "file", label: Label.file),
            count: .init(key: "records", label: Label.records), columns: [.init(key: "form", label: Label.form)], rows: rows
        )
    }

    /// The files that describe the others to machines.
    private static func descriptions(_ model: SiteModel) -> [TemplateObject] {
        let schemas = Downloads.tables(model).map { (SchemaFile.name(of: $0), "schema") }
        let all = [(DataPackage.fileName, "package"), (CSVWMetadata.fileName, "csvw")] + schemas
        let others = [
            (SchemaFile.name(CraftRecord.schemaName), "record"), (SiteFileSchema.search, "search"), (SiteFileSchema.status, "status"),
        ]
        return (all + others).map { name, kind in
            [
                "path": .text(model.settings.rootPath + Address.data + name), "name": .text(name),
                "text": .message("data.describes", ["kind": .text(kind)]),
            ]
        }
    }

    private static func table(_ table: AnyDownloadTable) -> TemplateObject {
        [
            "name": .text(table.name),
            "caption": .message("data.table_caption", ["table": .text(table.name)]),
            "columns": .objects(
                table.columns.map { column in
                    [
                        "name": .text(column.name), "type": column.type.words, "unit": column.unit?.words ?? .null,
                        "optional": column.isOptional ? ValueView.yes : ValueView.no,
                        "source": .optional(column.source), "meaning": column.meaningWords,
                    ]
                }),
        ]
    }
}
