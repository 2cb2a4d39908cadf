import Catalogue
import TemplateEngine

/// The mark of an entity at the head of its own page: that it is new or changed, since when, and a link to the changes.
enum MarkView {
    static let shape: TemplateShape = ["text": .text, "datetime": .text, "when": .text, "path": .text]

    /// Nil where there is no mark.
    static func make<E: Entity>(_ entity: E, _ model: SiteModel) -> TemplateObject? {
        guard let mark = model.marks.mark(of: entity), let date = model.marks.date?.date else { return nil }
        let words =
            switch mark {
            case .new: "new since"
            case .changed: "changed"
            }
        return [
            "text": .text(words), "datetime": .text(date.iso8601), "when": .text(date.humanText), "path": .text(Address.changes),
        ]
    }
}
