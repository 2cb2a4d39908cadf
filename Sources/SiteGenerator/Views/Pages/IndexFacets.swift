import Catalogue
import TemplateEngine

/// The facets of the index: by what the script lets a visitor choose among the craft. One whose value is the same for each craft is left out.
enum IndexFacets {
    static let shape: TemplateShape = .list(["key": .text, "label": .text])

    /// The parameters of the index, by which the script knows the facets. The API has `status`, `spacecraft_config`, `in_space` and
    /// `is_placeholder`; the others are this site's own.
    static func keys(_ model: SiteModel) -> [String] {
        let catalogue = model.catalogue
        func isSeveral(_ values: some Collection<Int?>) -> Bool { values.first.map { first in values.contains { $0 != first } } ?? false }
        // By its place each craft is read without being copied.
        let (all, craft) = (model.spacecraftByName, model.spacecraftByName.indices.lazy)
        let configurations = catalogue.configurations
        let facets: [(key: String, isThere: Bool)] = [
            ("status", isSeveral(craft.map { all[$0].statusID?.number })),
            ("type", isSeveral(configurations.map { $0.typeID?.number })),
            ("agency", isSeveral(configurations.map { $0.agencyID?.number })),
            ("family", catalogue.families.count > 1),
            ("spacecraft_config", configurations.count > 1),
            ("in_space", isSeveral(craft.map { all[$0].inSpace.map { $0 ? 1 : 0 } })),
            ("is_placeholder", isSeveral(craft.map { all[$0].isPlaceholder.map { $0 ? 1 : 0 } })),
            ("decade", isSeveral(configurations.map { $0.details?.maidenFlight.map { $0.year / 10 } })),
            ("free_picture", isSeveral(craft.map { model.hasFreePicture(craftAt: $0) ? 1 : 0 })),
        ]
        return facets.filter(\.isThere).map(\.key)
    }

    static func view(_ keys: [String]) -> TemplateValue {
        .objects(keys.map { ["key": .text($0), "label": labels[$0] ?? .null] })
    }

    private static let labels: [String: TemplateValue] = [
        "status": Label.status, "type": Label.type, "agency": Label.agency, "family": Label.family,
        "spacecraft_config": Label.configuration, "in_space": .message("search.in_space"),
        "is_placeholder": .message("search.placeholder"), "decade": .message("search.decade"),
        "free_picture": .message("search.free_picture"),
    ]
}
