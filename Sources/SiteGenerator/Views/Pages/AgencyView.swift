import Catalogue
import TemplateEngine

/// The page of one agency, and the further pages of its fleet.
enum AgencyView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "plate": PlateView.shape, "figure": PictureView.shape, "description_html": .html, "facts": .list(FactView.shape),
        "configuration_table": ConfigurationTableView.shape, "tree": TreeView.shape, "craft_table": CraftTableView.shape,
        "neighbours": NeighboursView.shape,
    ]

    static func view(at position: Int, _ fleetPage: FleetPage, _ model: SiteModel) -> TemplateObject {
        let agency = model.agenciesByName[position]
        let families = model.catalogue.families(manufacturedBy: agency.id)
        let type = agency.typeID.flatMap { model.catalogue.agencyTypes[id: $0] }
        let image = agency.profile?.imageID.flatMap { model.catalogue.images[id: $0] }
        let description = model.sanitized(agency.profile?.description)
        let neighbours = Neighbours(at: position, in: model.agenciesByName, address: Address.page)
        let frame = PageFrame.entity(
            agency.name, distinctName: model.distinctName(agency), kind: "agency", paging: fleetPage.paging, neighbours: neighbours,
            description: description?.summary(limit: PageFrame.descriptionLimit)
                ?? "\(agency.name): \(Numbers.grouped(fleetPage.count)) spacecraft in the register.", section: .agencies,
            index: ("Agencies", Address.agencies), picture: image, model)
        let inSpace = fleetPage.inSpace
        var figures = [
            FigureView.count("Craft", fleetPage.count), FigureView.inSpaceNow(inSpace),
            FigureView.count("Configurations", fleetPage.configurations.count),
        ]
        if !families.isEmpty { figures.append(FigureView.count("Families built", families.count)) }
        if let year = agency.profile?.foundingYear {
            figures.append(FigureView.make("Founded", "\(year)", note: "as the source has it"))
        }
        return frame.view(
            [
                "plate": .object(
                    PlateView.make(
                        kind: [PlateView.label("Agency \(agency.id)")] + [type.map { PlateView.label($0.name) }].compactMap(\.self),
                        name: agency.name, serial: agency.abbrev.isEmpty ? nil : "Short name \(agency.abbrev)",
                        silhouette: fleetPage.silhouette, isAlive: inSpace > 0, mark: MarkView.make(agency, model),
                        figures: figures)),
                "figure": image == nil
                    ? .null
                    : .object(PictureView.make(image, of: agency.name, silhouette: fleetPage.silhouette, model)),
                "description_html": .optional(description),
                "facts": .objects(facts(agency, type)),
                "configuration_table": .optional(
                    fleetPage.isFirst
                        ? ConfigurationTableView.make(
                            fleetPage.configurations, caption: "Configurations, by name; the bar compares the number of craft", model) : nil
                ),
                "tree": .optional(TreeView.make(familiesOf: agency, model)),
                "craft_table": .optional(FleetWords.table(fleetPage, caption: "Craft it operates, by name", model)),
                "neighbours": .optional(NeighboursView.make(neighbours, label: "Previous and next agency by name")),
            ], model)
    }

    private static func facts(_ agency: Agency, _ type: AgencyType?) -> [TemplateObject] {
        var facts = [FactView.make("Kind", ValueView.text(type?.name))]
        guard let profile = agency.profile else { return facts }
        let countries = profile.countries.map { ValueView.make($0.name) }
        facts.append(FactView.make("Country", countries.isEmpty ? [ValueView.unknown()] : countries))
        let administrator = profile.administrator.map { $0.hasPrefix("Administrator: ") ? String($0.dropFirst(15)) : $0 }
        facts.append(FactView.make("Administrator", ValueView.text(administrator)))
        facts += [
            FactView.make("Part of", ifKnown: profile.parent), FactView.make("Launchers", ifKnown: profile.launchers),
            FactView.make("Spacecraft", ifKnown: profile.spacecraft),
        ].compactMap(\.self)
        return facts
    }
}
