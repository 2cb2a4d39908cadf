import Catalogue
import TemplateEngine

/// One craft in a table. The same on every page, but for the way to the root.
enum CraftRowView {
    static let shape: Shape = [
        "id": .number, "name": .text, "path": .text, "serial_number": .text, "silhouette": .text, "in_space": .bool,
        "is_placeholder": .bool, "configuration": LinkView.shape, "status": LinkView.shape, "time_in_space": DurationView.shape,
        "time_docked": DurationView.shape, "flights": countShape, "mission_ends": countShape,
    ]

    private static let countShape: Shape = ["text": .text, "share": .number]

    static func make(_ craft: Spacecraft, _ model: SiteModel) -> Object {
        let configuration = model.configuration(of: craft)
        let status = model.catalogue.statuses[id: craft.statusID]
        return [
            "id": .integer(craft.id),
            "name": .text(craft.name),
            "path": .text(Address.page(of: craft)),
            "serial_number": .optional(craft.serialNumber),
            "silhouette": .text(model.silhouette(of: craft).rawValue),
            "in_space": .bool(craft.inSpace),
            "is_placeholder": .bool(craft.isPlaceholder),
            "configuration": .optional(configuration.map { LinkView.make($0.name, Address.page(of: $0)) }),
            "status": .optional(status.map { LinkView.make($0.name, Address.page(of: $0)) }),
            "time_in_space": .object(
                DurationView.make(
                    craft.timeInSpace, isKnown: craft.timeInSpaceIsKnown, unknown: craft.timeInSpaceAbsence,
                    full: model.scales.timeInSpace)),
            "time_docked": .object(
                DurationView.make(
                    craft.timeDocked, unknown: craft.timeDocked == nil ? "not recorded" : "none", full: model.scales.timeDocked,
                    doubt: craft.isDockedLongerThanInSpace ? "Doubtful: docked longer than in space" : nil)),
            "flights": .object(count(craft.flightsCount, full: model.scales.flightsCount)),
            "mission_ends": .object(count(craft.missionEndsCount, full: model.scales.missionEndsCount)),
        ]
    }

    private static func count(_ count: Int?, full: Int) -> Object {
        ["text": .text(count.map { Numbers.grouped($0) } ?? "not recorded"), "share": .share(count, of: full)]
    }
}
