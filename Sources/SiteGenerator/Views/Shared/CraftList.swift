import Catalogue
import TemplateEngine

/// The craft that an entity's page lists by name, and the part of them on this page.
struct CraftListPage: Sendable {
    /// The places of the craft in the order of names of all craft.
    let positions: [CraftPosition]
    let paging: Paging
    /// The number of craft in space in the whole group.
    let inSpace: Int
    let flights: Int
    /// The configurations of the group when the entity is one to which configurations belong. Otherwise it is empty.
    let configurations: [Configuration]
    /// The columns in which the whole group says the same.
    let constants: CraftColumns
    /// Whether the group is also shown in pictures.
    let hasPictures: Bool
    /// The drawing of the configurations' main type. It is `unknown` when there are none.
    let silhouette: Silhouette

    var isFirst: Bool { paging.page == 1 }
    var count: Int { positions.count }

    /// The craft of this page.
    var shown: ArraySlice<CraftPosition> { positions[paging.rows] }
}

/// The table of craft on an entity's page, with its heading.
enum CraftListView {
    static func heading(_ count: Int) -> TemplateValue {
        .message("craft_list.heading", ["count": .integer(count)])
    }

    /// Nil when there are no craft.
    ///
    /// - Parameters:
    ///   - own: the column that the page itself is about.
    ///   - query: the parameter by which the index answers for the same craft.
    static func table(
        _ page: CraftListPage, caption: TemplateValue, own: CraftColumns = [], query: String? = nil, _ site: ViewContext
    ) -> TemplateObject? {
        guard page.count > 0 else { return nil }
        return CraftTableView.list(
            page.shown, id: "fleet", caption: caption, constants: page.constants, own: own, query: query,
            views: page.hasPictures ? ViewsView.make(page.paging.base) : nil, pager: PagerView.make(page.paging), site)
    }
}
