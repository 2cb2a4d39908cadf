import Catalogue
import TemplateEngine

/// The page of one configuration, and the further pages of its fleet.
enum ConfigurationView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "plate": PlateView.shape, "doubts": .list(["text": .text]), "figure": PictureView.shape,
        "texts": .list(["heading": .text, "body_html": .html]), "facts": .list(FactView.shape),
        "spread": SpreadView.shape, "fleet_heading": .text, "craft_table": CraftTableView.shape, "tree": TreeView.shape,
        "neighbours": NeighboursView.shape,
    ]

    static func view(at position: Int, _ fleetPage: FleetPage, _ model: SiteModel) -> TemplateObject {
        let configuration = model.configurationsByName[position]
        let type = model.type(of: configuration)
        let agency = model.agency(of: configuration)
        let image = configuration.imageID.flatMap { model.catalogue.images[id: $0] }
        let neighbours = Neighbours(at: position, in: model.configurationsByName, address: Address.page)
        let frame = PageFrame.entity(
            configuration.name, distinctName: model.distinctName(configuration), kind: "configuration", paging: fleetPage.paging,
            neighbours: neighbours,
            description: "\(configuration.name): \(type?.name.lowercased() ?? "spacecraft") of \(agency?.name ?? "an unknown agency"); "
                + "\(Numbers.grouped(fleetPage.count)) craft in the register.",
            section: .configurations, index: ("Configurations", Address.configurations), picture: image,
            silhouettes: [Silhouette(type)], model)
        return frame.view(
            [
                "plate": .object(plate(configuration, type, model)),
                "doubts": .objects(doubts(configuration).map { ["text": .text($0)] }),
                "figure": .object(
                    PictureView.make(image, of: "a \(configuration.name) spacecraft", silhouette: Silhouette(type), model)),
                "texts": .objects(texts(configuration, model)),
                "facts": .objects(facts(configuration, type, agency, model)),
                "spread": .optional(model.parts(ofConfiguration: configuration.id).flatMap { SpreadView.make($0) }),
                "fleet_heading": .text(FleetWords.heading(fleetPage.count)),
                "craft_table": .optional(
                    FleetWords.table(fleetPage, caption: "\(configuration.name) craft, by name", model)),
                "tree": .object(TreeView.make(around: configuration, at: .configuration(configuration), model)),
                "neighbours": .optional(NeighboursView.make(neighbours, label: "Previous and next configuration by name")),
            ], model)
    }

    private static func plate(
        _ configuration: Configuration, _ type: ConfigurationType?, _ model: SiteModel
    ) -> TemplateObject {
        let fleet = model.fleet(ofConfiguration: configuration.id)
        var kind = [PlateView.label("Configuration \(configuration.id)")]
        if let type { kind.append(LinkView.make(type.name, Address.page(of: type))) }
        kind += model.families(of: configuration).map { LinkView.make("\($0.name) family", Address.page(of: $0)) }
        var figures = [
            FigureView.count("Craft", fleet.positions.count),
            FigureView.count("Flights", fleet.flights),
            FigureView.duration(
                "Longest in space", fleet.longest?.timeInSpace, unknown: fleet.timeInSpaceAbsence,
                note: fleet.longest?.name),
        ]
        if let details = configuration.details { figures.append(FigureView.date("Maiden flight", details.maidenFlight)) }
        let inSpace = fleet.inSpace
        return PlateView.make(
            kind: kind, name: configuration.name, silhouette: Silhouette(type),
            stamp: PlateView.stamp(
                configuration.inUse ? "In use" : "Not in use", note: inSpace > 0 ? "\(Numbers.grouped(inSpace)) in space now" : nil,
                isAlive: inSpace > 0),
            isAlive: inSpace > 0, mark: MarkView.make(configuration, model), figures: figures)
    }

    /// No craft that was ever built is a hundred metres high or wide: the source has lost a decimal point.
    private static func doubts(_ configuration: Configuration) -> [String] {
        [("height", configuration.details?.height), ("diameter", configuration.details?.diameter)].compactMap { field, metres in
            guard let metres, metres > 100 else { return nil }
            return "The source gives a \(field) of \(FactWords.decimal(metres)) m. That cannot be right; it is shown as recorded."
        }
    }

    private static func texts(_ configuration: Configuration, _ model: SiteModel) -> [TemplateObject] {
        guard let details = configuration.details else { return [] }
        let texts = [(nil, details.details), ("Capability", details.capability), ("History", details.history)] as [(String?, String)]
        return texts.compactMap { heading, text in
            model.sanitized(text).map { ["heading": .optional(heading), "body_html": .optional($0)] }
        }
    }

    private static func facts(
        _ configuration: Configuration, _ type: ConfigurationType?, _ agency: Agency?, _ model: SiteModel
    ) -> [TemplateObject] {
        var facts: [TemplateObject] = []
        if let type { facts.append(FactView.make("Type", ValueView.make(type.name, path: Address.page(of: type)))) }
        facts.append(FactView.make("Agency", ValueView.agency(agency)))
        facts.append(FactView.make("Family", ValueView.families(model.families(of: configuration))))
        facts.append(FactView.make("In use", ValueView.truth(configuration.inUse)))
        if let details = configuration.details { facts += FactWords.facts(details) }
        return facts
    }
}
