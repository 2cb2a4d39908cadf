import Catalogue
import HTMLSanitizer
import TemplateEngine

/// The page of one family, and the further pages of its craft.
enum FamilyView {
    static let kind = PageKind(template: "family.html", shape: PageFrame.around(fields), sitemap: .groups) { plan in
        plan.model.familiesByName.enumerated().flatMap { position, family in
            plan.pages(
                ofEntityAt: position, in: plan.model.familiesByName,
                plan.craftPages(Address.page(of: family), of: plan.model.catalogue.configurations(ofFamilyTree: family.id))
            ) {
                view(at: position, $0, $1)
            }
        }
    }

    struct Subject {
        let family: Family
        let description: SanitizedHTML?
        let list: CraftListPage
        let adjacent: AdjacentPages
    }

    private static let fields: PageFields<Subject> = [
        .init("plate", PlateView.shape) { page, site in
            .object(
                PlateView.make(
                    kind: [PlateView.label(page.family.numberedName)], name: page.family.shownName, silhouette: page.list.silhouette,
                    isInSpace: page.list.inSpace > 0, mark: MarkView.make(page.family, site.model),
                    figures: [
                        FigureView.count(Label.craftCount, page.list.count),
                        FigureView.count(Label.configurations, page.list.configurations.count),
                        FigureView.date(Label.maidenFlight, page.family.profile?.maidenFlight), FigureView.inSpaceNow(page.list.inSpace),
                    ]))
        },
        .init("doubts", DoubtsView.shape) { page, site in DoubtsView.make(page.family, site.model) },
        .init("tree", TreeView.shape) { page, site in .object(TreeView.make(around: page.family, site)) },
        .init("description_html", .html) { page, _ in .optional(page.description) },
        .init("facts", .list(FactView.shape)) { page, site in .objects(facts(page.family, site.model)) },
        .init("configuration_table", ConfigurationTableView.shape) { page, site in
            .optional(
                ConfigurationTableView.make(
                    of: page.list, caption: .message("family.configurations_caption"), site))
        },
        .init("craft_table", CraftTableView.shape) { page, site in
            .optional(
                CraftListView.table(page.list, caption: .message("family.craft_caption"), query: "family__ids=\(page.family.id)", site))
        },
        .init("neighbours", AdjacentPagesView.shape) { page, _ in
            .optional(AdjacentPagesView.make(page.adjacent, label: .message("family.neighbours")))
        },
    ]

    static func view(at position: Int, _ list: CraftListPage, _ site: ViewContext) -> TemplateObject {
        let family = site.model.familiesByName[position]
        let description = site.sanitized(family.profile?.description)
        let adjacent = AdjacentPages(at: position, in: site.model.familiesByName, address: Address.page)
        let frame = PageFrame.entity(
            family.shownName, distinctName: site.model.distinctName(family), kind: "family", paging: list.paging, adjacent: adjacent,
            description: PageFrame.description(
                description, name: family.name, subject: site.model.distinctName(family),
                otherwise: PageFrame.description(
                    .message("family.description", ["family": site.model.distinctName(family), "count": .integer(list.count)]),
                    more: .message("descriptions.family"))), section: .families,
            index: (SitePart.families.name, Address.families), site.model)
        return frame.view(
            fields, of: Subject(family: family, description: description, list: list, adjacent: adjacent), site)
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
