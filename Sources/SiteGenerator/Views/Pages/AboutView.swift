import TemplateEngine

enum AboutView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = ["body_html": .html]

    static func view(_ model: SiteModel) -> TemplateObject {
        let frame = PageFrame(
            address: Address.about, title: "About – \(model.settings.title)", heading: "About this register",
            description: "What this register is, where its records come from and what is done to them.", breadcrumbs: [.init(name: "About")]
        )
        return frame.view(["body_html": .optional(model.sanitized(model.input.about))], model)
    }
}
