import Catalogue
import TemplateEngine

/// The page of one type.
enum TypeView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "plate": PlateView.shape, "explanation": .text, "configuration_table": ConfigurationTableView.shape,
        "fleet_heading": .text, "craft_table": CraftTableView.shape, "neighbours": NeighboursView.shape,
    ]

    static func view(at position: Int, _ fleetPage: FleetPage, _ model: SiteModel) -> TemplateObject {
        let type = model.typesByName[position]
        let neighbours = Neighbours(at: position, in: model.typesByName, address: Address.page)
        let frame = PageFrame.entity(
            type.name, distinctName: model.distinctName(type), kind: "type", paging: fleetPage.paging, neighbours: neighbours,
            description: "\(Numbers.counted(fleetPage.count, "spacecraft", "spacecraft")) of the type \(type.name).", section: nil,
            index: ("Types", Address.types), model)
        return frame.view(
            [
                "plate": .object(
                    PlateView.make(
                        kind: [PlateView.label("Type \(type.id)")], name: type.name, silhouette: Silhouette(type),
                        figures: [
                            FigureView.count("Craft", fleetPage.count), FigureView.count("Configurations", fleetPage.configurations.count),
                            FigureView.count("Flights", fleetPage.flights),
                            FigureView.inSpaceNow(fleetPage.inSpace),
                        ])),
                "explanation": .null,
                "configuration_table": .optional(
                    !fleetPage.isFirst
                        ? nil
                        : ConfigurationTableView.make(
                            fleetPage.configurations, caption: "Configurations of this type, by name", model)),
                "fleet_heading": .text(FleetWords.heading(fleetPage.count)),
                "craft_table": .optional(FleetWords.table(fleetPage, caption: "Craft of this type, by name", model)),
                "neighbours": .optional(NeighboursView.make(neighbours, label: "Previous and next type by name")),
            ], model)
    }
}
