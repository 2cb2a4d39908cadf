import Catalogue
import TemplateEngine

enum AgencyIndexView {
    static let kind = ListingView.kind(Address.agencies, template: "agency-index.html", view)

    static func view(_ site: ViewContext) -> TemplateObject {
        let model = site.model
        let frame = PageFrame.single(
            "Agencies", address: Address.agencies,
            description: "\(Numbers.counted(model.agenciesByName.count, "agency", "agencies")) that operate or build spacecraft.",
            section: .agencies, model)
        return ListingView.view(
            frame, lead: "Who operates the craft of the register and who builds their families.", table(model), site)
    }

    private static func table(_ model: SiteModel) -> TemplateObject {
        let agencies = model.agenciesByName
        let counts = agencies.map { model.catalogue.spacecraft(ofAgency: $0.id).count }
        let most = counts.max() ?? 0
        let rows = zip(agencies, counts).map { agency, count in
            CountTableView.Row(
                name: agency.name, path: Address.page(of: agency), mark: model.marks.mark(of: agency),
                cells: [
                    agency.abbrev.isEmpty ? ValueView.unknown("none") : ValueView.make(agency.abbrev),
                    ValueView.text(agency.typeID.flatMap { model.catalogue.agencyTypes[id: $0]?.name }),
                    ValueView.make(Numbers.grouped(model.catalogue.configurations(ofAgency: agency.id).count)),
                    ValueView.make(Numbers.grouped(model.catalogue.families(manufacturedBy: agency.id).count)),
                ], countText: Numbers.grouped(count), share: .share(count, of: most))
        }
        return CountTableView.make(
            id: "agencies", caption: "Agencies, by name; the bar compares the number of craft they operate", nameLabel: "Agency",
            countLabel: "Craft",
            columns: [
                .init(label: "Short name", drop: .wide), .init(label: "Kind", drop: .middle),
                .init(label: "Configurations", isNumeric: true), .init(label: "Families built", isNumeric: true, drop: .middle),
            ], rows: rows)
    }
}
