import Catalogue
import TemplateEngine

/// The pages before and after this one, of the same kind, by name.
enum AdjacentPagesView {
    static let shape: TemplateShape = ["label": .text, "previous": linkShape, "next": linkShape]

    private static let linkShape: TemplateShape = ["name": .text, "path": .text, "is_ship": .bool]

    static func make(_ adjacent: AdjacentPages, label: String, isCraft: Bool = false) -> TemplateObject? {
        guard adjacent.previous != nil || adjacent.next != nil else { return nil }
        return [
            "label": .text(label), "previous": .optional(view(adjacent.previous, isCraft)),
            "next": .optional(view(adjacent.next, isCraft)),
        ]
    }

    private static func view(_ neighbour: AdjacentPages.Page?, _ isCraft: Bool) -> TemplateObject? {
        neighbour.map { ["name": .text($0.name), "path": .text($0.path), "is_ship": .bool(isCraft)] }
    }
}
