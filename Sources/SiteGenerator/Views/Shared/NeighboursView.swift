import Catalogue
import TemplateEngine

/// The pages before and after this one, of the same kind, by name.
enum NeighboursView {
    static let shape: TemplateShape = ["label": .text, "previous": neighbourShape, "next": neighbourShape]

    private static let neighbourShape: TemplateShape = ["name": .text, "path": .text, "is_ship": .bool]

    static func make(_ neighbours: Neighbours, label: String, isShip: Bool = false) -> TemplateObject? {
        guard neighbours.previous != nil || neighbours.next != nil else { return nil }
        return [
            "label": .text(label), "previous": .optional(view(neighbours.previous, isShip)),
            "next": .optional(view(neighbours.next, isShip)),
        ]
    }

    private static func view(_ neighbour: Neighbours.Page?, _ isShip: Bool) -> TemplateObject? {
        neighbour.map { ["name": .text($0.name), "path": .text($0.path), "is_ship": .bool(isShip)] }
    }
}
