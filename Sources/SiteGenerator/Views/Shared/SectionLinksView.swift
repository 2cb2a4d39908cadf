import Catalogue
import TemplateEngine

/// Links to the parts of the site, for the home page and for the page for missing addresses.
enum SectionLinksView {
    static let shape: TemplateShape = ["name": .text, "path": .text, "note": .text]

    private static let parts: [SitePart] = [
        .spacecraft, .configurations, .agencies, .families, .types, .statuses, .records, .credits, .data,
    ]

    static func make(_ model: SiteModel) -> [TemplateObject] {
        let counts: [SitePart: Int] = [
            .spacecraft: model.catalogue.spacecraft.count, .configurations: model.catalogue.configurations.count,
            .agencies: model.catalogue.agencies.count,
        ]
        return parts.map { part in
            let note: TemplateValue = .message(
                "sections.note",
                ["section": .text(part.rawValue), "count": .optional(counts[part]), "formats": Downloads.formatNames])
            return ["name": part.name, "path": .text(part.address), "note": note]
        }
    }
}
