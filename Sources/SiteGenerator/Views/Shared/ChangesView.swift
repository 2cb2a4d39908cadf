import Catalogue
import TemplateEngine

/// A list of changes with their details.
enum ChangesView {
    static let shape: TemplateShape = ["items": .list(itemShape)]

    private static let itemShape: TemplateShape = [
        "kind": .text, "is_new": .bool, "is_ship": .bool, "name": .text, "path": .text, "datetime": .text, "when": .text,
        "details": ["items": .list(["field": .text, "before": .text, "after": .text])],
    ]

    private static let itemLayout = ObjectLayout(itemShape)

    /// - Parameter areDated: whether each change shows its date. It is `false` when a heading gives the date for all.
    static func make(_ changes: [DatedChange], areDated: Bool = true, _ model: SiteModel) -> TemplateObject? {
        guard !changes.isEmpty else { return nil }
        return ["items": .objects(changes.map { item($0, isDated: areDated, model) })]
    }

    private static func item(_ entry: DatedChange, isDated: Bool, _ model: SiteModel) -> TemplateObject {
        let isNews = entry.date != nil && entry.date == model.marks.date && !model.history.isLatestTheFirst
        return TemplateObject(
            itemLayout,
            [
                ChangeFormatter.event(entry.change),
                .bool(isNews),
                .bool(entry.change.entity.kind == .spacecraft),
                SourceNames.name(entry.change.name, of: entry.change.entity),
                .optional(model.address(of: entry.change.entity)),
                .optional(entry.date?.date.iso8601),
                isDated ? entry.date.map { Formatted.date($0.date) } ?? Absence.dateNotRecorded : .null,
                .optional(details(entry.change, model)),
            ])
    }

    private static func details(_ change: Change, _ model: SiteModel) -> TemplateObject? {
        guard case .changed(let fields) = change.event else { return nil }
        return [
            "items": .objects(
                fields.map { field in
                    [
                        "field": ChangeFormatter.field(field.field, of: change, model),
                        "before": ChangeFormatter.value(field.from, of: field.field, in: change.entity.kind, model.catalogue),
                        "after": ChangeFormatter.value(field.to, of: field.field, in: change.entity.kind, model.catalogue),
                    ]
                })
        ]
    }
}
