import TemplateEngine

/// The page at a former address. It leads to the new one.
enum RedirectView {
    static let kind = PageKind(template: "redirect.html", shape: PageFrame.around(fields), followsOthers: true) { plan in
        let redirects = Redirect.all(plan.model)
        guard !redirects.isEmpty else { return [] }
        let taken = Set(plan.listed.map(\.address))
        return redirects.filter { !taken.contains($0.from) }.map { redirect in Page(redirect.from) { view(redirect, $0) } }
    }

    private static let fields: PageFields<Redirect> = [
        .init("target", LinkView.shape) { redirect, _ in .object(LinkView.make(redirect.name, redirect.to)) }
    ]

    private static let title = WordsKey("moved.title", "former_name", "name", "site")
    private static let heading = WordsKey("moved.heading").value
    private static let description = WordsKey("moved.description", "name")

    private static func view(_ redirect: Redirect, _ site: ViewContext) -> TemplateObject {
        let frame = PageFrame(
            address: redirect.from, canonical: redirect.to,
            title: title(.text(redirect.formerName), .text(redirect.name), .text(site.model.settings.title)), heading: heading,
            description: description(.text(redirect.name)))
        return frame.view(fields, of: redirect, site)
    }
}
