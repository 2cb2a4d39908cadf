import Catalogue
import TemplateEngine

/// The line drawings of the types of craft. The raw values are the names of the symbols in the theme.
enum Silhouette: String, Sendable, CaseIterable {
    case capsule
    case spaceplane
    case cargo
    case upperStage = "upper_stage"
    case lander
    case massSimulator = "mass_simulator"
    case unknown

    /// Chooses the drawing by the name of the type, because ids may change.
    init(_ type: ConfigurationType) {
        let name = type.name.lowercased()
        let match = Self.words.first { name.contains($0.word) }
        self = match?.silhouette ?? .unknown
    }

    /// The flag for a page that needs this drawing.
    var field: FieldName { FieldName(rawValue) }

    /// A description of the drawing for readers who cannot see it.
    var label: TemplateValue { .message("pictures.drawing", ["type": .text(rawValue)]) }

    private static let words: [(word: String, silhouette: Silhouette)] = [
        ("capsule", .capsule), ("plane", .spaceplane), ("cargo", .cargo), ("resupply", .cargo), ("upper stage", .upperStage),
        ("lander", .lander), ("mass simulator", .massSimulator),
    ]
}

/// The drawings that a page needs. Its sprite holds only those.
enum SilhouetteUse {
    static func flags(in view: TemplateObject) -> TemplateObject {
        var names: Set<String> = []
        var last = ""
        // A row of a table has one drawing and nothing below it. The parts of a plate have no drawing.
        TemplateValue.object(view).forEachText(named: "silhouette") { name in
            // Craft that stand together often have one type.
            if name != last { names.insert(name) }
            last = name
        }
        return flags(Set(names.compactMap { Silhouette(rawValue: $0) }))
    }

    static func flags(_ used: Set<Silhouette>) -> TemplateObject {
        TemplateObject(layout, Silhouette.allCases.map { .bool(used.contains($0)) })
    }

    private static let layout = ObjectLayout(Silhouette.allCases.map(\.field))
}
