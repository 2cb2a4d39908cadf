import TemplateEngine

/// What search engines may read (RFC 9309), and where the sitemap is.
enum RobotsView {
    static let kind = PageKind(Address.robots, template: "robots.txt", shape: fields.shapes, role: .feed) { fields.object((), $0) }

    private static let fields: PageFields<Void> = [
        .init("sitemap_url", .text) { _, site in .text(site.model.settings.baseURL + Address.sitemap) }
    ]
}
