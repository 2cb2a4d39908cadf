import Catalogue
import TemplateEngine

/// The craft that an entity's page lists, by name, and which of them stand on this page.
struct CraftListPage: Sendable {
    /// Places in the order of names of all craft.
    let positions: [CraftPosition]
    let paging: Paging
    /// Of the whole group.
    let inSpace: Int
    let flights: Int
    /// Those that the group is of, where the entity is what several have in common; else empty.
    let configurations: [Configuration]
    /// The drawing of their main type; `unknown` where there are none.
    let silhouette: Silhouette

    var isFirst: Bool { paging.page == 1 }
    var count: Int { positions.count }

    /// The craft of this page.
    var shown: ArraySlice<CraftPosition> { positions[paging.rows] }
}

/// The table of craft on an entity's page, with its heading.
enum CraftListView {
    static func heading(_ count: Int) -> String {
        switch count {
        case 0: "No craft in the register"
        case 1: "The one in the register"
        default: "All \(Numbers.grouped(count)) in the register"
        }
    }

    /// Nil where there is no craft.
    static func table(_ page: CraftListPage, caption: String, _ site: Site) -> TemplateObject? {
        guard page.count > 0 else { return nil }
        return CraftTableView.list(page.shown, id: "fleet", caption: caption, pager: PagerView.make(page.paging), site)
    }
}
