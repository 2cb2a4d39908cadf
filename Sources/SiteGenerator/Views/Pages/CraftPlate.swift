import Catalogue
import TemplateEngine

/// The data plate of a craft. It compares the craft's figures with those of its configuration. A craft that is alone in its configuration
/// is compared with all craft.
enum CraftPlate {
    static func view(_ craft: Spacecraft, _ shared: ConfigurationFragments?, _ site: ViewContext) -> TemplateObject {
        var kind = [PlateView.label("No. \(craft.id)")]
        if let type = shared?.typeLink { kind.append(type) }
        if let configuration = shared?.link { kind.append(configuration) }
        return PlateView.make(
            kind: kind, name: craft.name, isCraft: true, serial: craft.serialNumber.map { "Serial number \(name: $0)" },
            silhouette: shared?.silhouette ?? .unknown, stamp: stamp(craft, site), isInSpace: craft.isInSpace,
            mark: MarkView.make(craft, site.model),
            figures: figures(craft, shared?.group ?? .empty, shared?.configuration.name ?? "", site.model))
    }

    private static func stamp(_ craft: Spacecraft, _ site: ViewContext) -> TemplateObject? {
        guard let status = site.fragments.ofStatus(craft.statusID) else { return nil }
        let note = craft.isInSpace ? "in space now" : craft.isUnderWay ? "a flight is under way" : nil
        return PlateView.stamp(status.name, path: status.address, note: note, isInSpace: craft.isInSpace)
    }

    private static func figures(_ craft: Spacecraft, _ own: CraftGroup, _ configuration: String, _ model: SiteModel) -> [TemplateObject] {
        let isAlone = own.positions.count < 2
        let group = isAlone ? model.allCraft : own
        let groupName = isAlone ? "in the register" : configuration
        var figures = [
            compared(
                "Time in space", craft.timeInSpace, unknown: craft.timeInSpaceAbsence,
                group.timesInSpace, group, groupName, in: .timeInSpace),
            compared(
                "Time docked", craft.timeDocked, unknown: craft.timeDocked == nil ? "not recorded" : "none",
                group.timesDocked, group, groupName, in: .timeDocked),
            FigureView.count(
                "Flights", craft.flightsCount, path: TableOrder.flightsCount.address(isReversed: false),
                note: craft.flightsCount == 0 ? "none yet" : nil),
            FigureView.count("Mission ends", craft.missionEndsCount, path: TableOrder.missionEndsCount.address(isReversed: false)),
        ]
        if let turnaround = craft.fastestTurnaround, turnaround.seconds > 0 {
            figures.append(
                FigureView.duration("Fastest turnaround", turnaround, unknown: "not recorded", note: "between two flights"))
        }
        return figures
    }

    private static func compared(
        _ label: String, _ duration: ISODuration?, unknown: String, _ times: CraftGroup.Times, _ group: CraftGroup, _ groupName: String,
        in order: TableOrder
    ) -> TemplateObject {
        guard let duration, duration.seconds > 0 else { return FigureView.make(label, unknown, isKnown: false) }
        let rank = times.rank(of: duration.seconds)
        let place = rank == 1 ? "longest" : "\(ordinal(rank)) longest"
        let recorded = times.count < group.positions.count ? ", where recorded" : ""
        return FigureView.duration(
            label, duration, unknown: unknown, path: order.address(isReversed: false),
            note: "\(place) of \(Numbers.grouped(times.count)) \(name: groupName)\(recorded)",
            scale: FigureView.scale(duration.seconds, median: times.median, full: times.longest))
    }

    private static func ordinal(_ number: Int) -> String {
        let suffix = (10...20).contains(number % 100) ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
        return Numbers.grouped(number) + suffix
    }
}
