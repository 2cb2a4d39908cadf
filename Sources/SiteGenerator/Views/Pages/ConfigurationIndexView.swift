import Catalogue
import TemplateEngine

enum ConfigurationIndexView {
    static let kind = PageKind(
        Address.configurations, template: "configuration-index.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists,
        view)

    private static let fields: PageFields<Void> = [
        .init("lead", .text) { _, _ in lead },
        .init("configuration_table", ConfigurationTableView.shape) { _, site in
            .optional(
                ConfigurationTableView.make(
                    site.model.configurationsByName, caption: caption, site.model))
        },
        .init("count_table", CountTableView.shape) { _, _ in .null },
    ]

    private static let lead = WordsKey("configurations.lead").value
    private static let caption = WordsKey("configurations.caption").value
    private static let description = WordsKey("configurations.description", "count")

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.single(
            PageFrame.Section.configurations.name, address: Address.configurations,
            description: description(.integer(site.model.configurationsByName.count)),
            section: .configurations, site.model)
        return frame.view(fields, of: (), site)
    }
}
