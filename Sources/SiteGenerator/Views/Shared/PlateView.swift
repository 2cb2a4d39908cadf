import Catalogue
import TemplateEngine

/// The data plate at the head of an entity's page.
enum PlateView {
    static let shape: TemplateShape = [
        "kind": .list(LinkView.shape), "name": .text, "is_ship": .bool, "serial": .text, "silhouette": .text,
        "silhouette_label": .text, "stamp": stampShape, "alive": .bool, "mark": MarkView.shape,
        "figures": .list(FigureView.shape), "figures_style": .text,
    ]

    private static let stampShape: TemplateShape = ["text": .text, "path": .text, "note": .text, "alive": .bool]

    /// - Parameters:
    ///   - kind: the kind of the entity, as a line of links above the name. A path may be null.
    ///   - isCraft: whether the name is set like a ship's name.
    ///   - mark: the mark for a new or changed entity.
    static func make(
        kind: [TemplateObject], name: TemplateValue, isCraft: Bool = false, serial: TemplateValue = .null, silhouette: Silhouette?,
        stamp: TemplateObject? = nil,
        isInSpace: Bool = false, mark: TemplateObject? = nil, figures: [TemplateObject]
    ) -> TemplateObject {
        [
            "kind": .objects(kind), "name": name, "is_ship": .bool(isCraft), "serial": serial,
            "silhouette": .optional(silhouette?.rawValue), "silhouette_label": silhouette?.label ?? .null, "stamp": .optional(stamp),
            "alive": .bool(isInSpace), "mark": .optional(mark), "figures": .objects(figures), "figures_style": "",
        ]
    }

    static func label(_ name: TemplateValue) -> TemplateObject {
        ["name": name, "path": .null]
    }

    static func stamp(_ text: TemplateValue, path: String? = nil, note: TemplateValue = .null, isInSpace: Bool = false) -> TemplateObject {
        ["text": text, "path": .optional(path), "note": note, "alive": .bool(isInSpace)]
    }
}
