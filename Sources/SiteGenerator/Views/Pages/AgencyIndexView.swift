import Catalogue
import TemplateEngine

/// All agencies, in every order.
enum AgencyIndexView {
    static let kind = ListingView.kind(
        list, template: "agency-index.html", shape: ListingView.shape, modified: { $0.dates.index(of: $0.catalogue.agencies) },
        inputs: \.craftCounts, view)

    static let list = OrderedList(
        address: Address.agencies, heading: .message("agencies.heading"),
        columns: [
            .name(),
            .init(key: "configurations_count", slug: "by-configurations", label: Label.configurations) { model in
                model.agenciesByName.map { model.catalogue.configurations(ofAgency: $0.id).count }
            },
            .init(key: "families_count", slug: "by-families", label: Label.familiesBuilt) { model in
                model.agenciesByName.map { model.catalogue.families(manufacturedBy: $0.id).count }
            },
            .init(key: "craft_count", slug: "by-craft", label: Label.craftCount, values: craftCounts),
        ])

    static func view(_ order: ListOrder, _ site: ViewContext) -> TemplateObject {
        let model = site.model
        let frame = PageFrame.list(
            order, description: .message("agencies.description", ["count": .integer(model.agenciesByName.count)]),
            count: model.agenciesByName.count, section: .agencies, model)
        return ListingView.view(frame, lead: .message("agencies.lead"), table(order, site), site)
    }

    private static func craftCounts(_ model: SiteModel) -> [Int?] {
        model.agenciesByName.map { model.craftCount(of: model.catalogue.configurations(ofAgency: $0.id)) }
    }

    /// By name.
    static func rows(_ model: SiteModel) -> [CountTableView.Row] {
        let counts = craftCounts(model).map { $0 ?? 0 }
        let most = counts.max() ?? 0
        return zip(model.agenciesByName, counts).map { agency, count in
            CountTableView.Row(
                name: agency.shownName, path: Address.page(of: agency), mark: MarkView.label(agency, model),
                cells: [
                    agency.abbrev.isEmpty ? ValueView.unknown(Absence.noShortName) : ValueView.make(.text(agency.abbrev)),
                    ValueView.words(agency.typeID.flatMap { model.catalogue.agencyTypes[id: $0] }.map(\.shownName)),
                    ValueView.count(model.catalogue.configurations(ofAgency: agency.id).count),
                    ValueView.count(model.catalogue.families(manufacturedBy: agency.id).count),
                ], count: Formatted.number(count), share: .share(count, of: most))
        }
    }

    static func table(_ order: ListOrder, _ site: ViewContext) -> TemplateObject {
        CountTableView.make(
            id: "agencies", caption: order.caption, name: .init(key: "name", label: Label.agency),
            count: .init(key: "craft_count", label: Label.craftCount),
            columns: [
                .init(key: "short_name", label: Label.shortName, drop: .wide), .init(key: "kind", label: Label.kind, drop: .middle),
                .init(key: "configurations_count", label: Label.configurations, isNumeric: true, drop: .middle),
                .init(key: "families_count", label: Label.familiesBuilt, isNumeric: true, drop: .wide),
            ], rows: order.ordered(site.fragments.agencyRows.value), order: order,
            views: PicturesView.hasAgencies(site.model) ? ViewsView.make(Address.agencies) : nil)
    }
}
