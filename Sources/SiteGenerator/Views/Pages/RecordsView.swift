import Catalogue
import TemplateEngine

/// The longest, the most and the fastest.
enum RecordsView {
    static let fields: KeyValuePairs<Name, Shape> = [
        "lead": .text,
        "sections": .list(["id": .text, "heading": .text, "note": .text, "count_table": CountTableView.shape]),
    ]

    static func view(_ model: SiteModel) -> Object {
        let frame = PageFrame.single(
            "Records", address: Address.records, description: "The longest, the most and the fastest of the register.", section: .records,
            model)
        let sections = [
            section("longest", "Longest in space", .timeInSpace, model) { $0.timeInSpace?.humanText },
            section("docked", "Longest docked", .timeDocked, model) { $0.timeDocked?.humanText },
            section("flights", "Most flights", .flightsCount, model) { $0.flightsCount.map { Numbers.grouped($0) } },
            turnaround(model),
        ].compactMap(\.self)
        return frame.view(
            ["lead": "What the register holds at its edges, by the figures of the source.", "sections": .objects(sections)], model)
    }

    private static let length = 10

    private static func section(
        _ id: String, _ heading: String, _ field: SpacecraftOrdering.Field, _ model: SiteModel, text: (Spacecraft) -> String?
    ) -> Object? {
        let candidates = model.catalogue.spacecraft.filter { ($0.value(of: field) ?? 0) > 0 }
        let craft = Catalogue.order(candidates, by: [.init(field, descending: true)]).prefix(length)
        guard let most = craft.first?.value(of: field) else { return nil }
        let doubtful = field == .timeDocked ? craft.filter(\.isDockedLongerThanInSpace) : []
        return section(
            id, heading, note: doubtful.isEmpty ? nil : "Not all can be right: " + doubtful.map(doubt).joined(separator: "; ") + ".",
            craft.map { row($0, text($0) ?? "", .share($0.value(of: field), of: most), model) })
    }

    private static func turnaround(_ model: SiteModel) -> Object? {
        let craft = model.catalogue.spacecraft.compactMap { craft in
            craft.fastestTurnaround.flatMap { $0.seconds > 0 ? (craft: craft, time: $0) : nil }
        }.sorted { ($0.time, $0.craft.id) < ($1.time, $1.craft.id) }.prefix(length)
        guard let longest = craft.last?.time.seconds else { return nil }
        return section(
            "turnaround", "Fastest turnaround", note: "The shortest time between two flights of one craft.",
            craft.map { row($0.craft, $0.time.humanText, .share($0.time.seconds, of: longest), model) })
    }

    private static func section(_ id: String, _ heading: String, note: String?, _ rows: [CountTableView.Row]) -> Object {
        [
            "id": .text(id), "heading": .text(heading), "note": .optional(note),
            "count_table": .object(
                CountTableView.make(
                    id: "\(id)-table", caption: "\(heading), the first \(rows.count)", nameLabel: "Craft", countLabel: "Figure",
                    columns: [.init(label: "Configuration", drop: .middle)], rows: rows)),
        ]
    }

    private static func row(_ craft: Spacecraft, _ figure: String, _ share: Value, _ model: SiteModel) -> CountTableView.Row {
        let configuration = model.configuration(of: craft)
        return CountTableView.Row(
            name: craft.name, path: Address.page(of: craft), silhouette: model.silhouette(of: craft), isShip: true, isAlive: craft.inSpace,
            mark: model.marks.mark(of: craft),
            cells: [configuration.map(ValueView.configuration) ?? ValueView.unknown()], countText: figure, share: share)
    }

    private static func doubt(_ craft: Spacecraft) -> String {
        "\(craft.name) was in space for \(craft.timeInSpace?.humanText ?? "an unknown time")"
    }
}
