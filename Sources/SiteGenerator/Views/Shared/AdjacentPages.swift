import Catalogue
import TemplateEngine

/// The pages before and after a page in the natural order of names.
struct AdjacentPages: Sendable {
    struct Page: Sendable {
        let name: TemplateValue
        let path: String
    }

    let previous: Page?
    let next: Page?

    /// - Parameter ordered: all entities of the kind, ordered by name.
    init<E: Entity>(at position: Int, in ordered: [E], address: (E) -> String) {
        func page(_ entity: E) -> Page { Page(name: entity.shownName, path: address(entity)) }
        previous = position > 0 ? page(ordered[position - 1]) : nil
        next = position + 1 < ordered.count ? page(ordered[position + 1]) : nil
    }

    /// - Parameter position: the craft's place in the order of names.
    init(ofCraftAt position: CraftPosition, in model: SiteModel) {
        func page(_ index: Int) -> Page? {
            guard model.spacecraftByName.indices.contains(index) else { return nil }
            return Page(name: model.spacecraftByName[index].shownName, path: model.addresses[index])
        }
        previous = page(position.index - 1)
        next = page(position.index + 1)
    }
}

/// The pages of the same kind before and after this page, by name.
enum AdjacentPagesView {
    static let shape: TemplateShape = ["label": .text, "previous": linkShape, "next": linkShape]

    private static let linkShape: TemplateShape = ["name": .text, "path": .text, "is_ship": .bool]
    private static let layout = ObjectLayout(shape)
    private static let linkLayout = ObjectLayout(linkShape)

    static func make(_ adjacent: AdjacentPages, label: TemplateValue, isCraft: Bool = false) -> TemplateObject? {
        guard adjacent.previous != nil || adjacent.next != nil else { return nil }
        return TemplateObject(layout, [label, .optional(view(adjacent.previous, isCraft)), .optional(view(adjacent.next, isCraft))])
    }

    private static func view(_ neighbour: AdjacentPages.Page?, _ isCraft: Bool) -> TemplateObject? {
        neighbour.map { TemplateObject(linkLayout, [$0.name, .text($0.path), .bool(isCraft)]) }
    }
}
