import Catalogue
import TemplateEngine

/// The longest, the most and the fastest.
enum RecordsView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "lead": .text,
        "sections": .list([
            "id": .text, "heading": .text, "note": .text, "since": RecordChangeView.shape, "count_table": CountTableView.shape,
        ]),
        "changes": ChangesView.shape,
    ]

    static func view(_ model: SiteModel) -> TemplateObject {
        let frame = PageFrame.single(
            "Records", address: Address.records, description: "The longest, the most and the fastest of the register.", section: .records,
            model)
        let tables = RegisterRecord.allCases.map { record in
            (record: record, rows: record.best(length, of: model.catalogue.spacecraft))
        }.filter { !$0.rows.isEmpty }
        return frame.view(
            [
                "lead": "What the register holds at its edges, by the figures of the source.",
                "sections": .objects(tables.map { section($0.record, $0.rows, model) }),
                "changes": .optional(
                    ChangesView.make(RecordChangeView.lastChanges(to: Set(tables.flatMap { $0.rows.map(\.craft.id) }), model), model)),
            ], model)
    }

    private static let length = 10

    private static func section(_ record: RegisterRecord, _ rows: [(craft: Spacecraft, value: Int)], _ model: SiteModel) -> TemplateObject {
        let (id, heading) = title(record)
        let longest = rows.map(\.value).max() ?? 0
        return [
            "id": .text(id), "heading": .text(heading), "note": .optional(note(record, rows.map(\.craft))),
            "since": .optional(RecordChangeView.make(record, model)),
            "count_table": .object(
                CountTableView.make(
                    id: "\(id)-table", caption: "\(heading), the first \(rows.count)", nameLabel: "Craft", countLabel: "Figure",
                    columns: [.init(label: "Configuration", drop: .middle)],
                    rows: rows.map { row($0.craft, record.words($0.value), .share($0.value, of: longest), model) })),
        ]
    }

    private static func title(_ record: RegisterRecord) -> (id: String, heading: String) {
        switch record {
        case .timeInSpace: ("longest", "Longest in space")
        case .timeDocked: ("docked", "Longest docked")
        case .flightsCount: ("flights", "Most flights")
        case .fastestTurnaround: ("turnaround", "Fastest turnaround")
        }
    }

    private static func note(_ record: RegisterRecord, _ craft: [Spacecraft]) -> String? {
        switch record {
        case .timeInSpace, .flightsCount: return nil
        case .fastestTurnaround: return "The shortest time between two flights of one craft."
        case .timeDocked:
            let doubtful = craft.filter(\.isDockedLongerThanInSpace)
            return doubtful.isEmpty ? nil : "Not all can be right: " + doubtful.map(doubt).joined(separator: "; ") + "."
        }
    }

    private static func row(_ craft: Spacecraft, _ figure: String, _ share: TemplateValue, _ model: SiteModel) -> CountTableView.Row {
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
