import Catalogue
import TemplateEngine

/// A page that a template of the site makes out of the catalogue: `Templates/pages/timeline.html.mustache`.
///
/// Its view has what the home page and the indexes show, and the records themselves. Only what the template reads is made.
enum TemplatePageView {
    static func kind(_ page: TemplatePage) -> PageKind {
        var kind = PageKind(
            template: page.template + ".html", shape: PageFrame.shape + CatalogueFields.shapes, fileKind: .index, sitemap: .lists
        ) { plan in
            let used = plan.usedFields[page.templatePath] ?? .all
            let (modified, inputs) = state(page, used, plan)
            return [Page(page.name + "/", modified: modified, inputs: inputs) { view(page, used, $0) }]
        }
        kind.wholeView = { view(page, .all, $0) }
        return kind
    }

    /// The date and the inputs of the page. One that shows some of the craft and nothing else follows those alone: what they
    /// are, and when one came or left.
    private static func state(_ page: TemplatePage, _ used: UsedFields, _ plan: PlanContext) -> (modified: Timestamp?, inputs: InputHash) {
        guard CatalogueFields.areRead(used) else { return (plan.model.dates.beginning, InputHash()) }
        guard !page.selection.isEmpty, CatalogueFields.areOnlyCraft(used) else { return (plan.model.dates.newest, plan.inputs.everything) }
        let chosen = ChosenRecords(page.selection, plan.model)
        var inputs = plan.inputs.rows(chosen.craft)
        for position in chosen.craft { inputs.add(plan.inputs.page(ofCraftAt: position)) }
        let left = plan.model.history.lastChange(of: page.selection.fields, notOf: chosen.craft.map { plan.model.spacecraftByName[$0].id })
        return ([plan.model.dates.records(ofCraftAt: chosen.craft), left].compactMap(\.self).max(), inputs)
    }

    private static func view(_ page: TemplatePage, _ used: UsedFields, _ site: ViewContext) -> TemplateObject {
        let (language, languages) = (site.model.settings.language, site.model.languages)
        let title = TemplateValue.text(page.title.text(in: language, of: languages))
        let frame = PageFrame.single(
            title, address: page.name + "/", description: page.description.map { .text($0.text(in: language, of: languages)) } ?? title,
            site.model)
        return frame.view(CatalogueFields.view(used, page.selection, site), site)
    }
}
