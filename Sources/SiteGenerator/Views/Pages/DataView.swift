import TemplateEngine

/// The description of the downloads.
enum DataView {
    static let kind = PageKind(Address.data, template: "data.html", shape: PageFrame.around(fields), sitemap: .lists, view)

    private static let fields: PageFields<Void> = [
        .init("lead", .text) { _, _ in
            "The register in forms for machines: derived from Launch Library 2, with durations in seconds and the addresses of this site."
        },
        .init("count_table", CountTableView.shape) { _, site in .object(files(site.model)) },
        .init("fields", .list(["name": .text, "form": .text, "meaning": .text])) { _, site in
            .objects(
                Downloads.columns(site.model).map { ["name": .text($0.name), "form": .text($0.form), "meaning": .text($0.meaning)] })
        },
        .init("terms", .text) { _, _ in
            "Credit Launch Library 2 by The Space Devs. Pictures are not part of the downloads: each has its own licence. What is not recorded is null in the JSON files and empty in the CSV files. In the CSV files a text that a spreadsheet would take for a formula has an apostrophe in front."
        },
    ]

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame(
            address: Address.data, title: "Data – \(name: site.model.settings.title)", heading: "Data to download",
            description: "The register as \(Downloads.formatNames), with a description of each field.", breadcrumbs: [.init(name: "Data")])
        return frame.view(fields, of: (), site)
    }

    private static func files(_ model: SiteModel) -> TemplateObject {
        let files = Downloads.files(model).map { (file: $0, count: $0.table.count(model)) }
        let most = files.map(\.count).max() ?? 0
        let rows = files.map { file, count in
            CountTableView.Row(
                name: file.name, path: Address.data + file.name, cells: [ValueView.make(file.format.name)],
                countText: Numbers.grouped(count), share: .share(count, of: most))
        }
        return CountTableView.make(
            id: "files", caption: "Files", nameLabel: "File", countLabel: "Records", columns: [.init(label: "Form")], rows: rows)
    }
}
