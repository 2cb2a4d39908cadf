import Catalogue
import TemplateEngine

enum HomeView {
    static let kind = PageKind(
        Address.home, template: "home.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists, view)

    private static let countTable: TemplateShape = ["count_table": CountTableView.shape]

    private static let fields: PageFields<Void> = [
        .init("lead", .text) { _, site in .text(site.model.settings.description) },
        .init("search_style", .text) { _, _ in "first" },
        .init("in_space_now", ["craft_table": CraftTableView.shape]) { _, site in .optional(inSpaceNow(site)) },
        .init("figures", .list(FigureView.shape)) { _, site in .objects(figures(site.model)) },
        .init("figures_style", .text) { _, _ in "plain" },
        .init("time_chart", ["chart": ChartView.shape]) { _, site in .optional(timeChart(site.model)) },
        .init("changes", ChangesView.shape) { _, site in .optional(ChangesView.make(lastChanges(site.model), site.model)) },
        .init("ways_in", .list(SectionLinksView.shape)) { _, site in .objects(SectionLinksView.make(site.model)) },
        .init("by_type", countTable) { _, site in ["count_table": .object(TypeIndexView.table(site.model))] },
        .init("by_status", countTable) { _, site in ["count_table": .object(StatusIndexView.table(site.model))] },
    ]

    private static func view(_ site: ViewContext) -> TemplateObject {
        let settings = site.model.settings
        let frame = PageFrame(
            address: Address.home, title: settings.title, heading: "A register of spacecraft", description: settings.description)
        return frame.view(fields, of: (), site)
    }

    private static func inSpaceNow(_ site: ViewContext) -> TemplateObject? {
        let inSpace = TableOrder.timeInSpace.positions(in: site.model.spacecraftByName, isReversed: false)
            .filter { site.model.spacecraftByName[$0].isInSpace }
        guard !inSpace.isEmpty else { return nil }
        let shown = inSpace.prefix(20)
        let caption =
            shown.count == inSpace.count
            ? "Craft in space now, longest first"
            : "Craft in space now, longest first: \(shown.count) of \(Numbers.grouped(inSpace.count))"
        return ["craft_table": .object(CraftTableView.list(shown, id: "in-space", caption: caption, order: .timeInSpace, site))]
    }

    private static func figures(_ model: SiteModel) -> [TemplateObject] {
        let catalogue = model.catalogue
        let total = ISODuration(seconds: catalogue.spacecraft.reduce(0) { $0 + ($1.timeInSpace?.seconds ?? 0) })
        return [
            FigureView.count("Spacecraft", catalogue.spacecraft.count, path: Address.spacecraftIndex),
            FigureView.inSpaceNow(catalogue.spacecraft.count(where: \.isInSpace)),
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

    /// The changes of the last fetch. The first fetch is left out, because a list in which everything is new says nothing.
    private static func lastChanges(_ model: SiteModel) -> [DatedChange] {
        model.history.isLatestTheFirst ? [] : Array(model.history.latest.reversed().prefix(8))
    }
}
