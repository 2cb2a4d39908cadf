import Catalogue
import TemplateEngine

enum HomeView {
    private static let countTable: TemplateShape = ["count_table": CountTableView.shape]

    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "lead": .text, "search_style": .text, "in_space_now": ["craft_table": CraftTableView.shape],
        "figures": .list(FigureView.shape), "figures_style": .text, "time_chart": ["chart": ChartView.shape],
        "changes": ChangesView.shape, "ways_in": .list(WaysIn.shape), "by_type": countTable, "by_status": countTable,
    ]

    static func view(_ model: SiteModel) -> TemplateObject {
        let settings = model.settings
        let frame = PageFrame(
            address: Address.home, title: settings.title, heading: "A register of spacecraft", description: settings.description)
        return frame.view(
            [
                "lead": .text(settings.description),
                "search_style": "first",
                "in_space_now": .optional(inSpaceNow(model)),
                "figures": .objects(figures(model)),
                "figures_style": "plain",
                "time_chart": .optional(timeChart(model)),
                "changes": .optional(ChangesView.make(lastChanges(model), model)),
                "ways_in": .objects(WaysIn.make(model)),
                "by_type": .object(["count_table": .object(ListingViews.typeTable(model))]),
                "by_status": .object(["count_table": .object(ListingViews.statusTable(model))]),
            ], model)
    }

    private static func inSpaceNow(_ model: SiteModel) -> TemplateObject? {
        let alive = TableOrder.timeInSpace.positions(in: model.spacecraftByName, isReversed: false)
            .filter { model.spacecraftByName[$0].inSpace }
        guard !alive.isEmpty else { return nil }
        let shown = alive.prefix(20)
        let caption =
            shown.count == alive.count
            ? "Craft in space now, longest first" : "Craft in space now, longest first: \(shown.count) of \(Numbers.grouped(alive.count))"
        return ["craft_table": .object(CraftTableView.fleet(shown, id: "in-space", caption: caption, order: .timeInSpace, model))]
    }

    private static func figures(_ model: SiteModel) -> [TemplateObject] {
        let catalogue = model.catalogue
        let total = ISODuration(seconds: catalogue.spacecraft.reduce(0) { $0 + ($1.timeInSpace?.seconds ?? 0) })
        return [
            FigureView.count("Spacecraft", catalogue.spacecraft.count, path: Address.spacecraftIndex),
            FigureView.inSpaceNow(catalogue.spacecraft.count(where: \.inSpace)),
            FigureView.count("Configurations", catalogue.configurations.count, path: Address.configurations),
            FigureView.count(
                "Flights", catalogue.spacecraft.reduce(0) { $0 + ($1.flightsCount ?? 0) },
                path: TableOrder.flightsCount.address(isReversed: false)),
            FigureView.duration("Time in space, together", total, unknown: "not recorded", note: "where it is recorded"),
        ]
    }

    private static func timeChart(_ model: SiteModel) -> TemplateObject? {
        guard let svg = TimesChart.make(Array(model.catalogue.spacecraft)) else { return nil }
        let caption =
            "Each flown craft of the register: days in space across, days docked up. A craft cannot be docked for longer than it was in space"
            + (model.catalogue.spacecraft.contains(where: \.isDockedLongerThanInSpace) ? "; some records say so all the same." : ".")
            + " The figures are in the table of spacecraft."
        return [
            "chart": .object(
                ChartView.make(id: "times-chart", label: "Chart: time in space against time docked", svg: svg, caption: caption))
        ]
    }

    /// What the last fetch changed, the first fetch apart: then everything is new, and a list of everything says nothing.
    private static func lastChanges(_ model: SiteModel) -> [DatedChange] {
        model.history.isLatestTheFirst ? [] : Array(model.history.latest.reversed().prefix(8))
    }
}
