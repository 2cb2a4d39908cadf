import TemplateEngine

/// A page whose text the operator wrote: `content/contact.md`.
enum OwnPageView {
    static let kind = PageKind(template: "content.html", shape: PageFrame.around(fields), sitemap: .lists) { plan in
        plan.model.ownTexts.pages.compactMap { page in
            guard let text = plan.model.ownText(of: page.name) else { return nil }
            let languages = Set(plan.model.languages.filter { page.texts[$0] != nil })
            var inputs = text.inputs
            for language in languages.sorted() { inputs.add(language) }
            return Page(page.name + "/", modified: nil, inputs: inputs, languages: languages) { view(page, text, languages, $0) }
        }
    }

    private static let fields: PageFields<PreparedText> = [
        .init("body_html", .html) { text, _ in .optional(text.html) }
    ]

    private static func view(_ page: OwnPage, _ text: PreparedText, _ languages: Set<String>, _ site: ViewContext) -> TemplateObject {
        var frame = PageFrame.single(
            .text(text.title), address: page.name + "/", description: .text(text.description ?? text.title), site.model)
        frame.languages = languages
        return frame.view(fields, of: text, site)
    }
}
