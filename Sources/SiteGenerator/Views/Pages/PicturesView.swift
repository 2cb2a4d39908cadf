import Catalogue
import TemplateEngine

/// The lists of craft, configurations and agencies in pictures.
enum PicturesView {
    static let kind = PageKind(template: "pictures.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists) { plan in
        craft(plan) + configurations(plan) + agencies(plan)
    }

    /// A list whose pictures a page shows.
    struct List: Sendable {
        /// The address of its table.
        let table: String
        /// What it is of: the kind of the entity with the list, or the name of a whole list.
        let kind: String
        let heading: TemplateValue
        let distinctName: TemplateValue
        var section: SitePart?
        /// The list to which the entity belongs.
        var index: PageFrame.Breadcrumb?
        /// The number of what the list is of.
        let count: Int
    }

    struct Subject {
        let list: List
        let paging: Paging
        let cards: [TemplateObject]
        let images: [Image]
    }

    private static let fields: PageFields<Subject> = [
        .init("lead", .text) { page, _ in .message(isOfCraft(page.list) ? "pictures.lead" : "credits.each") },
        .init("views", ViewsView.shape) { page, _ in .object(ViewsView.make(page.list.table, isPictures: true)) },
        .init("cards", .list(PictureCardView.shape)) { page, _ in PictureCardView.list(page.cards) },
        .init("pager", PagerView.shape) { page, _ in .optional(PagerView.make(page.paging)) },
    ]

    private static func isOfCraft(_ list: List) -> Bool { list.kind != "configurations" && list.kind != "agencies" }

    /// A page of cards is heavier than one of rows.
    private static let pageSize = 60

    private static func pagings(_ list: List, _ count: Int, _ plan: PlanContext) -> [Paging] {
        let size = min(plan.model.settings.pageSize, pageSize)
        return (1...Paging.pageCount(total: count, pageSize: size)).map {
            Paging(base: Address.pictures(of: list.table), total: count, pageSize: size, page: $0)
        }
    }

    private static func view(_ page: Subject, _ site: ViewContext) -> TemplateObject {
        let list = page.list
        let suffix = PageFrame.pageSuffix(page.paging.page)
        let description = TemplateValue.message(
            "pictures.page_description", ["kind": .text(list.kind), "name": list.distinctName, "count": .integer(list.count)])
        let title: TemplateValue =
            list.index == nil
            ? PageFrame.title(.message("pictures.page_heading", ["heading": list.heading, "page": suffix]), site.model)
            : .message(
                "page.entity_title",
                [
                    "kind": .text(titleKind(list.kind)), "name": list.distinctName,
                    "page": .message("pictures.page_suffix", ["page": suffix]), "site": .text(site.model.title),
                ])
        let frame = PageFrame(
            address: page.paging.address, title: title, heading: list.heading,
            description: PageFrame.paged(description, page.paging), section: list.section,
            breadcrumbs: [list.index, .init(name: list.heading, path: list.table), .init(name: Label.pictures)].compactMap(\.self),
            previous: page.paging.previous, next: page.paging.next, gallery: page.images)
        return frame.view(fields, of: page, site)
    }

    /// The kind in the words for titles.
    private static func titleKind(_ kind: String) -> String {
        switch kind {
        case "spacecraft_configuration": "configuration"
        case "spacecraft_configuration_type": "type"
        case "spacecraft_status": "status"
        default: kind
        }
    }
}

// The lists of craft.
extension PicturesView {
    private static func craft(_ plan: PlanContext) -> [Page] {
        let model = plan.model
        let index = List(
            table: Address.spacecraftIndex, kind: "spacecraft", heading: SitePart.spacecraft.name, distinctName: .null,
            section: .spacecraft, count: model.spacecraftByName.count)
        var pages = self.pages(index, model.allCraft.positions, nil, plan)
        for configuration in model.configurationsByName {
            pages += self.pages(of: configuration, .configurations, model.craft(ofConfiguration: configuration.id).positions, plan)
        }
        for agency in model.agenciesByName {
            pages += self.pages(of: agency, .agencies, model.positions(of: model.catalogue.configurations(ofAgency: agency.id)), plan)
        }
        for family in model.familiesByName {
            pages += self.pages(of: family, .families, model.positions(of: model.catalogue.configurations(ofFamilyTree: family.id)), plan)
        }
        for type in model.catalogue.configurationTypes {
            pages += self.pages(of: type, .types, model.positions(of: model.catalogue.configurations(ofType: type.id)), plan)
        }
        let positions = Dictionary(grouping: model.allCraft.positions) { model.spacecraftByName[$0].statusID }
        for status in model.catalogue.statuses { pages += self.pages(of: status, .statuses, positions[status.id] ?? [], plan) }
        return pages
    }

