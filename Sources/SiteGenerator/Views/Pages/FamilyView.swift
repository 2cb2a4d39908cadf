import Catalogue
import HTMLSanitizer
import TemplateEngine

/// The page of one family, and the further pages of its craft.
enum FamilyView {
    static let kind = PageKind(template: "family.html", shape: PageFrame.around(fields), sitemap: .groups) { plan in
        plan.model.familiesByName.enumerated().flatMap { position, family in
            plan.craftPages(Address.page(of: family), of: plan.model.catalogue.configurations(ofFamilyTree: family.id)).map { list in
                Page(list.paging.address) { view(at: position, list, $0) }
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
                    kind: [PlateView.label("Family \(page.family.id)")], name: page.family.name, silhouette: page.list.silhouette,
                    isInSpace: page.list.inSpace > 0, mark: MarkView.make(page.family, site.model),
                    figures: [
                        FigureView.count("Craft", page.list.count), FigureView.count("Configurations", page.list.configurations.count),
                        FigureView.date("Maiden flight", page.family.profile?.maidenFlight), FigureView.inSpaceNow(page.list.inSpace),
                    ]))
        },
        .init("doubts", DoubtsView.shape) { page, site in DoubtsView.make(page.family, site.model) },
        .init("tree", TreeView.shape) { page, site in .object(TreeView.make(around: page.family, site)) },
        .init("description_html", .html) { page, _ in .optional(page.description) },
        .init("facts", .list(FactView.shape)) { page, site in .objects(facts(page.family, site.model)) },
        .init("configuration_table", ConfigurationTableView.shape) { page, site in
            .optional(
                ConfigurationTableView.make(
                    of: page.list, caption: "Configurations of the family and of those below it, by name", site.model))
        },
        .init("craft_table", CraftTableView.shape) { page, site in
            .optional(CraftListView.table(page.list, caption: "Craft of the family, by name", site))
        },
        .init("neighbours", AdjacentPagesView.shape) { page, _ in
            .optional(AdjacentPagesView.make(page.adjacent, label: "Previous and next family by name"))
        },
    ]

    static func view(at position: Int, _ list: CraftListPage, _ site: ViewContext) -> TemplateObject {
        let family = site.model.familiesByName[position]
        let description = site.sanitized(family.profile?.description)
        let adjacent = AdjacentPages(at: position, in: site.model.familiesByName, address: Address.page)
        let frame = PageFrame.entity(
            family.name, distinctName: site.model.distinctName(family), kind: "family", paging: list.paging, adjacent: adjacent,
            description: description?.summary(limit: PageFrame.descriptionLimit)
                ?? "\(name: family.name): \(Numbers.grouped(list.count)) spacecraft in the register.", section: .families,
            index: ("Families", Address.families), site.model)
        return frame.view(
            fields, of: Subject(family: family, description: description, list: list, adjacent: adjacent), site)
    }

    private static func facts(_ family: Family, _ model: SiteModel) -> [TemplateObject] {
        let parent = family.parentID.flatMap { model.catalogue.families[id: $0] }
        let children = model.tree.families(below: family)
        var facts = [
            FactView.make("Builder", ValueView.agency(family.manufacturerID.flatMap { model.catalogue.agencies[id: $0] })),
            FactView.make("Parent family", parent.map(ValueView.family) ?? ValueView.unknown("none recorded")),
        ]
        if !children.isEmpty { facts.append(FactView.make("Families below it", children.map(ValueView.family))) }
        facts.append(FactView.make("Maiden flight", ValueView.date(family.profile?.maidenFlight)))
        if let statistics = family.statistics { facts += ConfigurationFacts.facts(statistics) }
        return facts
    }
}
