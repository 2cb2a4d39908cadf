import Catalogue
import TemplateEngine

/// A page of an entity to which craft belong: its own page, or a further page of its list of craft.
struct EntityPage<E: PageEntity> {
    let entity: E
    let list: CraftListPage
    let adjacent: AdjacentPages

    /// - Parameters:
    ///   - kind: the kind of the page in the words for its title.
    ///   - part: the part of the site that lists the entities of the kind.
    func frame(
        kind: String, description: TemplateValue, in part: SitePart, picture: Image? = nil, silhouettes: Set<Silhouette>? = nil,
        _ model: SiteModel
    ) -> PageFrame {
        PageFrame.entity(
            entity.shownName, distinctName: model.distinctName(entity), kind: kind, paging: list.paging, adjacent: adjacent,
            description: description, in: part, picture: picture, silhouettes: silhouettes, model)
    }
}

extension PlanContext {
    /// The pages of all entities of a kind.
    ///
    /// - Parameters:
    ///   - entities: in the natural order of their names.
    ///   - configurations: the configurations of an entity, whose craft it lists.
    func pages<E: PageEntity>(
        of entities: [E], configurations: (E) -> [Configuration],
        _ view: @escaping @Sendable (EntityPage<E>, ViewContext) -> TemplateObject
    ) -> [Page] {
        pages(of: entities, view) { entity, address in
            let configurations = configurations(entity)
            return craftPages(address, model.positions(of: configurations), of: configurations)
        }
    }

    /// - Parameter craft: the places of the craft of an entity in the order of names, ascending.
    func pages<E: PageEntity>(
        of entities: [E], craft: (E) -> [CraftPosition], _ view: @escaping @Sendable (EntityPage<E>, ViewContext) -> TemplateObject
    ) -> [Page] {
        pages(of: entities, view) { craftPages($1, craft($0)) }
    }

    private func pages<E: PageEntity>(
        of entities: [E], _ view: @escaping @Sendable (EntityPage<E>, ViewContext) -> TemplateObject,
        lists: (E, _ address: String) -> [CraftListPage]
    ) -> [Page] {
        entities.enumerated().flatMap { position, entity in
            let lists = lists(entity, Address.page(of: entity))
            let modified = model.dates.page(of: entity, configurations: lists.first?.configurations ?? [])
            return zip(lists, inputs.pages(ofEntityAt: position, in: entities, lists)).map { list, inputs in
                var date = model.dates.latest(modified, list.shown)
                if FleetTimelineView.isShown(on: list, of: E.kind, model) { date = model.dates.flown(list.positions, since: date) }
                return Page(list.paging.address, modified: date, inputs: inputs) { site in
                    let adjacent = AdjacentPages(at: position, in: entities, address: Address.page)
                    return view(EntityPage(entity: entity, list: list, adjacent: adjacent), site)
                }
            }
        }
    }
}

/// What the fields of an entity's page are made from.
protocol EntityPageSubject: SendableMetatype {
    associatedtype Shown: PageEntity

    var page: EntityPage<Shown> { get }
}

extension EntityPage: EntityPageSubject {
    var page: EntityPage { self }
}

/// The fields that the pages of several kinds have.
extension ViewFields.Field where Subject: EntityPageSubject, Context == ViewContext {
    /// - Parameter own: the column that the page itself is about.
    static func configurationTable(caption: TemplateValue, own: String? = nil) -> Self {
        Self("configuration_table", ConfigurationTableView.shape) { subject, site in
            .optional(ConfigurationTableView.make(of: subject.page.list, caption: caption, own: own, site))
        }
    }

    static var fleetHeading: Self {
        Self("fleet_heading", .text) { subject, _ in CraftListView.heading(subject.page.list.count) }
    }

    /// - Parameters:
    ///   - own: the column that the page itself is about.
    ///   - parameter: the parameter by which the index answers for the same craft. Its value is the id of the entity.
    static func craftTable(
        own: CraftColumns = [], query parameter: String, caption: @escaping @Sendable (Subject.Shown) -> TemplateValue
    ) -> Self {
        Self("craft_table", CraftTableView.shape) { subject, site in
            let page = subject.page
            return .optional(
                CraftListView.table(
                    page.list, caption: caption(page.entity), own: own, query: "\(parameter)=\(page.entity.id)", site))
        }
    }

    static func neighbours(_ label: TemplateValue) -> Self {
        Self("neighbours", AdjacentPagesView.shape) { subject, _ in
            .optional(AdjacentPagesView.make(subject.page.adjacent, label: label))
        }
    }
}
