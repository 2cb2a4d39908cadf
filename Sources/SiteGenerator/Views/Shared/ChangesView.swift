import Catalogue
import TemplateEngine

/// A list of changes with what they changed.
enum ChangesView {
    static let shape: Shape = ["items": .list(itemShape)]

    private static let itemShape: Shape = [
        "kind": .text, "is_new": .bool, "is_ship": .bool, "name": .text, "path": .text, "datetime": .text, "when": .text,
        "details": ["items": .list(["field": .text, "before": .text, "after": .text])],
    ]

    static func make(_ changes: [DatedChange], _ model: SiteModel) -> Object? {
        guard !changes.isEmpty else { return nil }
        return ["items": .objects(changes.map { item($0, model) })]
    }

    private static func item(_ entry: DatedChange, _ model: SiteModel) -> Object {
        let isNews = entry.date != nil && entry.date == model.marks.date && !model.history.isLatestTheFirst
        return [
            "kind": .text(ChangeWords.event(entry.change.event)),
            "is_new": .bool(isNews),
            "is_ship": .bool(entry.change.kind == .spacecraft),
            "name": .text(entry.change.name),
            "path": .optional(model.address(of: entry.change.kind, entry.change.id)),
            "datetime": .optional(entry.date?.date.iso8601),
            "when": .text(entry.date?.date.humanText ?? "date not recorded"),
            "details": .optional(details(entry.change, model)),
        ]
    }

    private static func details(_ change: Change, _ model: SiteModel) -> Object? {
        guard case .changed(let fields) = change.event else { return nil }
        return [
            "items": .objects(
                fields.map { field in
                    [
                        "field": .text(ChangeWords.field(field.field, of: change, model)),
                        "before": .text(ChangeWords.value(field.from, of: field.field, model)),
                        "after": .text(ChangeWords.value(field.to, of: field.field, model)),
                    ]
                })
        ]
    }
}