    private static func pages<E: PageEntity>(
        of entity: E, _ part: SitePart, _ positions: [CraftPosition], _ plan: PlanContext
    ) -> [Page] {
        guard PictureGroup.areSeveral(positions, plan.model) else { return [] }
        let list = List(
            table: Address.page(of: entity), kind: E.kind.rawValue, heading: entity.shownName,
            distinctName: plan.model.distinctName(entity), section: part.section, index: part.breadcrumb, count: positions.count)
        return pages(list, positions, EntityKey(entity.id), plan)
    }

    private static func pages(_ list: List, _ positions: [CraftPosition], _ entity: EntityKey?, _ plan: PlanContext) -> [Page] {
        guard PictureGroup.areSeveral(positions, plan.model) else { return [] }
        let groups = PictureGroup.groups(of: positions, plan.model)
        return pagings(list, groups.count, plan).map { paging in
            let shown = Array(groups[paging.rows])
            return Page(
                paging.address, modified: plan.model.dates.pictures(of: shown, entity, plan.model),
                inputs: plan.inputs.pictures(of: shown, amongGroups: groups.count, entity, list.count)
            ) { site in
                let images = shown.compactMap { $0.image.flatMap { site.model.catalogue.images[id: $0] } }
                return view(
                    Subject(list: list, paging: paging, cards: shown.map { PictureCardView.make($0, site) }, images: images), site)
            }
        }
    }
}

// The lists of configurations and agencies.
extension PicturesView {
    static func hasConfigurations(_ model: SiteModel) -> Bool { model.configurationsByName.contains { $0.imageID != nil } }

    static func hasAgencies(_ model: SiteModel) -> Bool { model.agenciesByName.contains { picture(of: $0) != nil } }

    private static func configurations(_ plan: PlanContext) -> [Page] {
        guard hasConfigurations(plan.model) else { return [] }
        let list = List(
            table: Address.configurations, kind: "configurations", heading: SitePart.configurations.name, distinctName: .null,
            section: .configurations, count: plan.model.configurationsByName.count)
        let modified = plan.model.dates.index(of: plan.model.catalogue.configurations)
        return pages(list, plan.model.configurationsByName, modified, plan, image: \.imageID) { configuration, site in
            let fragments = site.fragments.ofConfiguration(configuration.id)
            let type = fragments?.type.map { $0.shownName }
            let count = TemplateValue.message("tree.craft", ["count": .integer(fragments?.group.positions.count ?? 0)])
            return PictureCardView.make(
                name: configuration.shownName, path: Address.page(of: configuration), isInSpace: (fragments?.group.inSpace ?? 0) > 0,
                detail: Formatted.list([type, count].compactMap(\.self)), fragments?.card.value ?? [:])
        }
    }

    private static func agencies(_ plan: PlanContext) -> [Page] {
        guard hasAgencies(plan.model) else { return [] }
        let list = List(
            table: Address.agencies, kind: "agencies", heading: AgencyIndexView.list.heading, distinctName: .null, section: .agencies,
            count: plan.model.agenciesByName.count)
        let modified = plan.model.dates.index(of: plan.model.catalogue.agencies)
        return pages(list, plan.model.agenciesByName, modified, plan, image: { picture(of: $0) }) { agency, site in
            let configurations = site.model.catalogue.configurations(ofAgency: agency.id)
            let figure = PictureView.make(
                picture(of: agency).flatMap { site.model.catalogue.images[id: $0] }, of: agency.shownName,
                silhouette: site.model.mainSilhouette(of: configurations), size: .thumbnail, isLogo: agency.profile?.logoID != nil,
                site.model)
            return PictureCardView.make(
                name: agency.shownName, path: Address.page(of: agency), isInSpace: false,
                detail: .message("tree.craft", ["count": .integer(site.model.craftCount(of: configurations))]), figure)
        }
    }

    /// An agency's logo, or else its picture.
    private static func picture(of agency: Agency) -> Image.ID? { agency.profile?.logoID ?? agency.profile?.imageID }

    private static func pages<E: Entity>(
        _ list: List, _ entities: [E], _ modified: Timestamp?, _ plan: PlanContext, image: @escaping @Sendable (E) -> Image.ID?,
        card: @escaping @Sendable (E, ViewContext) -> TemplateObject
    ) -> [Page] {
        pagings(list, entities.count, plan).map { paging in
            let shown = Array(entities[paging.rows])
            return Page(paging.address, modified: modified, inputs: plan.inputs.groupPictures) { site in
                let images = shown.compactMap { image($0).flatMap { site.model.catalogue.images[id: $0] } }
                return view(Subject(list: list, paging: paging, cards: shown.map { card($0, site) }, images: images), site)
            }
        }
    }
}
