import TemplateEngine

enum AboutView {
    static let kind = PageKind(
        Address.about, template: "about.html", shape: PageFrame.around(fields), sitemap: .lists, view)

    private static let fields: PageFields<Void> = [
        .init("body_html", .html) { _, site in .optional(site.aboutWords.html) }
    ]

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame(
            address: Address.about, title: "About – \(name: site.model.settings.title)", heading: "About this register",
            description: "What this register is, where its records come from and what is done to them.", breadcrumbs: [.init(name: "About")]
        )
        return frame.view(fields, of: (), site)
    }
}
