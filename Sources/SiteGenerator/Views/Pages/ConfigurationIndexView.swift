import Catalogue
import TemplateEngine

enum ConfigurationIndexView {
    static let kind = PageKind(
        Address.configurations, template: "configuration-index.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists,
        modified: { $0.dates.index(of: $0.catalogue.configurations) }, inputs: \.configurationRows, view)

    private static let fields: PageFields<Void> = [
        .init("lead", .text) { _, _ in .message("configurations.lead") },
        .init("configuration_table", ConfigurationTableView.shape) { _, site in
            .optional(
                ConfigurationTableView.make(
                    site.model.configurationsByName, caption: .message("configurations.caption"), site.model))
        },
        .init("count_table", CountTableView.shape) { _, _ in .null },
    ]

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.single(
            PageFrame.Section.configurations.name, address: Address.configurations,
            description: .message("configurations.description", ["count": .integer(site.model.configurationsByName.count)]),
            section: .configurations, site.model)
        return frame.view(fields, of: (), site)
    }
}
