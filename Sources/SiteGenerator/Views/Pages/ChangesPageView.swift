import Catalogue
import TemplateEngine

/// The history by fetch, the last first.
enum ChangesPageView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "lead": .text, "days": .list(["id": .text, "datetime": .text, "text": .text, "changes": ChangesView.shape]),
    ]

    /// So many entries stand on the page, the newest; the file of the history has them all.
    private static let limit = 500

    static func view(_ model: SiteModel) -> TemplateObject {
        let frame = PageFrame.single(
            "Changes", address: Address.changes, description: "What appeared, changed and went, by snapshot.", model)
        let recent = Array(model.history.changes.suffix(limit).reversed())
        let groups = recent.chunked { $0.date == $1.date }
        let days = groups.enumerated().map { index, group -> TemplateObject in
            let date = group.first?.date
            return [
                "id": .text(date.map { "t-\($0.rfc3339.filter { $0.isNumber })" } ?? "undated-\(index + 1)"),
                "datetime": .optional(date?.date.iso8601),
                "text": .text(date?.date.humanText ?? "Date not recorded"),
                "changes": .optional(ChangesView.make(group, areDated: false, model)),
            ]
        }
        return frame.view(
            [
                "lead": "What appeared, changed or went from one snapshot to the next. The feeds carry the craft by last change.",
                "days": .objects(days),
            ], model)
    }
}

extension Array {
    /// Runs of neighbours that belong together.
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
