import Catalogue
import TemplateEngine

/// The longest, the most and the fastest.
enum SuperlativesView {
    static let kind = PageKind(
        Address.records, template: "records.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists, view)

    /// The best craft of one superlative.
    typealias Table = (superlative: Superlative, rows: [(craft: Spacecraft, value: Int)])

    private static let fields: PageFields<[Table]> = [
        .init("lead", .text) { _, _ in "What the register holds at its edges, by the figures of the source." },
        .init("sections", .list(sectionShape)) { tables, site in .objects(tables.map { section($0.superlative, $0.rows, site) }) },
        .init("changes", ChangesView.shape) { tables, site in
            let craft = Set(tables.flatMap { $0.rows.map(\.craft.id) })
            return .optional(ChangesView.make(SuperlativeChangeView.lastChanges(to: craft, site.model), site.model))
        },
    ]

    private static let sectionShape: TemplateShape = [
        "id": .text, "heading": .text, "note": .text, "since": SuperlativeChangeView.shape, "count_table": CountTableView.shape,
    ]

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.single(
            "Records", address: Address.records, description: "The longest, the most and the fastest of the register.", section: .records,
            site.model)
        let tables = Superlative.allCases.map { superlative in
            (superlative: superlative, rows: superlative.best(length, of: site.model.catalogue.spacecraft))
        }.filter { !$0.rows.isEmpty }
        return frame.view(fields, of: tables, site)
    }

    private static let length = 10

    private static func section(_ superlative: Superlative, _ rows: [(craft: Spacecraft, value: Int)], _ site: ViewContext)
        -> TemplateObject
    {
        let (id, heading) = title(superlative)
        let longest = rows.map(\.value).max() ?? 0
        return [
            "id": .text(id), "heading": .text(heading), "note": .optional(note(superlative, rows.map(\.craft))),
            "since": .optional(SuperlativeChangeView.make(superlative, site.model)),
            "count_table": .object(
                CountTableView.make(
                    id: "\(id)-table", caption: "\(heading), the first \(rows.count)", nameLabel: "Craft", countLabel: "Figure",
                    columns: [.init(label: "Configuration", drop: .middle)],
                    rows: rows.map { row($0.craft, superlative.words($0.value), .share($0.value, of: longest), site) })),
        ]
    }

    private static func title(_ superlative: Superlative) -> (id: String, heading: String) {
        switch superlative {
        case .timeInSpace: ("longest", "Longest in space")
        case .timeDocked: ("docked", "Longest docked")
        case .flightsCount: ("flights", "Most flights")
        case .fastestTurnaround: ("turnaround", "Fastest turnaround")
        }
    }

    private static func note(_ superlative: Superlative, _ craft: [Spacecraft]) -> String? {
        switch superlative {
        case .timeInSpace, .flightsCount: return nil
        case .fastestTurnaround: return "The shortest time between two flights of one craft."
        case .timeDocked:
            let doubtful = craft.filter(\.isDockedLongerThanInSpace)
            return doubtful.isEmpty ? nil : "Not all can be right: " + doubtful.map(doubt).joined(separator: "; ") + "."
        }
    }

    private static func row(_ craft: Spacecraft, _ figure: String, _ share: TemplateValue, _ site: ViewContext) -> CountTableView.Row {
        let configuration = site.model.configuration(of: craft)
        return CountTableView.Row(
            name: craft.name, path: Address.page(of: craft), silhouette: site.fragments.silhouette(of: craft), isCraft: true,
            isInSpace: craft.isInSpace,
            mark: site.model.marks.mark(of: craft),
            cells: [configuration.map(ValueView.configuration) ?? ValueView.unknown()], countText: figure, share: share)
    }

    private static func doubt(_ craft: Spacecraft) -> String {
        "\(name: craft.name) was in space for \(craft.timeInSpace?.humanText ?? "an unknown time")"
    }
}
