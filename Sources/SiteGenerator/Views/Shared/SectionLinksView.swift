import TemplateEngine

/// Links to the parts of the site, for the home page and for the page for missing addresses.
enum SectionLinksView {
    static let shape: TemplateShape = ["name": .text, "path": .text, "note": .text]

    /// The entry of a part that has no section of its own in the navigation.
    static func breadcrumb(_ path: String) -> PageFrame.Breadcrumb {
        .init(name: .message("sections.name", ["section": .text(String(path.dropLast()))]), path: path)
    }

    static func make(_ model: SiteModel) -> [TemplateObject] {
        let catalogue = model.catalogue
        let counts = [
            "spacecraft": catalogue.spacecraft.count, "configurations": catalogue.configurations.count,
            "agencies": catalogue.agencies.count,
        ]
        let sections = [
            ("spacecraft", Address.spacecraftIndex), ("configurations", Address.configurations), ("agencies", Address.agencies),
            ("families", Address.families), ("types", Address.types), ("statuses", Address.statuses), ("records", Address.records),
            ("credits", Address.credits), ("data", Address.data),
        ]
        return sections.map { section, path in
            let values: [TemplateValue] = [.text(section), .optional(counts[section]), Downloads.formatNames]
            return [
                "name": .message("sections.name", ["section": .text(section)]), "path": .text(path),
                "note": .message("sections.note", ["section": values[0], "count": values[1], "formats": values[2]]),
            ]
        }
    }

}
