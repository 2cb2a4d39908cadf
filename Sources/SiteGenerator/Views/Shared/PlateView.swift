import Catalogue
import TemplateEngine

/// The data plate at the head of an entity's page.
enum PlateView {
    static let shape: TemplateShape = [
        "kind": .list(LinkView.shape), "name": .text, "is_ship": .bool, "serial": .text, "silhouette": .text,
        "silhouette_label": .text, "stamp": stampShape, "alive": .bool, "mark": MarkView.shape,
        "figures": .list(FigureView.shape), "figures_style": .text, "legend": .text,
    ]

    private static let stampShape: TemplateShape = ["text": .text, "path": .text, "note": .text, "alive": .bool]
    private static let layout = ObjectLayout(shape)
    private static let stampLayout = ObjectLayout(stampShape)

    /// - Parameters:
    ///   - kind: the kind of the entity, as a line of links above the name. A path may be null.
    ///   - isCraft: whether the name is set like a ship's name.
    ///   - mark: the mark for a new or changed entity.
    ///   - legend: what the bars below the figures show.
    static func make(
        kind: [TemplateObject], name: TemplateValue, isCraft: Bool = false, serial: TemplateValue = .null, silhouette: Silhouette?,
        stamp: TemplateObject? = nil,
        isInSpace: Bool = false, mark: TemplateObject? = nil, figures: [TemplateObject], legend: TemplateValue = .null
    ) -> TemplateObject {
        TemplateObject(
            layout,
            [
                .objects(kind), name, .bool(isCraft), serial, .optional(silhouette?.rawValue), silhouette?.label ?? .null, .optional(stamp),
                .bool(isInSpace), .optional(mark), .objects(figures), "", legend,
            ])
    }

    static func label(_ name: TemplateValue) -> TemplateObject { LinkView.make(name, optional: nil) }

    static func stamp(_ text: TemplateValue, path: String? = nil, note: TemplateValue = .null, isInSpace: Bool = false) -> TemplateObject {
        TemplateObject(stampLayout, [text, .optional(path), note, .bool(isInSpace)])
    }
}
