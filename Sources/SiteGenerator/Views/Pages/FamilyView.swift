import Catalogue
import HTMLSanitizer
import TemplateEngine

/// The page of one family, and the further pages of its craft.
enum FamilyView {
    static let kind = PageKind(template: "family.html", shape: PageFrame.around(fields), sitemap: .groups) { plan in
        plan.pages(of: plan.model.familiesByName, configurations: { plan.model.catalogue.configurations(ofFamilyTree: $0.id) }, view)
    }

    struct Subject: EntityPageSubject {
        let page: EntityPage<Family>
        let description: SanitizedHTML?
    }

    private static let fields: PageFields<Subject> = [
        .init("plate", PlateView.shape) { subject, site in .object(plate(subject.page, site.model)) },
        .init("doubts", DoubtsView.shape) { subject, site in DoubtsView.make(subject.page.entity, site.model) },
        .init("tree", TreeView.shape) { subject, site in .object(TreeView.make(around: subject.page.entity, site)) },
        .init("description_html", .html) { subject, _ in .optional(subject.description) },
        .init("facts", .list(FactView.shape)) { subject, site in .objects(facts(subject.page.entity, site.model)) },
        .configurationTable(caption: .message("family.configurations_caption")),
        .craftTable(query: "family__ids") { _ in .message("family.craft_caption") },
        .neighbours(.message("family.neighbours")),
        .init(RecordView.field, RecordView.shape(of: Family.self)) { subject, site in RecordView.value(subject.page.entity.id, site) },
    ]

    private static func view(_ page: EntityPage<Family>, _ site: ViewContext) -> TemplateObject {
        let family = page.entity
        let description = site.sanitized(family.profile?.description)
        let name = site.model.distinctName(family)
        let frame = page.frame(
            kind: "family",
            description: PageFrame.description(
                description, name: family.name, subject: name,
                otherwise: PageFrame.description(
                    .message("family.description", ["family": name, "count": .integer(page.list.count)]),
                    more: .message("descriptions.family"))),
            in: .families, site.model)
        return frame.view(fields, of: Subject(page: page, description: description), site)
    }

    private static func plate(_ page: EntityPage<Family>, _ model: SiteModel) -> TemplateObject {
        PlateView.make(
            kind: [PlateView.label(page.entity.numberedName)], name: page.entity.shownName, silhouette: page.list.silhouette,
            isInSpace: page.list.inSpace > 0, mark: MarkView.make(page.entity, model),
            figures: [
                FigureView.count(Label.craftCount, page.list.count),
                FigureView.count(Label.configurations, page.list.configurations.count),
                FigureView.date(Label.maidenFlight, page.entity.profile?.maidenFlight), FigureView.inSpaceNow(page.list.inSpace),
            ])
    }

    private static func facts(_ family: Family, _ model: SiteModel) -> [TemplateObject] {
        let parent = family.parentID.flatMap { model.catalogue.families[id: $0] }
        let children = model.tree.families(below: family)
        var facts = [
            FactView.make(Label.builder, ValueView.entity(family.manufacturerID.flatMap { model.catalogue.agencies[id: $0] })),
            FactView.make(Label.parentFamily, parent.map { ValueView.entity($0) } ?? ValueView.unknown(Absence.noneRecorded)),
        ]
        if !children.isEmpty { facts.append(FactView.make(Label.familiesBelow, children.map { ValueView.entity($0) })) }
        facts.append(FactView.make(Label.maidenFlight, ValueView.date(family.profile?.maidenFlight)))
        if let statistics = family.statistics { facts += ConfigurationFacts.facts(statistics) }
        return facts
    }
}
