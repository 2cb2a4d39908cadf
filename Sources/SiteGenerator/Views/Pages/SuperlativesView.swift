import Catalogue
import TemplateEngine

/// The longest, the most and the fastest.
enum SuperlativesView {
    static let kind = PageKind(
        Address.records, template: "records.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists, view)

    /// The best craft of one superlative.
    typealias Table = (superlative: Superlative, rows: [(craft: Spacecraft, value: Int)])

    private static let fields: PageFields<[Table]> = [
        .init("lead", .text) { _, _ in lead },
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
            PageFrame.Section.records.name, address: Address.records, description: description, section: .records, site.model)
        let tables = Superlative.allCases.map { superlative in
            (superlative: superlative, rows: superlative.best(length, of: site.model.catalogue.spacecraft))
        }.filter { !$0.rows.isEmpty }
        return frame.view(fields, of: tables, site)
    }

    private static let length = 10

    private static func section(_ superlative: Superlative, _ rows: [(craft: Spacecraft, value: Int)], _ site: ViewContext)
        -> TemplateObject
    {
        let id = id(superlative)
        let heading = heading(.text(superlative.field))
        let longest = rows.map(\.value).max() ?? 0
        return [
            "id": .text(id), "heading": heading, "note": note(superlative, rows.map(\.craft)),
            "since": .optional(SuperlativeChangeView.make(superlative, site.model)),
            "count_table": .object(
                CountTableView.make(
                    id: "\(id)-table", caption: caption(heading, .integer(rows.count)), nameLabel: Label.craft, countLabel: Label.figure,
                    columns: [.init(label: Label.configuration, drop: .middle)],
                    rows: rows.map { row($0.craft, superlative.figure($0.value), .share($0.value, of: longest), site) })),
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
        case .fastestTurnaround: return turnaroundNote
        case .timeDocked:
            let doubtful = craft.filter(\.isDockedLongerThanInSpace)
            return doubtful.isEmpty ? .null : doubtfulNote(Formatted.semicolons(doubtful.map(doubt)))
        }
    }

    private static func row(_ craft: Spacecraft, _ figure: TemplateValue, _ share: TemplateValue, _ site: ViewContext) -> CountTableView.Row
    {
        let configuration = site.model.configuration(of: craft)
        return CountTableView.Row(
            name: craft.shownName, path: Address.page(of: craft), silhouette: site.fragments.silhouette(of: craft), isCraft: true,
            isInSpace: craft.isInSpace,
            mark: MarkView.label(craft, site.model),
            cells: [configuration.map(ValueView.configuration) ?? ValueView.unknown()], count: figure, share: share)
    }

    private static func doubt(_ craft: Spacecraft) -> TemplateValue {
        craft.timeInSpace.map { doubtful(craft.shownName, Formatted.duration($0)) } ?? doubtfulWithoutTime(craft.shownName)
    }

    private static let lead = WordsKey("records.lead").value
    private static let description = WordsKey("records.description").value
    private static let heading = WordsKey("records.heading", "record")
    private static let caption = WordsKey("records.caption", "heading", "count")
    private static let turnaroundNote = WordsKey("records.turnaround_note").value
    private static let doubtfulNote = WordsKey("records.doubtful_note", "doubts")
    private static let doubtful = WordsKey("records.doubtful", "craft", "in_space")
    private static let doubtfulWithoutTime = WordsKey("records.doubtful_without_time", "craft")
}
