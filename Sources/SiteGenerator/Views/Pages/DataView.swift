import TemplateEngine

/// The description of the downloads.
enum DataView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "lead": .text, "count_table": CountTableView.shape,
        "fields": .list(["name": .text, "form": .text, "meaning": .text]), "terms": .text,
    ]

    static func view(_ model: SiteModel) -> TemplateObject {
        let frame = PageFrame(
            address: Address.data, title: "Data – \(model.settings.title)", heading: "Data to download",
            description: "The register as JSON and CSV, with a description of each field.", breadcrumbs: [.init(name: "Data")])
        let craft = model.catalogue.spacecraft.count
        let configurations = model.catalogue.configurations.count
        let flights = model.catalogue.spacecraft.reduce(0) { $0 + ($1.flights?.count ?? 0) }
        let most = max(craft, configurations, flights)
        let rows = SiteFile.Download.all(model).map { download in
            let count =
                switch download {
                case .spacecraftJSON, .spacecraftCSV: craft
                case .configurationsJSON, .configurationsCSV: configurations
                case .flightsJSON, .flightsCSV: flights
                }
            let form = download.rawValue.hasSuffix(".json") ? "JSON" : "CSV (RFC 4180, UTF-8)"
            return CountTableView.Row(
                name: download.rawValue, path: Address.data + download.rawValue, cells: [ValueView.make(form)],
                countText: Numbers.grouped(count), share: .share(count, of: most))
        }
        return frame.view(
            [
                "lead":
                    "The register in forms for machines: derived from Launch Library 2, with durations in seconds and the addresses of this site.",
                "count_table": .object(
                    CountTableView.make(
                        id: "files", caption: "Files", nameLabel: "File", countLabel: "Records", columns: [.init(label: "Form")], rows: rows
                    )),
                "fields": .objects(
                    Downloads.fields(model).map { ["name": .text($0.name), "form": .text($0.form), "meaning": .text($0.meaning)] }),
                "terms":
                    "Credit Launch Library 2 by The Space Devs. Pictures are not part of the downloads: each has its own licence. In the CSV files a text that a spreadsheet would take for a formula has an apostrophe in front.",
            ], model)
    }
}
