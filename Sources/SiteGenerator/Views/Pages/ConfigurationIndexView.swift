import Catalogue
import TemplateEngine

enum ConfigurationIndexView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "lead": .text, "configuration_table": ConfigurationTableView.shape, "count_table": CountTableView.shape,
    ]

    static func view(_ model: SiteModel) -> TemplateObject {
        let configurations = model.configurationsByName
        let frame = PageFrame.single(
            "Configurations", address: Address.configurations,
            description: "\(Numbers.grouped(configurations.count)) spacecraft configurations, by name.", section: .configurations, model)
        return frame.view(
            [
                "lead":
                    "A configuration is a design, as a class is to ships. Each with its operator, its family and its craft in this register.",
                "configuration_table": .optional(
                    ConfigurationTableView.make(
                        configurations, caption: "Configurations, by name; the bar compares the number of craft", model)),
                "count_table": .null,
            ], model)
    }
}
