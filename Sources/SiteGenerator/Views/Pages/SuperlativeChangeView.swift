import Catalogue
import TemplateEngine

/// The history of the records: the date since which each is held, the previous holders, and the last changes of the deciding figures.
enum SuperlativeChangeView {
    static let shape: TemplateShape = [
        "datetime": .text, "when": .text, "figure": .text,
        "hands": ["holders": .list(LinkView.shape), "before": .list(LinkView.shape)],
    ]

    /// Nil when the history does not give it. `hands` is null when the same craft held the superlative before with another figure.
    static func make(_ superlative: Superlative, _ model: SiteModel) -> TemplateObject? {
        guard let change = SuperlativeHistory.lastChange(of: superlative, in: model.catalogue, model.history) else { return nil }
        let holders = superlative.holders(in: model.catalogue.spacecraft)
        return [
            "datetime": .text(change.date.date.iso8601), "when": Formatted.date(change.date.date),
            "figure": superlative.figure(change.value),
            "hands": change.holders == holders
                ? .null
                : .object(["holders": .objects(links(holders, model)), "before": .objects(links(change.holders, model))]),
        ]
    }

    private static func links(_ ids: [Spacecraft.ID], _ model: SiteModel) -> [TemplateObject] {
        ids.compactMap { model.catalogue.spacecraft[id: $0] }.map(LinkView.make)
    }

    private static let limit = 8
    private static let fields: Set<String> = Set(Superlative.allCases.map(\.field)).union(["mission_ends_count"])

    /// The last changes of these craft in a figure of the records, and the appearances of new craft among them, the latest first. Craft
    /// from the beginning of the history are not new.
    static func lastChanges(to craft: Set<Spacecraft.ID>, _ model: SiteModel) -> [DatedChange] {
        let history = model.history.changes
        let beginning = history.prefix { $0.date == history.first?.date }.count
        return Array(
            history.dropFirst(beginning).reversed().lazy.compactMap { entry -> DatedChange? in
                guard let id = entry.change.entity.id(of: Spacecraft.self), craft.contains(id) else { return nil }
                guard case .changed(let changes) = entry.change.event else { return entry }
                let kept = changes.filter { fields.contains($0.field) }
                guard !kept.isEmpty else { return nil }
                let change = Change(EntityKey(id), name: entry.change.name, event: .changed(kept))
                return DatedChange(date: entry.date, change: change)
            }.prefix(limit))
    }
}
