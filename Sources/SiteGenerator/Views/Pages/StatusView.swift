import Catalogue
import TemplateEngine

/// The page of one status.
enum StatusView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "plate": PlateView.shape, "explanation": .text, "fleet_heading": .text, "craft_table": CraftTableView.shape,
        "neighbours": NeighboursView.shape,
    ]

    static func view(at position: Int, _ fleetPage: FleetPage, _ model: SiteModel) -> TemplateObject {
        let status = model.statusesByName[position]
        let total = model.catalogue.spacecraft.count
        let neighbours = Neighbours(at: position, in: model.statusesByName, address: Address.page)
        let frame = PageFrame.entity(
            status.name, distinctName: model.distinctName(status), kind: "status", paging: fleetPage.paging, neighbours: neighbours,
            description: "\(Numbers.counted(fleetPage.count, "spacecraft", "spacecraft")) with the status \(status.name).", section: nil,
            index: ("Statuses", Address.statuses), model)
        return frame.view(
            [
                "plate": .object(
                    PlateView.make(
                        kind: [PlateView.label("Status \(status.id)")], name: status.name,
                        silhouette: nil,
                        figures: [
                            FigureView.make(
                                "Craft", Numbers.grouped(fleetPage.count), note: "of \(Numbers.grouped(total)) in the register",
                                scale: FigureView.scale(fleetPage.count, median: nil, full: total)),
                            FigureView.inSpaceNow(fleetPage.inSpace),
                        ])),
                "explanation": .optional(explanations[status.name]),
                "fleet_heading": .text(FleetWords.heading(fleetPage.count)),
                "craft_table": .optional(FleetWords.table(fleetPage, caption: "Craft with this status, by name", model)),
                "neighbours": .optional(NeighboursView.make(neighbours, label: "Previous and next status by name")),
            ], model)
    }

    private static let explanations = [
        "Active": "Kept for further flights.",
        "Retired": "Flown, and not to fly again.",
        "Destroyed": "Lost, in flight or by its end.",
        "Single Use": "Built for one flight and not used again. A craft of this status may be in space now.",
        "Under construction": "Not yet flown.",
    ]
}
