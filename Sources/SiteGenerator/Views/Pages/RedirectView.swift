import TemplateEngine

/// The page at a former address. It leads to the new one.
enum RedirectView {
    static let kind = PageKind(template: "redirect.html", shape: PageFrame.around(fields), followsOthers: true) { plan in
        let redirects = Redirect.all(plan.model)
        guard !redirects.isEmpty else { return [] }
        let taken = Set(plan.listed.map(\.address))
        return redirects.filter { !taken.contains($0.from) }.map { redirect in
            Page(redirect.from, modified: nil, inputs: redirect.inputs) { view(redirect, $0) }
        }
    }

    private static let fields: PageFields<Redirect> = [
        .init("target", LinkView.shape) { redirect, _ in .object(LinkView.make(name(of: redirect), redirect.to)) },
        .init("refresh", .html) { redirect, _ in .html(refresh(redirect)) },
    ]

    /// Leads on without script. Templates refuse a value in a refresh, because it could send readers anywhere. This address is one of the
    /// site's own, of letters, digits, hyphens and slashes.
    private static func refresh(_ redirect: Redirect) -> SafeHTML {
        let target = Address.root(from: redirect.from) + redirect.to
        return SafeHTML(vouchingFor: "<noscript><meta http-equiv=\"refresh\" content=\"0; url=\(target)\"></noscript>")
    }

    private static func name(of redirect: Redirect) -> TemplateValue { SourceNames.name(redirect.name, of: redirect.entity) }

    private static func view(_ redirect: Redirect, _ site: ViewContext) -> TemplateObject {
        let frame = PageFrame(
            address: redirect.from, canonical: redirect.to,
            title: .message(
                "moved.title",
                [
                    "former_name": SourceNames.name(redirect.formerName, of: redirect.entity), "name": name(of: redirect),
                    "site": .text(site.model.title),
                ]),
            heading: .message("moved.heading"),
            description: .message("moved.description", ["name": name(of: redirect)]))
        return frame.view(fields, of: redirect, site)
    }
}
