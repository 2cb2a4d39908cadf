import Catalogue
import TemplateEngine

enum AgencyIndexView {
    static let kind = ListingView.kind(
        Address.agencies, template: "agency-index.html",
        modified: { $0.dates.index(of: $0.catalogue.agencies) }, view)

    static func view(_ site: ViewContext) -> TemplateObject {
        let model = site.model
        let frame = PageFrame.single(
            .message("agencies.heading"), address: Address.agencies,
            description: .message("agencies.description", ["count": .integer(model.agenciesByName.count)]),
            section: .agencies, model)
        return ListingView.view(frame, lead: .message("agencies.lead"), table(model), site)
    }

    static func table(_ model: SiteModel) -> TemplateObject {
        let agencies = model.agenciesByName
        let counts = agencies.map { model.craftCount(of: model.catalogue.configurations(ofAgency: $0.id)) }
        let most = counts.max() ?? 0
        let rows = zip(agencies, counts).map { agency, count in
            CountTableView.Row(
                name: agency.shownName, path: Address.page(of: agency), mark: MarkView.label(agency, model),
                cells: [
                    agency.abbrev.isEmpty ? ValueView.unknown(Absence.noShortName) : ValueView.make(.text(agency.abbrev)),
                    ValueView.words(agency.typeID.flatMap { model.catalogue.agencyTypes[id: $0] }.map(SourceNames.name)),
                    ValueView.count(model.catalogue.configurations(ofAgency: agency.id).count),
                    ValueView.count(model.catalogue.families(manufacturedBy: agency.id).count),
                ], count: Formatted.number(count), share: .share(count, of: most))
        }
        return CountTableView.make(
            id: "agencies", caption: .message("agencies.caption"), nameLabel: Label.agency, countLabel: Label.craftCount,
            columns: [
                .init(label: Label.shortName, drop: .wide), .init(label: Label.kind, drop: .middle),
                .init(label: Label.configurations, isNumeric: true), .init(label: Label.familiesBuilt, isNumeric: true, drop: .middle),
            ], rows: rows)
    }
}
