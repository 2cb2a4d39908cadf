import TemplateEngine

/// A page that a template of the site makes out of the catalogue: `Templates/pages/timeline.html.mustache`.
///
/// Its view has what the home page and the indexes show, and the records themselves. Only what the template reads is made.
enum TemplatePageView {
    static func template(_ page: TemplatePage) -> String { "pages/\(page.name).html.mustache" }

    static func kind(_ page: TemplatePage) -> PageKind {
        let template = template(page)
        var kind = PageKind(
            template: page.name + ".html", shape: PageFrame.shape + CatalogueFields.shapes, fileKind: .index, sitemap: .lists
        ) { plan in
            let used = plan.usedFields[template] ?? .all
            let readsRecords = CatalogueFields.areRead(used)
            return [
                Page(
                    page.name + "/", modified: readsRecords ? plan.model.dates.newest : plan.model.dates.beginning,
                    inputs: readsRecords ? plan.inputs.everything : InputHash()
                ) { view(page, used, $0) }
            ]
        }
        kind.wholeView = { view(page, .all, $0) }
        return kind
    }

    private static func view(_ page: TemplatePage, _ used: UsedFields, _ site: ViewContext) -> TemplateObject {
        let (language, languages) = (site.model.settings.language, site.model.languages)
        let title = TemplateValue.text(page.title.text(in: language, of: languages))
        let frame = PageFrame.single(
            title, address: page.name + "/", description: page.description.map { .text($0.text(in: language, of: languages)) } ?? title,
            site.model)
        return frame.view(CatalogueFields.view(used, site), site)
    }
}
