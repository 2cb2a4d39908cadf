import Catalogue
import TemplateEngine

/// The longest, the most and the fastest.
enum SuperlativesView {
    static let kind = PageKind(
        Address.records, template: "records.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists,
        modified: { model in model.dates.figures(of: tables(model).flatMap { $0.rows.map(\.craft.id) }) }, inputs: \.everything, view)

    /// The best craft of one superlative.
    typealias Table = (superlative: Superlative, rows: [(craft: Spacecraft, value: Int)], tie: Superlative.Tie?)

    private static let fields: PageFields<[Table]> = [
        .init("lead", .text) { _, _ in .message("records.lead") },
        .init("sections", .list(sectionShape)) { tables, site in .objects(tables.map { section($0, site) }) },
        .init("changes", ChangesView.shape) { tables, site in
            let craft = Set(tables.flatMap { $0.rows.map(\.craft.id) })
            return .optional(ChangesView.make(SuperlativeChangeView.lastChanges(to: craft, site.model), site.model))
        },
    ]

    private static let sectionShape: TemplateShape = [
        "id": .text, "heading": .text, "note": .text, "since": SuperlativeChangeView.shape, "count_table": CountTableView.shape,
        "tie": .text,
    ]

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.single(
            SitePart.records.name, address: Address.records, description: .message("records.description"), section: .records,
            site.model)
        return frame.view(fields, of: tables(site.model), site)
    }

    private static func tables(_ model: SiteModel) -> [Table] {
        Superlative.allCases.map { superlative in
            let (rows, tie) = superlative.list(length, of: model.catalogue.spacecraft)
            return (superlative: superlative, rows: rows, tie: tie)
        }.filter { !$0.rows.isEmpty }
    }

    private static let length = 10

    private static func section(_ table: Table, _ site: ViewContext) -> TemplateObject {
        let (superlative, rows, tie) = table
        let id = id(superlative)
        let heading = TemplateValue.message("records.heading", ["record": .text(superlative.field)])
        let longest = rows.map(\.value).max() ?? 0
        return [
            "id": .text(id), "heading": heading, "note": note(superlative, rows.map(\.craft)),
            "since": .optional(SuperlativeChangeView.make(superlative, site.model)),
            "count_table": .object(
                CountTableView.make(
                    id: "\(id)-table", caption: .message("records.caption", ["heading": heading, "count": .integer(rows.count)]),
                    name: .init(key: "name", label: Label.craft), count: .init(key: "figure", label: Label.figure),
                    columns: [.init(key: "configuration", label: Label.configuration, drop: .middle)],
                    rows: rows.map { row($0.craft, superlative, $0.value, .share($0.value, of: longest), site) })),
            "tie": tie.map {
                .message(
                    "records.tie",
                    ["count": .integer($0.count), "figure": superlative.figure($0.value), "is_listed": .bool($0.isListed)])
            } ?? .null,
        ]
    }

    private static func id(_ superlative: Superlative) -> String {
        switch superlative {
        case .timeInSpace: "longest"
        case .timeDocked: "docked"
        case .flightsCount: "flights"
        case .fastestTurnaround: "turnaround"
        }
    }

    private static func note(_ superlative: Superlative, _ craft: [Spacecraft]) -> TemplateValue {
        switch superlative {
        case .timeInSpace, .flightsCount: return .null
        case .fastestTurnaround: return .message("records.turnaround_note")
        case .timeDocked:
            let doubtful = craft.filter(\.isDockedLongerThanInSpace)
            return doubtful.isEmpty ? .null : .message("records.doubtful_note", ["doubts": Formatted.semicolons(doubtful.map(doubt))])
        }
    }

    private static func row(
        _ craft: Spacecraft, _ superlative: Superlative, _ value: Int, _ share: TemplateValue, _ site: ViewContext
    ) -> CountTableView.Row {
        let configuration = site.model.configuration(of: craft)
        return CountTableView.Row(
            name: craft.shownName, path: Address.page(of: craft), silhouette: site.fragments.silhouette(of: craft), isCraft: true,
            isInSpace: craft.isInSpace,
            mark: MarkView.label(craft, site.model),
            cells: [ValueView.entity(configuration)], count: superlative.figure(value),
            datetime: superlative == .flightsCount ? nil : ISODuration(seconds: value).iso8601, share: share)
    }

    private static func doubt(_ craft: Spacecraft) -> TemplateValue {
        craft.timeInSpace.map { .message("records.doubtful", ["craft": craft.shownName, "in_space": Formatted.duration($0)]) }
            ?? .message("records.doubtful_without_time", ["craft": craft.shownName])
    }
}
