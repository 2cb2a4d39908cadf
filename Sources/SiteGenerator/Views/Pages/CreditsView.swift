import Catalogue
import TemplateEngine

/// All licences with their pictures, and all credited names.
enum CreditsView {
    static let kind = PageKind(
        Address.credits, template: "credits.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists, view)

    private static let fields: PageFields<Void> = [
        .init("lead", .text) { _, site in
            .text(
                "The register holds \(count(site.model)). Each place that shows one says beside it who is credited, under which licence, and where it comes from; here they are by licence."
            )
        },
        .init("count_table", CountTableView.shape) { _, site in .object(licences(site.model)) },
        .init("report_text", .text) { _, _ in
            "Credits and licences come from the source and are shown as they stand there. Mistakes are mended there, for everyone."
        },
        .init("report_link", .text) { _, _ in .text(PictureView.reportLink) },
        .init("credited", ["count_table": CountTableView.shape]) { _, site in ["count_table": .object(credited(site.model))] },
    ]

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.single(
            "Picture credits", address: Address.credits,
            description: "\(count(site.model)) by licence, each with its author and source.", section: .credits, site.model)
        return frame.view(fields, of: (), site)
    }

    private static func count(_ model: SiteModel) -> String { Numbers.counted(model.catalogue.images.count, "picture", "pictures") }

    private static func licences(_ model: SiteModel) -> TemplateObject {
        let counts = model.licencesByName.map { (licence: $0, count: model.images(under: $0).count) }
        let most = counts.map(\.count).max() ?? 0
        let rows = counts.sorted {
            ($1.count, NaturalOrder($0.licence.name), $0.licence.id) < ($0.count, NaturalOrder($1.licence.name), $1.licence.id)
        }.map { licence, count in
            CountTableView.Row(
                name: LicenceFormatter.name(licence), path: model.licencePages[licence],
                cells: [
                    ValueView.make(LicenceFormatter.name(licence.licenceClass)),
                    ValueView.make(LicenceFormatter.treatment(model.settings.images.treatment(of: licence))),
                ], countText: Numbers.grouped(count), share: .share(count, of: most))
        }
        return CountTableView.make(
            id: "licences", caption: "Licences, most pictures first", nameLabel: "Licence", countLabel: "Pictures",
            columns: [.init(label: "Class", drop: .middle), .init(label: "How shown", drop: .wide)], rows: rows)
    }

    private static func credited(_ model: SiteModel) -> TemplateObject {
        var counts: [String: Int] = [:]
        for image in model.catalogue.images { counts[image.credit?.trimmingSpaces ?? "", default: 0] += 1 }
        let unrecorded = counts.removeValue(forKey: "") ?? 0
        let most = max(counts.values.max() ?? 0, unrecorded)
        var rows = counts.map { (order: NaturalOrder($0.key), name: $0.key, count: $0.value) }.sorted { $0.order < $1.order }
            .map { CountTableView.Row(name: $0.name, countText: Numbers.grouped($0.count), share: .share($0.count, of: most)) }
        if unrecorded > 0 {
            rows.append(.init(name: "not recorded", countText: Numbers.grouped(unrecorded), share: .share(unrecorded, of: most)))
        }
        return CountTableView.make(
            id: "credited-table", caption: "Those credited, by name", nameLabel: "Name", countLabel: "Pictures", rows: rows)
    }
}
