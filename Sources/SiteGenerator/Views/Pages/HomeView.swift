import Catalogue
import TemplateEngine

enum HomeView {
    static let kind = PageKind(
        Address.home, template: "home.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists,
        modified: { $0.dates.newest }, inputs: \.everything, view)

    private static let countTable: TemplateShape = ["count_table": CountTableView.shape]

    static let fields: PageFields<Void> = [
        .init("lead", .text) { _, site in site.model.description },
        .init("search_style", .text) { _, _ in "first" },
        .init("in_space_now", .list(PictureCardView.shape)) { _, site in
            PictureCardView.list(inSpace(site))
        },
        .init("from_register", .list(PictureCardView.shape)) { _, site in
            inSpace(site).count < 4 ? PictureCardView.list(fromRegister(site), hasFirst: false) : .list([])
        },
        .init("has_timeline", .bool) { _, site in .bool(site.model.hasFlights) },
        .init("figures", .list(FigureView.shape)) { _, site in .objects(figures(site.model)) },
        .init("figures_style", .text) { _, _ in "plain" },
        .init("time_chart", ["chart": ChartView.shape]) { _, site in .optional(timeChart(site)) },
        .init("changes", ChangesView.shape) { _, site in .optional(ChangesView.make(lastChanges(site.model), site.model)) },
        .init("ways_in", .list(SectionLinksView.shape)) { _, site in .objects(SectionLinksView.make(site.model)) },
        .init("by_type", countTable) { _, site in ["count_table": .object(CountIndexes.types.table(site.model))] },
        .init("by_status", countTable) { _, site in ["count_table": .object(CountIndexes.statuses.table(site.model))] },
    ]

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame(
            address: Address.home, title: .text(site.model.title), heading: .message("home.heading"), description: site.model.description)
        return frame.view(fields, of: (), site)
    }

    private static func inSpace(_ site: ViewContext) -> [TemplateObject] {
        InSpaceView.cards(InSpaceView.positions(site.model, site.orders), limit: 12, site)
    }

    /// Some pictures of other craft, for a register of which little or nothing is in space.
    private static func fromRegister(_ site: ViewContext) -> [TemplateObject] {
        let all = site.model.allCraft.positions
        // The pictures lead to the page of all.
        guard PictureGroup.areSeveral(all, site.model) else { return [] }
        let positions = all.filter { !site.model.spacecraftByName[$0].isInSpace }
        let groups = PictureGroup.groups(of: positions, site.model)
        return groups.filter { $0.image.flatMap { site.model.pictureAddress(of: $0)?.shown } != nil }.prefix(8)
            .map { PictureCardView.make($0, site) }
    }

    private static func inSpaceNow(_ count: Int) -> TemplateObject {
        FigureView.make(Label.inSpaceNow, count == 0 ? Absence.noneInSpace : Formatted.number(count), path: Address.inSpace)
    }

    private static func figures(_ model: SiteModel) -> [TemplateObject] {
        let catalogue = model.catalogue
        let total = ISODuration(seconds: catalogue.spacecraft.reduce(0) { $0 + ($1.timeInSpace?.seconds ?? 0) })
        return [
            FigureView.count(Label.spacecraft, catalogue.spacecraft.count, path: Address.spacecraftIndex),
            inSpaceNow(catalogue.spacecraft.count(where: \.isInSpace)),
            FigureView.count(Label.configurations, catalogue.configurations.count, path: Address.configurations),
            FigureView.count(
                Label.flights, catalogue.spacecraft.reduce(0) { $0 + ($1.flightsCount ?? 0) },
                path: TableOrder.flightsCount.address(isReversed: false)),
            FigureView.duration(Label.timeInSpaceTogether, total, unknown: Absence.notRecorded, note: .message("home.where_recorded")),
        ]
    }

    private static func timeChart(_ site: ViewContext) -> TemplateObject? {
        guard let chart = TimesChart(site.model.catalogue.spacecraft, site.messages) else { return nil }
        let hasDoubts = site.model.catalogue.spacecraft.contains(where: \.isDockedLongerThanInSpace)
        return [
            "chart": .object(
                ChartView.make(
                    id: "times-chart", label: .message("home.chart_label"), svg: chart.svg,
                    caption: .message("home.chart_caption", ["has_doubts": .bool(hasDoubts)]), axes: chart.axes))
        ]
    }

    /// The changes of the last fetch. The first fetch is left out, because a list in which everything is new says nothing.
    private static func lastChanges(_ model: SiteModel) -> [DatedChange] {
        model.history.isLatestTheFirst ? [] : Array(model.history.latest.reversed().prefix(8))
    }
}
