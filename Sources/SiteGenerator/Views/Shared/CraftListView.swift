import Catalogue
import TemplateEngine

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
