import Catalogue
import TemplateEngine

/// The history by fetch, the latest first.
enum ChangesPageView {
    static let kind = PageKind(
        Address.changes, template: "changes.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists,
        modified: { $0.dates.newest }, inputs: \.everything, view)

    private static let fields: PageFields<Void> = [
        .init("lead", .text) { _, _ in .message("changes.lead") },
        .init("days", .list(["id": .text, "datetime": .text, "text": .text, "changes": ChangesView.shape])) { _, site in
            .objects(days(site.model))
        },
        .init("older", .text) { _, site in older(site.model) },
    ]

    /// The maximum number of entries on the page. It shows the newest. The file of the history has them all.
    private static let limit = 500

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.single(
            .message("changes.heading"), address: Address.changes, description: .message("changes.description"), site.model)
        return frame.view(fields, of: (), site)
    }

    /// Where the older entries are. Null when all are on the page.
    private static func older(_ model: SiteModel) -> TemplateValue {
        let count = model.history.changes.count
        guard count > limit else { return .null }
        return .message("changes.older", ["shown": Formatted.number(limit), "count": Formatted.number(count)])
    }

    private static func days(_ model: SiteModel) -> [TemplateObject] {
        let recent = Array(model.history.changes.suffix(limit).reversed())
        return recent.chunked { $0.date == $1.date }.enumerated().map { index, changes in
            let date = changes.first?.date
            return [
                "id": .text(date.map { "t-\($0.rfc3339.filter { $0.isNumber })" } ?? "undated-\(index + 1)"),
                "datetime": .optional(date?.date.iso8601),
                "text": date.map { Formatted.date($0.date) } ?? .message("changes.undated"),
                "changes": .optional(ChangesView.make(changes, areDated: false, model)),
            ]
        }
    }
}

extension Array {
    /// Runs of elements that belong together.
    fileprivate func chunked(by belongs: (Element, Element) -> Bool) -> [[Element]] {
        reduce(into: []) { chunks, element in
            if let last = chunks.last?.last, belongs(last, element) {
                chunks[chunks.count - 1].append(element)
            } else {
                chunks.append([element])
            }
        }
    }
}
