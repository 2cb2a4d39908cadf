import TemplateEngine

enum AboutView {
    static let kind = PageKind(
        Address.about, template: "about.html", shape: PageFrame.around(fields), sitemap: .lists, view)

    private static let fields: PageFields<Void> = [
        .init("body_html", .html) { _, site in .optional(site.aboutWords.html) },
        .init("report_link", .text) { _, _ in .text(PictureView.reportLink) },
    ]

    private static let name = WordsKey("about.name").value
    private static let heading = WordsKey("about.heading").value
    private static let description = WordsKey("about.description").value

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame(
            address: Address.about, title: PageFrame.title(name, site.model), heading: heading, description: description,
            breadcrumbs: [.init(name: name)])
        return frame.view(fields, of: (), site)
    }
}
