import TemplateEngine

/// The description of the downloads.
enum DataView {
    static let kind = PageKind(
        Address.data, template: "data.html", shape: PageFrame.around(fields), sitemap: .lists,
        modified: { $0.dates.index(of: $0.catalogue.configurations) }, inputs: \.everything, view)

    private static let fields: PageFields<Void> = [
        .init("lead", .text) { _, _ in .message("data.lead") },
        .init("count_table", CountTableView.shape) { _, site in .object(files(site.model)) },
        .init("fields", .list(["name": .text, "form": .text, "meaning": .text])) { _, site in
            .objects(
                Downloads.columns(site.model).map {
                    [
                        "name": .text($0.name), "form": .message("data.form", ["form": .text($0.form.rawValue)]),
                        "meaning": .message("data.meaning", ["column": .text("\($0.table).\($0.name)")]),
                    ]
                })
        },
    ]

    private static let name = TemplateValue.message("sections.name", ["section": "data"])

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame(
            address: Address.data, title: PageFrame.title(name, site.model), heading: .message("data.heading"),
            description: .message("data.description", ["formats": Downloads.formatNames]), breadcrumbs: [.init(name: name)])
        return frame.view(fields, of: (), site)
    }

    private static func files(_ model: SiteModel) -> TemplateObject {
        let files = Downloads.files(model).map { (file: $0, count: $0.table.count(model)) }
        let most = files.map(\.count).max() ?? 0
        let rows = files.map { file, count in
            CountTableView.Row(
                name: .text(file.name), path: model.settings.rootPath + Address.data + file.name,
                cells: [ValueView.make(.text(file.format.name))],
                count: Formatted.number(count), share: .share(count, of: most))
        }
        return CountTableView.make(
            id: "files", caption: .message("data.caption"), name: .init(key: "file", label: Label.file),
            count: .init(key: "records", label: Label.records), columns: [.init(key: "form", label: Label.form)], rows: rows
        )
    }
}
