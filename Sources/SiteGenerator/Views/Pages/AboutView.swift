import TemplateEngine

enum AboutView {
    static let kind = PageKind(
        Address.about, template: "about.html", shape: PageFrame.around(fields), sitemap: .lists,
        modified: { $0.dates.beginning }, inputs: \.everything, view)

    private static let fields: PageFields<Void> = [
        .init("body_html", .html) { _, site in .optional(site.aboutWords.html) },
        .init("report_link", .text) { _, _ in .text(PictureView.reportLink) },
    ]

    private static let name = TemplateValue.message("about.name")

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame(
            address: Address.about, title: PageFrame.title(name, site.model), heading: .message("about.heading"),
            description: .message("about.description"),
            breadcrumbs: [.init(name: name)])
        return frame.view(fields, of: (), site)
    }
}
