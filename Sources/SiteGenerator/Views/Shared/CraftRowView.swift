import Catalogue
import TemplateEngine

/// One craft in a table. The same on every page, but for the way to the root.
enum CraftRowView {
    static let shape: TemplateShape = [
        "id": .number, "name": .text, "path": .text, "serial_number": .text, "silhouette": .text, "in_space": .bool,
        "is_placeholder": .bool, "mark": .text, "configuration": LinkView.shape, "status": LinkView.shape,
        "time_in_space": DurationView.shape, "time_docked": DurationView.shape, "flights": countShape, "mission_ends": countShape,
    ]

    private static let countShape: TemplateShape = ["text": .text, "share": .number]

    /// - Parameter position: the craft's place in the order of names.
    static func make(at position: Int, _ model: SiteModel) -> TemplateObject {
        let craft = model.spacecraftByName[position]
        let parts = model.parts(ofCraftAt: position)
        return [
            "id": .integer(craft.id),
            "name": .text(craft.name),
            "path": .text(model.addresses[position]),
            "serial_number": .optional(craft.serialNumber),
            "silhouette": .text((parts?.silhouette ?? .unknown).rawValue),
            "in_space": .bool(craft.inSpace),
            "is_placeholder": .bool(craft.isPlaceholder),
            "mark": .optional(model.marks.mark(of: craft)?.rawValue),
            "configuration": .optional(parts?.link),
            "status": .optional(model.parts(ofStatus: craft.statusID)?.link),
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

    private static func count(_ count: Int?, full: Int) -> TemplateObject {
        ["text": .text(count.map { Numbers.grouped($0) } ?? "not recorded"), "share": .share(count, of: full)]
    }
}
