import Catalogue
import TemplateEngine

/// All licences with their pictures, and all credited names.
enum CreditsView {
    static let kind = PageKind(
        Address.credits, template: "credits.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists,
        modified: { $0.dates.pictures($0.catalogue.images, in: $0.catalogue) }, inputs: \.entities, view)

    private static let fields: PageFields<Void> = [
        .init("lead", .text) { _, site in
            .message("credits.lead", ["count": .integer(site.model.catalogue.images.count)])
        },
        .init("count_table", CountTableView.shape) { _, site in .object(licences(site.model)) },
        .init("report_link", .text) { _, _ in .text(PictureView.reportLink) },
        .init("credited", ["count_table": CountTableView.shape]) { _, site in ["count_table": .object(credited(site.model))] },
    ]

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.single(
            .message("credits.heading"), address: Address.credits,
            description: .message("credits.description", ["count": .integer(site.model.catalogue.images.count)]), section: .credits,
            site.model)
        return frame.view(fields, of: (), site)
    }

    private static func licences(_ model: SiteModel) -> TemplateObject {
        let counts = model.licencesByName.map { (licence: $0, count: model.images(under: $0).count) }
        let most = counts.map(\.count).max() ?? 0
        let rows = counts.sorted {
            ($1.count, NaturalOrder($0.licence.name), $0.licence.id) < ($0.count, NaturalOrder($1.licence.name), $1.licence.id)
        }.map { licence, count in
            CountTableView.Row(
                name: licence.shownName, path: model.licencePages[licence],
                cells: [
                    ValueView.make(LicenceWords.name(licence.licenceClass)),
                    ValueView.make(LicenceWords.treatment(model.settings.images.treatment(of: licence))),
                ], count: Formatted.number(count), share: .share(count, of: most))
        }
        return CountTableView.make(
            id: "licences", caption: .message("credits.licences_caption"), nameLabel: Label.licence, countLabel: Label.pictures,
            columns: [.init(label: Label.classOfLicence, drop: .middle), .init(label: Label.howShown, drop: .wide)], rows: rows)
    }

    private static func credited(_ model: SiteModel) -> TemplateObject {
        var counts: [String: Int] = [:]
        for image in model.catalogue.images { counts[image.credit?.trimmingSpaces ?? "", default: 0] += 1 }
        let unrecorded = counts.removeValue(forKey: "") ?? 0
        let most = max(counts.values.max() ?? 0, unrecorded)
        var rows = counts.map { (order: NaturalOrder($0.key), name: $0.key, count: $0.value) }.sorted { $0.order < $1.order }
            .map { CountTableView.Row(name: .text($0.name), count: Formatted.number($0.count), share: .share($0.count, of: most)) }
        if unrecorded > 0 {
            rows.append(.init(name: Absence.notRecorded, count: Formatted.number(unrecorded), share: .share(unrecorded, of: most)))
        }
        return CountTableView.make(
            id: "credited-table", caption: .message("credits.credited_caption"), nameLabel: Label.name, countLabel: Label.pictures,
            rows: rows)
    }
}
