import Catalogue
import TemplateEngine

enum ConfigurationIndexView {
    static let kind = PageKind(
        Address.configurations, template: "configuration-index.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists,
        view)

    private static let fields: PageFields<Void> = [
        .init("lead", .text) { _, _ in
            "A configuration is a design, as a class is to ships. Each with its operator, its family and its craft in this register."
        },
        .init("configuration_table", ConfigurationTableView.shape) { _, site in
            .optional(
                ConfigurationTableView.make(
                    site.model.configurationsByName, caption: "Configurations, by name; the bar compares the number of craft", site.model))
        },
        .init("count_table", CountTableView.shape) { _, _ in .null },
    ]

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.single(
            "Configurations", address: Address.configurations,
            description: "\(Numbers.grouped(site.model.configurationsByName.count)) spacecraft configurations, by name.",
            section: .configurations, site.model)
        return frame.view(fields, of: (), site)
    }
}
