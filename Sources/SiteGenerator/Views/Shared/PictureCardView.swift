import Catalogue
import TemplateEngine

/// A picture in a list of pictures: what it shows, with links, and its credit and licence in words.
enum PictureCardView {
    static let shape: TemplateShape = [
        "heading": ["name": .text, "path": .text, "is_ship": .bool], "alive": .bool, "detail": .text, "shared": .text,
        "craft": .list(craftShape), "more": LinkView.shape, "figure": PictureView.shape, "eager": .bool,
    ]

    private static let craftShape: TemplateShape = ["name": .text, "path": .text, "note": .text, "alive": .bool]

    /// The number of craft that a card names.
    static let craftLimit = 6

    /// Cards in a row. The first picture of a page is loaded at once, the others when they come into view.
    ///
    /// - Parameter hasFirst: whether the first of these is the first of the page.
    static func list(_ cards: [TemplateObject], hasFirst: Bool = true) -> TemplateValue {
        .objects(cards.enumerated().map { $0.element.merging(["eager": .bool(hasFirst && $0.offset == 0)]) })
    }

    /// The card of craft that share a picture.
    ///
    /// - Parameter note: what is said of each craft beside its name.
    static func make(_ group: PictureGroup, note: (Spacecraft) -> TemplateValue = { _ in .null }, _ site: ViewContext) -> TemplateObject {
        let model = site.model
        let craft = group.positions.map { model.spacecraftByName[$0] }
        guard let first = craft.first, let position = group.positions.first else { return [:] }
        let shared = site.fragments.ofCraft(at: position)
        let isOfConfiguration = group.image != nil && group.image == shared?.configuration.imageID
        let isSingle = craft.count == 1
        let name = shared?.configuration.shownName ?? .null
        let heading: TemplateObject =
            isSingle
            ? ["name": first.shownName, "path": .text(model.addresses[position]), "is_ship": true]
            : ["name": name, "path": .optional(shared?.address), "is_ship": false]
        return [
            "heading": .object(heading), "alive": .bool(craft.contains(where: \.isInSpace)),
            "detail": isSingle ? note(first) : .null,
            "shared": isOfConfiguration
                ? .message("pictures.shared", ["count": .integer(craft.count)])
                : isSingle || group.image == nil ? .null : .message("pictures.one_of_several", ["count": .integer(craft.count)]),
            "craft": isSingle
                ? .list([])
                : .objects(
                    zip(group.positions, craft).prefix(craftLimit).map { position, craft in
                        [
                            "name": craft.shownName, "path": .text(model.addresses[position]), "note": note(craft),
                            "alive": .bool(craft.isInSpace),
                        ]
                    }),
            "more": craft.count > craftLimit
                ? .object(
                    LinkView.make(
                        .message("craft.all_siblings", ["configuration": name, "count": .integer(shared?.group.positions.count ?? 0)]),
                        optional: shared?.address)) : .null,
            "figure": .object(figure(group, first, shared, isOfConfiguration: isOfConfiguration, model)),
        ]
    }

    private static func figure(
        _ group: PictureGroup, _ craft: Spacecraft, _ shared: ConfigurationFragments?, isOfConfiguration: Bool, _ model: SiteModel
    ) -> TemplateObject {
        if isOfConfiguration, let shared { return shared.card.value }
        return PictureView.make(
            group.image.flatMap { model.catalogue.images[id: $0] }, of: craft.shownName, silhouette: shared?.silhouette ?? .unknown,
            size: .thumbnail, model)
    }

    /// The card of an entity with a picture of its own.
    static func make(name: TemplateValue, path: String, isInSpace: Bool, detail: TemplateValue, _ figure: TemplateObject) -> TemplateObject
    {
        [
            "heading": .object(["name": name, "path": .text(path), "is_ship": false]), "alive": .bool(isInSpace), "detail": detail,
            "shared": .null, "craft": .list([]), "more": .null, "figure": .object(figure),
        ]
    }
}

/// The links between the views of a list: its table and its pictures.
enum ViewsView {
    static let shape: TemplateShape = ["items": .list(["name": .text, "path": .text, "current": .bool])]

    /// - Parameter address: the address of the table.
    static func make(_ address: String, isPictures: Bool = false) -> TemplateObject {
        [
            "items": [
                ["name": .message("views.table"), "path": .text(address), "current": .bool(!isPictures)],
                ["name": .message("views.pictures"), "path": .text(Address.pictures(of: address)), "current": .bool(isPictures)],
            ]
        ]
    }
}
