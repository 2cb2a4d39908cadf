import Catalogue
import TemplateEngine

enum FamilyIndexView {
    static let kind = ListingView.kind(
        Address.families, template: "family-index.html",
        modified: { $0.dates.index(of: $0.catalogue.families) }, view)

    static func view(_ site: ViewContext) -> TemplateObject {
        let model = site.model
        let frame = PageFrame.single(
            PageFrame.Section.families.name, address: Address.families,
            description: .message("families.description", ["count": .integer(model.familiesByName.count)]), section: .families, model)
        return ListingView.view(
            frame, lead: .message("families.lead"), table(model), site)
    }

    static func table(_ model: SiteModel) -> TemplateObject {
        let families = model.familiesByName
        let counts = families.map { model.craftCount(of: model.catalogue.configurations(ofFamilyTree: $0.id)) }
        let most = counts.max() ?? 0
        let rows = zip(families, counts).map { family, count in
            CountTableView.Row(
                name: family.shownName, path: Address.page(of: family), mark: MarkView.label(family, model),
                cells: [
                    ValueView.agency(family.manufacturerID.flatMap { model.catalogue.agencies[id: $0] }),
                    ValueView.date(family.profile?.maidenFlight),
                    ValueView.count(model.catalogue.configurations(ofFamilyTree: family.id).count),
                ], count: Formatted.number(count), share: .share(count, of: most))
        }
        return CountTableView.make(
            id: "families", caption: .message("families.caption"), nameLabel: Label.family, countLabel: Label.craftCount,
            columns: [
                .init(label: Label.builder, drop: .middle), .init(label: Label.maidenFlight, drop: .wide),
                .init(label: Label.configurations, isNumeric: true),
            ], rows: rows)
    }
}
