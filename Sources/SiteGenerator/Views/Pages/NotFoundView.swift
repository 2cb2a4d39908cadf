import TemplateEngine

/// The page that a server shows for a missing address at any depth. Its links begin at the root of the host.
enum NotFoundView {
    static let kind = PageKind(Address.notFound, template: "not-found.html", shape: PageFrame.around(fields), view)

    private static let fields: PageFields<Void> = [
        .init("lead", .text) { _, _ in "No page has this address. It may have been mistyped, or the record is gone from the source." },
        .init("search_style", .text) { _, _ in "" },
        .init("ways_in", .list(SectionLinksView.shape)) { _, site in .objects(SectionLinksView.make(site.model)) },
    ]

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame(
            address: Address.notFound, title: "Page not found – \(name: site.model.settings.title)", heading: "Not in the register",
            description: "No page has this address.", isOutside: true)
        return frame.view(fields, of: (), site)
    }
}
