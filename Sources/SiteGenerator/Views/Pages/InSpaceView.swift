import Catalogue
import TemplateEngine

/// What is in space now, the longest first: in pictures, and in a table with since when and where as far as the source says it.
enum InSpaceView {
    static let kind = PageKind(template: "in-space.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists) { plan in
        let positions = positions(plan.model, plan.orders)
        return [
            Page(
                Address.inSpace, modified: plan.model.dates.flights(ofCraftAt: positions, plan.model),
                inputs: plan.inputs.flights(ofCraftAt: positions), view)
        ]
    }

    /// The craft in space, the longest first.
    static func positions(_ model: SiteModel, _ orders: Orders) -> [CraftPosition] {
        orders.positions(.timeInSpace, isReversed: false).filter { model.spacecraftByName[$0].isInSpace }
    }

    /// The pictures of craft in space.
    static func cards(_ positions: [CraftPosition], limit: Int, _ site: ViewContext) -> [TemplateObject] {
        PictureGroup.groups(of: positions, site.model).prefix(limit).map { PictureCardView.make($0, note: time, site) }
    }

    private static let fields: PageFields<[CraftPosition]> = [
        .init("lead", .text) { positions, _ in .message("in_space.lead", ["count": .integer(positions.count)]) },
        .init("cards", .list(PictureCardView.shape)) { positions, site in
            PictureCardView.list(cards(positions, limit: positions.count, site))
        },
        .init("count_table", CountTableView.shape) { positions, site in
            positions.isEmpty ? .null : .object(table(positions.map { site.model.spacecraftByName[$0] }, site))
        },
    ]

    private static let heading = TemplateValue.message("home.in_space_heading")

    private static func view(_ site: ViewContext) -> TemplateObject {
        let positions = positions(site.model, site.orders)
        var frame = PageFrame.single(heading, address: Address.inSpace, description: .message("in_space.description"), site.model)
        frame.gallery = PictureGroup.groups(of: positions, site.model).compactMap {
            $0.image.flatMap { site.model.catalogue.images[id: $0] }
        }
        return frame.view(fields, of: positions, site)
    }

    private static func time(_ craft: Spacecraft) -> TemplateValue {
        guard let time = craft.timeInSpace, time.seconds > 0 else { return .null }
        return .message("feed.in_space", ["time": Formatted.duration(time)])
    }

    private static func table(_ craft: [Spacecraft], _ site: ViewContext) -> TemplateObject {
        let longest = craft.compactMap { $0.timeInSpace?.seconds }.max() ?? 0
        return CountTableView.make(
            id: "in-space", caption: .message("home.in_space_caption"), name: .init(key: "name", label: Label.craft),
            count: .init(key: "time_in_space", label: Label.timeInSpace),
            columns: [
                .init(key: "configuration", label: Label.configuration, drop: .middle),
                .init(key: "agency", label: Label.agency, drop: .wide), .init(key: "since", label: .message("in_space.since")),
                .init(key: "destination", label: .message("flights.destination"), drop: .middle),
                .init(key: "time_docked", label: Label.timeDocked, isNumeric: true, drop: .wide),
            ], rows: craft.map { row($0, longest, site) })
    }

    private static func row(_ craft: Spacecraft, _ longest: Int, _ site: ViewContext) -> CountTableView.Row {
        let configuration = site.model.configuration(of: craft)
        let flight = craft.currentFlight
        let time = craft.timeInSpace.flatMap { $0.seconds > 0 ? $0 : nil }
        return CountTableView.Row(
            name: craft.shownName, path: Address.page(of: craft), silhouette: site.fragments.silhouette(of: craft), isCraft: true,
            isInSpace: true, mark: MarkView.label(craft, site.model),
            cells: [
                ValueView.entity(configuration), ValueView.entity(site.model.agency(of: configuration)),
                LaunchDate.view(flight?.launch), ValueView.text(flight?.destination),
                ValueView.duration(craft.timeDocked),
            ], count: time.map(Formatted.duration) ?? Absence.notRecorded, datetime: time?.iso8601,
            share: .share(time?.seconds, of: longest))
    }
}
