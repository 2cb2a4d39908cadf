import Catalogue
import TemplateEngine

/// The table of craft on an entity's page, with its heading.
enum FleetWords {
    static func heading(_ count: Int) -> String {
        switch count {
        case 0: "No craft in the register"
        case 1: "The one in the register"
        default: "All \(Numbers.grouped(count)) in the register"
        }
    }

    /// Nil where there is no craft.
    static func table(_ page: FleetPage, caption: String, _ model: SiteModel) -> TemplateObject? {
        guard page.count > 0 else { return nil }
        return CraftTableView.fleet(page.shown, id: "fleet", caption: caption, pager: PagerView.make(page.paging), model)
    }
}
