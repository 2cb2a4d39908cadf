import Catalogue
import TemplateEngine

/// The data plate of a craft. It compares the craft's figures with those of its configuration. A craft that is alone in its configuration
/// is compared with all craft.
enum CraftPlate {
    static func view(_ craft: Spacecraft, _ shared: ConfigurationFragments?, _ site: ViewContext) -> TemplateObject {
        var kind = [PlateView.label(craft.numberedName)]
        if let type = shared?.typeLink { kind.append(type) }
        if let configuration = shared?.link { kind.append(configuration) }
        let figures = figures(craft, shared?.group ?? .empty, shared?.configuration.shownName ?? "", site.model)
        return PlateView.make(
            kind: kind, name: craft.shownName, isCraft: true,
            serial: craft.serialNumber.map { serialNumber(.text($0)) } ?? .null,
            silhouette: shared?.silhouette ?? .unknown, stamp: stamp(craft, site), isInSpace: craft.isInSpace,
            mark: MarkView.make(craft, site.model),
            figures: figures, legend: figures.contains { $0["scale"] != .null } ? median : .null)
    }

    private static func stamp(_ craft: Spacecraft, _ site: ViewContext) -> TemplateObject? {
        guard let status = site.fragments.ofStatus(craft.statusID) else { return nil }
        let note = craft.isInSpace ? inSpaceNow : craft.isUnderWay ? underWay : .null
        return PlateView.stamp(status.name, path: status.address, note: note, isInSpace: craft.isInSpace)
    }

    private static func figures(_ craft: Spacecraft, _ own: CraftGroup, _ configuration: TemplateValue, _ model: SiteModel)
        -> [TemplateObject]
    {
        let isAlone = own.positions.count < 2
        let group = isAlone ? model.allCraft : own
        let groupName = isAlone ? allCraft : configuration
        var figures = [
            compared(
                Label.timeInSpace, craft.timeInSpace, unknown: craft.timeInSpaceAbsence,
                group.timesInSpace, group, groupName, in: .timeInSpace),
            compared(
                Label.timeDocked, craft.timeDocked, unknown: craft.timeDocked == nil ? Absence.notRecorded : Absence.noTimeDocked,
                group.timesDocked, group, groupName, in: .timeDocked),
            FigureView.count(
                Label.flights, craft.flightsCount, path: TableOrder.flightsCount.address(isReversed: false),
                note: craft.flightsCount == 0 ? Absence.noneYet : .null),
            FigureView.count(Label.missionEnds, craft.missionEndsCount, path: TableOrder.missionEndsCount.address(isReversed: false)),
        ]
        if let turnaround = craft.fastestTurnaround, turnaround.seconds > 0 {
            figures.append(
                FigureView.duration(Label.fastestTurnaround, turnaround, unknown: Absence.notRecorded, note: betweenFlights))
        }
        return figures
    }

    private static func compared(
        _ label: TemplateValue, _ duration: ISODuration?, unknown: TemplateValue, _ times: CraftGroup.Times, _ group: CraftGroup,
        _ groupName: TemplateValue,
        in order: TableOrder
    ) -> TemplateObject {
        guard let duration, duration.seconds > 0 else { return FigureView.make(label, unknown, isKnown: false) }
        let rank = times.rank(of: duration.seconds)
        let isPart = times.count < group.positions.count
        return FigureView.duration(
            label, duration, unknown: unknown, path: order.address(isReversed: false),
            note: self.rank(longest(.integer(rank)), .integer(times.count), groupName, isPart ? whereRecorded : ""),
            scale: FigureView.scale(duration.seconds, median: times.median, full: times.longest))
    }

    private static let rank = MessageLayout("craft.rank", "place", "count", "group", "where_recorded")
    private static let longest = MessageLayout("craft.longest", "rank")
    private static let serialNumber = MessageLayout("craft.serial_number", "number")
    private static let inSpaceNow = TemplateValue.message("craft.in_space_now")
    private static let underWay = TemplateValue.message("craft.under_way")
    private static let betweenFlights = TemplateValue.message("craft.between_flights")
    private static let allCraft = TemplateValue.message("craft.in_the_register")
    private static let median = TemplateValue.message("craft.median")
    private static let whereRecorded = TemplateValue.message("craft.where_recorded")
}
