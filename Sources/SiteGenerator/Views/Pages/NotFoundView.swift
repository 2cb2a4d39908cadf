import TemplateEngine

/// The page that a server shows for a missing address at any depth. Its links begin at the root of the host.
enum NotFoundView {
    static let kind = PageKind(
        Address.notFound, template: "not-found.html", shape: PageFrame.around(fields),
        modified: { $0.dates.beginning }, inputs: \.common, view)

    private static let fields: PageFields<Void> = [
        .init("lead", .text) { _, _ in .message("not_found.lead") },
        .init("search_style", .text) { _, _ in "" },
        .init("ways_in", .list(SectionLinksView.shape)) { _, site in .objects(SectionLinksView.make(site.model)) },
    ]

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame(
            address: Address.notFound, title: PageFrame.title(.message("not_found.title"), site.model),
            heading: .message("not_found.heading"),
            description: PageFrame.description(
                .message("not_found.description"), more: .message("descriptions.not_found")),
            isOutside: true)
        return frame.view(fields, of: (), site)
    }
}
