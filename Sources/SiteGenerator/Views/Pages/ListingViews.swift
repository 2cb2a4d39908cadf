import Catalogue
import TemplateEngine

/// The indexes of agencies, families, statuses and types: one table of counts each.
enum ListingViews {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = ["lead": .text, "count_table": CountTableView.shape]

    static func agencies(_ model: SiteModel) -> TemplateObject {
        let agencies = model.agenciesByName
        let counts = agencies.map { model.catalogue.spacecraft(ofAgency: $0.id).count }
        let rows = zip(agencies, counts).map { agency, count in
            CountTableView.Row(
                name: agency.name, path: Address.page(of: agency), mark: model.marks.mark(of: agency),
                cells: [
                    agency.abbrev.isEmpty ? ValueView.unknown("none") : ValueView.make(agency.abbrev),
                    ValueView.text(agency.typeID.flatMap { model.catalogue.agencyTypes[id: $0]?.name }),
                    ValueView.make(Numbers.grouped(model.catalogue.configurations(ofAgency: agency.id).count)),
                    ValueView.make(Numbers.grouped(model.catalogue.families(manufacturedBy: agency.id).count)),
                ], countText: Numbers.grouped(count), share: .share(count, of: counts.max() ?? 0))
        }
        let frame = PageFrame.single(
            "Agencies", address: Address.agencies,
            description: "\(Numbers.counted(agencies.count, "agency", "agencies")) that operate or build spacecraft.", section: .agencies,
            model)
        return view(
            frame, lead: "Who operates the craft of the register and who builds their families.",
            CountTableView.make(
                id: "agencies", caption: "Agencies, by name; the bar compares the number of craft they operate", nameLabel: "Agency",
                countLabel: "Craft",
                columns: [
                    .init(label: "Short name", drop: .wide), .init(label: "Kind", drop: .middle),
                    .init(label: "Configurations", isNumeric: true), .init(label: "Families built", isNumeric: true, drop: .middle),
                ], rows: rows), model)
    }

    static func families(_ model: SiteModel) -> TemplateObject {
        let families = model.familiesByName
        let counts = families.map { model.catalogue.spacecraft(ofFamily: $0.id).count }
        let rows = zip(families, counts).map { family, count in
            CountTableView.Row(
                name: family.name, path: Address.page(of: family), mark: model.marks.mark(of: family),
                cells: [
                    ValueView.agency(family.manufacturerID.flatMap { model.catalogue.agencies[id: $0] }),
                    ValueView.date(family.profile?.maidenFlight),
                    ValueView.make(Numbers.grouped(model.catalogue.configurations(ofFamilyTree: family.id).count)),
                ], countText: Numbers.grouped(count), share: .share(count, of: counts.max() ?? 0))
        }
        let frame = PageFrame.single(
            "Families", address: Address.families,
            description: "\(Numbers.counted(families.count, "family", "families")) of spacecraft.", section: .families, model)
        return view(
            frame, lead: "Families of designs: a configuration can belong to more than one.",
            CountTableView.make(
                id: "families", caption: "Families, by name; the bar compares the number of craft", nameLabel: "Family",
                countLabel: "Craft",
                columns: [
                    .init(label: "Builder", drop: .middle), .init(label: "Maiden flight", drop: .wide),
                    .init(label: "Configurations", isNumeric: true),
                ], rows: rows), model)
    }

    static func statuses(_ model: SiteModel) -> TemplateObject {
        let frame = PageFrame.single(
            "Statuses", address: Address.statuses, description: "The statuses of the register and how many craft have each.", model)
        return view(
            frame, lead: "What the source says of each craft. A status is not a place: a craft marked ‘Single Use’ may be in space now.",
            statusTable(model), model)
    }

    static func types(_ model: SiteModel) -> TemplateObject {
        let frame = PageFrame.single(
            "Types", address: Address.types, description: "The types of spacecraft and how many craft are of each.", model)
        return view(frame, lead: "The source’s own types. The drawings of this site follow them.", typeTable(model), model)
    }

    static func statusTable(_ model: SiteModel) -> TemplateObject {
        let counts = model.catalogue.statuses.map { (entity: $0, count: model.catalogue.spacecraft(withStatus: $0.id).count) }
        return CountTableView.make(
            id: "by-status", caption: "Craft by status", nameLabel: "Status", countLabel: "Craft",
            rows: rows(counts, address: Address.page, silhouette: { _ in nil }))
    }

    static func typeTable(_ model: SiteModel) -> TemplateObject {
        let counts = model.catalogue.configurationTypes.map { (entity: $0, count: model.catalogue.spacecraft(ofType: $0.id).count) }
        return CountTableView.make(
            id: "by-type", caption: "Craft by type", nameLabel: "Type", countLabel: "Craft",
            rows: rows(counts, address: Address.page, silhouette: { Silhouette($0) }))
    }

    /// The most first, equal ones by name.
    private static func rows<E: Entity>(
        _ counts: [(entity: E, count: Int)], address: (E) -> String, silhouette: (E) -> Silhouette?
    ) -> [CountTableView.Row] {
        let most = counts.map(\.count).max() ?? 0
        return counts.sorted {
            ($1.count, NaturalOrder($0.entity.name), $0.entity.id) < ($0.count, NaturalOrder($1.entity.name), $1.entity.id)
        }.map { entity, count in
            CountTableView.Row(
                name: entity.name, path: address(entity), silhouette: silhouette(entity), countText: Numbers.grouped(count),
                share: .share(count, of: most))
        }
    }

    private static func view(_ frame: PageFrame, lead: String, _ table: TemplateObject, _ model: SiteModel) -> TemplateObject {
        frame.view(["lead": .text(lead), "count_table": .object(table)], model)
    }
}
