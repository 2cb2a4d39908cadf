import Catalogue
import TemplateEngine

enum FamilyIndexView {
    static let kind = ListingView.kind(Address.families, template: "family-index.html", view)

    static func view(_ site: ViewContext) -> TemplateObject {
        let model = site.model
        let frame = PageFrame.single(
            "Families", address: Address.families,
            description: "\(Numbers.counted(model.familiesByName.count, "family", "families")) of spacecraft.", section: .families, model)
        return ListingView.view(
            frame, lead: "Families of designs: a configuration can belong to more than one.", table(model), site)
    }

    private static func table(_ model: SiteModel) -> TemplateObject {
        let families = model.familiesByName
        let counts = families.map { model.catalogue.spacecraft(ofFamily: $0.id).count }
        let most = counts.max() ?? 0
        let rows = zip(families, counts).map { family, count in
            CountTableView.Row(
                name: family.name, path: Address.page(of: family), mark: model.marks.mark(of: family),
                cells: [
                    ValueView.agency(family.manufacturerID.flatMap { model.catalogue.agencies[id: $0] }),
                    ValueView.date(family.profile?.maidenFlight),
                    ValueView.make(Numbers.grouped(model.catalogue.configurations(ofFamilyTree: family.id).count)),
                ], countText: Numbers.grouped(count), share: .share(count, of: most))
        }
        return CountTableView.make(
            id: "families", caption: "Families, by name; the bar compares the number of craft", nameLabel: "Family",
            countLabel: "Craft",
            columns: [
                .init(label: "Builder", drop: .middle), .init(label: "Maiden flight", drop: .wide),
                .init(label: "Configurations", isNumeric: true),
            ], rows: rows)
    }
}
