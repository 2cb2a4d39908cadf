import Catalogue
import TemplateEngine

/// All families, in every order.
enum FamilyIndexView {
    static let kind = ListingView.kind(
        list, template: "family-index.html", shape: ListingView.shape, modified: { $0.dates.index(of: $0.catalogue.families) },
        inputs: \.craftCounts, view)

    static let list = OrderedList(
        address: Address.families, heading: SitePart.families.name,
        columns: [
            .name(),
            .init(key: "maiden_flight", slug: "by-maiden-flight", label: Label.maidenFlight, isDescending: false) { model in
                model.familiesByName.map { $0.profile?.maidenFlight?.ordinal }
            },
            .init(key: "configurations_count", slug: "by-configurations", label: Label.configurations) { model in
                model.familiesByName.map { model.catalogue.configurations(ofFamilyTree: $0.id).count }
            },
            .init(key: "craft_count", slug: "by-craft", label: Label.craftCount, values: craftCounts),
        ])

    static func view(_ order: ListOrder, _ site: ViewContext) -> TemplateObject {
        let model = site.model
        let frame = PageFrame.list(
            order,
            description: PageFrame.description(
                .message("families.description", ["count": .integer(model.familiesByName.count)]),
                more: .message("descriptions.families")),
            count: model.familiesByName.count, section: .families, model)
        return ListingView.view(frame, lead: .message("families.lead"), table(order, site), site)
    }

    private static func craftCounts(_ model: SiteModel) -> [Int?] {
        model.familiesByName.map { model.craftCount(of: model.catalogue.configurations(ofFamilyTree: $0.id)) }
    }

    /// By name.
    static func rows(_ model: SiteModel) -> [CountTableView.Row] {
        let counts = craftCounts(model).map { $0 ?? 0 }
        let most = counts.max() ?? 0
        return zip(model.familiesByName, counts).map { family, count in
            CountTableView.Row(
                name: family.shownName, path: Address.page(of: family), mark: MarkView.label(family, model),
                cells: [
                    ValueView.entity(family.manufacturerID.flatMap { model.catalogue.agencies[id: $0] }),
                    ValueView.date(family.profile?.maidenFlight),
                    ValueView.count(model.catalogue.configurations(ofFamilyTree: family.id).count),
                ], count: Formatted.number(count), share: .share(count, of: most))
        }
    }

    static func table(_ order: ListOrder, _ site: ViewContext) -> TemplateObject {
        CountTableView.make(
            id: "families", caption: order.caption, name: .init(key: "name", label: Label.family),
            count: .init(key: "craft_count", label: Label.craftCount),
            columns: [
                .init(key: "builder", label: Label.builder, drop: .middle),
                .init(key: "maiden_flight", label: Label.maidenFlight, drop: .wide),
                .init(key: "configurations_count", label: Label.configurations, isNumeric: true),
            ], rows: order.ordered(site.fragments.familyRows.value), order: order)
    }
}
