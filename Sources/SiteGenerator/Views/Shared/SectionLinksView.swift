import TemplateEngine

/// Links to the parts of the site, for the home page and for the page for missing addresses.
enum SectionLinksView {
    static let shape: TemplateShape = ["name": .text, "path": .text, "note": .text]

    static func make(_ model: SiteModel) -> [TemplateObject] {
        let catalogue = model.catalogue
        let ways = [
            ("Spacecraft", Address.spacecraftIndex, "\(Numbers.grouped(catalogue.spacecraft.count)) craft, in six orders"),
            (
                "Configurations", Address.configurations,
                "\(Numbers.counted(catalogue.configurations.count, "design", "designs")) and who operates them"
            ),
            ("Agencies", Address.agencies, Numbers.counted(catalogue.agencies.count, "operator or builder", "operators and builders")),
            ("Families", Address.families, "how the designs descend from one another"),
            ("Types", Address.types, "capsules, spaceplanes, cargo craft and others"),
            ("Statuses", Address.statuses, "what became of each craft"),
            ("Records", Address.records, "longest, most, fastest"),
            ("Credits", Address.credits, "every picture, its author and its licence"),
            ("Data", Address.data, "the register as \(Downloads.formatNames)"),
        ]
        return ways.map { ["name": .text($0.0), "path": .text($0.1), "note": .text($0.2)] }
    }
}
