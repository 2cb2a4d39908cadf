import Catalogue
import TemplateEngine

/// The mark of an entity at the head of its own page: that it is new or changed, since when, and a link to the changes.
enum MarkView {
    static let shape: TemplateShape = ["text": .text, "datetime": .text, "when": .text, "path": .text]

    /// The mark in a row of a table. Null where there is none.
    static func label<E: Entity>(_ entity: E, _ model: SiteModel) -> TemplateValue {
        model.marks.mark(of: entity).map { label($0, E.kind) } ?? .null
    }

    static func label(_ mark: ChangeMarks.Mark, _ kind: EntityKind) -> TemplateValue {
        .message(mark == .new ? "marks.new" : "marks.changed", ["kind": .text(kind.rawValue)])
    }

    /// Nil where there is no mark.
    static func make<E: Entity>(_ entity: E, _ model: SiteModel) -> TemplateObject? {
        guard let mark = model.marks.mark(of: entity), let date = model.marks.date?.date else { return nil }
        return [
            "text": .message(mark == .new ? "marks.new_since" : "marks.changed_on", ["kind": .text(E.kind.rawValue)]),
            "datetime": .text(date.iso8601),
            "when": Formatted.date(date),
            "path": .text(Address.changes),
        ]
    }
}
