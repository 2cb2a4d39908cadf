import Catalogue
import TemplateEngine

/// One craft in a table. It is the same on every page except for the path to the root.
enum CraftRowView {
    struct Row {
        let craft: Spacecraft
        let path: String
        let configuration: ConfigurationFragments?
        let status: StatusFragments?
    }

    static let fields: ViewFields<Row, SiteModel> = [
        .init("id", .number) { row, _ in .integer(row.craft.id.number) },
        .init("name", .text) { row, _ in row.craft.shownName },
        .init("path", .text) { row, _ in .text(row.path) },
        .init("serial_number", .text) { row, _ in .optional(row.craft.serialNumber) },
        .init("silhouette", .text) { row, _ in .text((row.configuration?.silhouette ?? .unknown).rawValue) },
        .init("in_space", .bool) { row, _ in .optional(row.craft.inSpace) },
        .init("is_placeholder", .bool) { row, _ in .optional(row.craft.isPlaceholder) },
        .init("mark", .text) { row, model in MarkView.label(row.craft, model) },
        .init("configuration", LinkView.shape) { row, _ in .optional(row.configuration?.link) },
        .init("status", LinkView.shape) { row, _ in .optional(row.status?.link) },
        .init("time_in_space", DurationView.shape) { row, model in
            .object(
                DurationView.make(
                    row.craft.timeInSpace, isKnown: row.craft.timeInSpaceIsKnown, absence: row.craft.timeInSpaceAbsence,
                    full: model.maxima.timeInSpace))
        },
        .init("time_docked", DurationView.shape) { row, model in
            .object(
                DurationView.make(
                    row.craft.timeDocked, absence: row.craft.timeDocked == nil ? Absence.notRecorded : Absence.noTimeDocked,
                    full: model.maxima.timeDocked,
                    doubt: row.craft.isDockedLongerThanInSpace ? doubt : .null))
        },
        .init("flights", countShape) { row, model in count(row.craft.flightsCount, full: model.maxima.flightsCount) },
        .init("mission_ends", countShape) { row, model in count(row.craft.missionEndsCount, full: model.maxima.missionEndsCount) },
    ]

    private static let countShape: TemplateShape = ["count": .number, "share": .number]
    private static let countLayout = ObjectLayout(countShape)

    private static let doubt = TemplateValue.message("craft_table.doubt")

    static func make(_ row: Row, _ model: SiteModel) -> TemplateObject { fields.object(row, model) }

    private static func count(_ count: Int?, full: Int) -> TemplateValue {
        .object(countLayout, [.optional(count), .share(count, of: full)])
    }
}
