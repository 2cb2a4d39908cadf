import Catalogue
import TemplateEngine

/// All licences with their pictures, and all credited names.
enum CreditsView {
    static let kind = ListingView.kind(
        list, template: "credits.html", shape: PageFrame.around(fields),
        modified: { $0.dates.pictures($0.catalogue.images, in: $0.catalogue) }, inputs: \.pictures, view)

    static let list = OrderedList(
        address: Address.credits, heading: .message("credits.heading"),
        columns: [
            .init(key: "pictures_count", slug: "by-pictures", label: Label.pictures) { model in
                model.licencesByName.map { model.images(under: $0).count }
            },
            .name(Label.licence),
        ])

    private static let fields: PageFields<ListOrder> = [
        .init("lead", .text) { _, site in
            .message("credits.lead", ["count": .integer(site.model.catalogue.images.count)])
        },
        .init("count_table", CountTableView.shape) { order, site in .object(licences(order, site.model)) },
        .init("missing_licences", LinkView.shape) { order, site in .optional(MissingLicencesView.link(site.model)) },
        .init("report_link", .text) { _, _ in .text(PictureView.reportLink) },
        .init("credited", ["count_table": CountTableView.shape]) { order, site in
            order.isFirst ? ["count_table": .object(credited(site.model))] : .null
        },
    ]

    private static func view(_ order: ListOrder, _ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.list(
            order, description: .message("credits.description", ["count": .integer(site.model.catalogue.images.count)]),
            count: site.model.licencesByName.count, section: .credits, site.model)
        return frame.view(fields, of: order, site)
    }

    private static func licences(_ order: ListOrder, _ model: SiteModel) -> TemplateObject {
        let counts = model.licencesByName.map { (licence: $0, count: model.images(under: $0).count) }
        let most = counts.map(\.count).max() ?? 0
        let rows = counts.map { licence, count in
            CountTableView.Row(
                name: licence.shownName, path: model.licencePages[licence],
                cells: [
                    ValueView.make(LicenceWords.name(licence.licenceClass)),
                    ValueView.make(LicenceWords.treatment(model.settings.images.treatment(of: licence))),
                ], count: Formatted.number(count), share: .share(count, of: most))
        }
        return CountTableView.make(
            id: "licences", caption: .message("credits.licences_caption", ["order": order.words]),
            name: .init(key: "name", label: Label.licence), count: .init(key: "pictures_count", label: Label.pictures),
            columns: [
                .init(key: "class", label: Label.classOfLicence, drop: .middle),
                .init(key: "how_shown", label: Label.howShown, drop: .wide),
            ], rows: order.ordered(rows), order: order)
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
            id: "credited-table", caption: .message("credits.credited_caption"), name: .init(key: "name", label: Label.name),
            count: .init(key: "pictures_count", label: Label.pictures), rows: rows)
    }
}
