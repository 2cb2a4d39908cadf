import TemplateEngine

/// The page that a server shows for a missing address at any depth. Its links begin at the root of the host.
enum NotFoundView {
    static let kind = PageKind(Address.notFound, template: "not-found.html", shape: PageFrame.around(fields), view)

    private static let fields: PageFields<Void> = [
        .init("lead", .text) { _, _ in lead },
        .init("search_style", .text) { _, _ in "" },
        .init("ways_in", .list(SectionLinksView.shape)) { _, site in .objects(SectionLinksView.make(site.model)) },
    ]

    private static let title = WordsKey("not_found.title").value
    private static let heading = WordsKey("not_found.heading").value
    private static let lead = WordsKey("not_found.lead").value
    private static let description = WordsKey("not_found.description").value

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame(
            address: Address.notFound, title: PageFrame.title(title, site.model), heading: heading, description: description,
            isOutside: true)
        return frame.view(fields, of: (), site)
    }
}
