import Catalogue
import TemplateEngine

/// The pictures under one licence.
enum LicenceView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "lead": .text, "facts": .list(FactView.shape), "pictures_heading": .text,
        "pictures": .list(["figure": PictureView.shape, "used_by": .list(LinkView.shape)]), "pager": PagerView.shape,
        "neighbours": NeighboursView.shape,
    ]

    static func view(at position: Int, _ paging: Paging, _ model: SiteModel) -> TemplateObject {
        let licence = model.licencesByName[position]
        let images = model.images(under: licence)
        let name = LicenceWords.name(licence)
        let count = Numbers.counted(images.count, "picture", "pictures")
        let neighbours = Neighbours(at: position, in: model.licencesByName) { model.licencePages[$0] }
        var frame = PageFrame.entity(
            name, distinctName: model.distinctName(licence), kind: "pictures", paging: paging, neighbours: neighbours,
            description: licence.isStated ? "\(count) under the licence \(name)." : "\(count) for which the source states no licence.",
            section: .credits, index: ("Credits", Address.credits), model)
        frame.gallery = Array(images[paging.rows])
        return frame.view(
            [
                "lead": .text(
                    licence.isStated
                        ? "The pictures that the source gives under this licence. Read its terms before you use one."
                        : "For these pictures the source names no licence. Nothing is claimed for them: look at the source before you use one."
                ),
                "facts": .objects(facts(licence, model)),
                "pictures_heading": .text(count),
                "pictures": .objects(
                    images[paging.rows].enumerated().map { index, image in picture(image, isFirst: index < 3, model) }),
                "pager": .optional(PagerView.make(paging)),
                "neighbours": .optional(NeighboursView.make(neighbours, label: "Previous and next licence by name")),
            ], model)
    }

    private static func facts(_ licence: Licence, _ model: SiteModel) -> [TemplateObject] {
        let link = licence.link.flatMap { WebLink.isWeb($0) ? $0 : nil }
        return [
            FactView.make("Class", ValueView.make(LicenceWords.name(licence.licenceClass))),
            FactView.make("Terms", link.map { ValueView.make(licence.name, link: $0) } ?? ValueView.unknown("none to link to")),
            FactView.make("How shown", ValueView.make(LicenceWords.treatment(model.settings.images.treatment(of: licence)))),
        ]
    }

    private static func picture(_ image: Image, isFirst: Bool, _ model: SiteModel) -> TemplateObject {
        let uses = model.catalogue.uses(ofImage: image.id).compactMap { use -> (name: String, path: String, silhouette: Silhouette)? in
            switch use.by {
            case .spacecraft:
                return model.catalogue.spacecraft[id: use.id].map { ($0.name, Address.page(of: $0), model.silhouette(of: $0)) }
            case .configuration:
                return model.catalogue.configurations[id: use.id].map { ($0.name, Address.page(of: $0), Silhouette(model.type(of: $0))) }
            case .agency: return model.catalogue.agencies[id: use.id].map { ($0.name, Address.page(of: $0), .unknown) }
            case .licence, .image, .agencyType, .family, .configurationType, .status: return nil
            }
        }
        let shown = uses.reversed().prefix(maximumUses)
        let subject = uses.last { $0.path.hasPrefix(Address.configurations) } ?? uses.first
        return [
            "figure": .object(
                PictureView.make(
                    image,
                    of: subject.map { $0.path.hasPrefix(Address.configurations) ? "a \($0.name) spacecraft" : $0.name } ?? "a spacecraft",
                    silhouette: subject?.silhouette ?? .unknown, size: .thumbnail, isFirst: isFirst, model)),
            "used_by": .objects(shown.map { LinkView.make($0.name, $0.path) }),
        ]
    }

    /// A configuration's picture stands on the pages of all its craft; the configuration leads to the rest.
    private static let maximumUses = 12
}
