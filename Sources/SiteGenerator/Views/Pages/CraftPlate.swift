import Catalogue
import TemplateEngine

/// The data plate of a craft: the figures that tell its life, each beside those of its configuration; a craft that is the only one of its
/// configuration is measured against the whole register.
enum CraftPlate {
    static func view(_ craft: Spacecraft, _ parts: ConfigurationParts?, _ fleet: Fleet, _ model: SiteModel) -> TemplateObject {
        var kind = [PlateView.label("No. \(craft.id)")]
        if let type = parts?.typeLink { kind.append(type) }
        if let configuration = parts?.link { kind.append(configuration) }
        return PlateView.make(
            kind: kind, name: craft.name, isShip: true, serial: craft.serialNumber.map { "Serial number \($0)" },
            silhouette: parts?.silhouette ?? .unknown, stamp: stamp(craft, model), isAlive: craft.inSpace,
            mark: MarkView.make(craft, model), figures: figures(craft, fleet, parts?.configuration.name ?? "", model))
    }

    private static func stamp(_ craft: Spacecraft, _ model: SiteModel) -> TemplateObject? {
        guard let status = model.parts(ofStatus: craft.statusID) else { return nil }
        let note = craft.inSpace ? "in space now" : craft.isUnderWay ? "a flight is under way" : nil
        return PlateView.stamp(status.name, path: status.address, note: note, isAlive: craft.inSpace)
    }

    private static func figures(_ craft: Spacecraft, _ fleet: Fleet, _ configuration: String, _ model: SiteModel) -> [TemplateObject] {
        let isAlone = fleet.positions.count < 2
        let fleet = isAlone ? model.register : fleet
        let group = isAlone ? "in the register" : configuration
        var figures = [
            compared(
                "Time in space", craft.timeInSpace, unknown: craft.timeInSpaceAbsence,
                fleet.timesInSpace, fleet, group, in: .timeInSpace),
            compared(
                "Time docked", craft.timeDocked, unknown: craft.timeDocked == nil ? "not recorded" : "none",
                fleet.timesDocked, fleet, group, in: .timeDocked),
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
        _ label: String, _ duration: ISODuration?, unknown: String, _ times: Fleet.Times, _ fleet: Fleet, _ group: String,
        in order: TableOrder
    ) -> TemplateObject {
        guard let duration, duration.seconds > 0 else { return FigureView.make(label, unknown, isKnown: false) }
        let rank = times.rank(of: duration.seconds)
        let place = rank == 1 ? "longest" : "\(ordinal(rank)) longest"
        let recorded = times.count < fleet.positions.count ? ", where recorded" : ""
        return FigureView.duration(
            label, duration, unknown: unknown, path: order.address(isReversed: false),
            note: "\(place) of \(Numbers.grouped(times.count)) \(group)\(recorded)",
            scale: FigureView.scale(duration.seconds, median: times.median, full: times.longest))
    }

    private static func ordinal(_ number: Int) -> String {
        let suffix = (10...20).contains(number % 100) ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
        return Numbers.grouped(number) + suffix
    }
}
