import TemplateEngine

enum AboutView {
    static let kind = PageKind(template: "about.html", shape: PageFrame.around(fields), sitemap: .lists) { plan in
        var inputs = plan.inputs.everything
        if let own = plan.model.ownText(of: OwnPage.about) { inputs.add(own.inputs) }
        return [Page(Address.about, modified: plan.model.dates.beginning, inputs: inputs, view)]
    }

    private static let fields: PageFields<Void> = [
        .init("body_html", .html) { _, site in .optional(site.model.ownText(of: OwnPage.about)?.html) },
        .init("report_link", .text) { _, _ in .text(PictureView.reportLink) },
    ]

    private static let name = TemplateValue.message("about.name")

    private static func view(_ site: ViewContext) -> TemplateObject {
        let own = site.model.ownText(of: OwnPage.about)
        let title = own?.givenTitle.map { TemplateValue.text($0) }
        let frame = PageFrame(
            address: Address.about, title: PageFrame.title(title ?? name, site.model), heading: title ?? .message("about.heading"),
            description: own?.givenDescription.map { .text($0) } ?? .message("about.description"),
            breadcrumbs: [.init(name: title ?? name)])
        return frame.view(fields, of: (), site)
    }
}
