import Catalogue
import TemplateEngine

/// The page of one family, and the further pages of its fleet.
enum FamilyView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "plate": PlateView.shape, "tree": TreeView.shape, "description_html": .html, "facts": .list(FactView.shape),
        "configuration_table": ConfigurationTableView.shape, "craft_table": CraftTableView.shape, "neighbours": NeighboursView.shape,
    ]

    static func view(at position: Int, _ fleetPage: FleetPage, _ model: SiteModel) -> TemplateObject {
        let family = model.familiesByName[position]
        let description = model.sanitized(family.profile?.description)
        let neighbours = Neighbours(at: position, in: model.familiesByName, address: Address.page)
        let frame = PageFrame.entity(
            family.name, distinctName: model.distinctName(family), kind: "family", paging: fleetPage.paging, neighbours: neighbours,
            description: description?.summary(limit: PageFrame.descriptionLimit)
                ?? "\(family.name): \(Numbers.grouped(fleetPage.count)) spacecraft in the register.", section: .families,
            index: ("Families", Address.families), model)
        let inSpace = fleetPage.inSpace
        return frame.view(
            [
                "plate": .object(
                    PlateView.make(
                        kind: [PlateView.label("Family \(family.id)")], name: family.name,
                        silhouette: fleetPage.silhouette, isAlive: inSpace > 0, mark: MarkView.make(family, model),
                        figures: [
                            FigureView.count("Craft", fleetPage.count), FigureView.count("Configurations", fleetPage.configurations.count),
                            FigureView.date("Maiden flight", family.profile?.maidenFlight), FigureView.inSpaceNow(inSpace),
                        ])),
                "tree": .object(TreeView.make(around: family, model)),
                "description_html": .optional(description),
                "facts": .objects(facts(family, model)),
                "configuration_table": .optional(
                    !fleetPage.isFirst
                        ? nil
                        : ConfigurationTableView.make(
                            fleetPage.configurations, caption: "Configurations of the family and of those below it, by name", model)),
                "craft_table": .optional(FleetWords.table(fleetPage, caption: "Craft of the family, by name", model)),
                "neighbours": .optional(NeighboursView.make(neighbours, label: "Previous and next family by name")),
            ], model)
    }

    private static func facts(_ family: Family, _ model: SiteModel) -> [TemplateObject] {
        let parent = family.parentID.flatMap { model.catalogue.families[id: $0] }
        let children = model.tree.families(below: family)
        var facts = [
            FactView.make("Builder", ValueView.agency(family.manufacturerID.flatMap { model.catalogue.agencies[id: $0] })),
            FactView.make("Parent family", parent.map(ValueView.family) ?? ValueView.unknown("none recorded")),
        ]
        if !children.isEmpty { facts.append(FactView.make("Families below it", children.map(ValueView.family))) }
        facts.append(FactView.make("Maiden flight", ValueView.date(family.profile?.maidenFlight)))
        if let statistics = family.statistics { facts += FactWords.facts(statistics) }
        return facts
    }
}
