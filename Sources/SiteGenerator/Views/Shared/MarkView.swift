import Catalogue
import TemplateEngine

/// The mark of an entity at the head of its own page: that it is new or changed, since when, and a link to the changes.
enum MarkView {
    static let shape: TemplateShape = ["text": .text, "datetime": .text, "when": .text, "path": .text]

    /// The mark in a row of a table. Null where there is none.
    static func label<E: Entity>(_ entity: E, _ model: SiteModel) -> TemplateValue { label(model.marks.mark(of: entity)) }

    static func label(_ mark: ChangeMarks.Mark?) -> TemplateValue {
        switch mark {
        case .new: new
        case .changed: changed
        case nil: .null
        }
    }

    private static let new = TemplateValue.message("marks.new")
    private static let changed = TemplateValue.message("marks.changed")
    private static let newSince = TemplateValue.message("marks.new_since")
    private static let changedOn = TemplateValue.message("marks.changed_on")

    /// Nil where there is no mark.
    static func make<E: Entity>(_ entity: E, _ model: SiteModel) -> TemplateObject? {
        guard let mark = model.marks.mark(of: entity), let date = model.marks.date?.date else { return nil }
        return [
            "text": mark == .new ? newSince : changedOn, "datetime": .text(date.iso8601), "when": Formatted.date(date),
            "path": .text(Address.changes),
        ]
    }
}
