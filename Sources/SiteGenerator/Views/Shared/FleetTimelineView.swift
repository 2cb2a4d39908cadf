import Catalogue
import TemplateEngine

/// When the craft of a configuration or of an agency were in space, as a drawing and as a table.
enum FleetTimelineView {
    static let shape: TemplateShape = ["chart": ChartView.shape, "count_table": CountTableView.shape]
    /// That of an agency has a table of maiden flights too. The plate of a configuration has the date of its own.
    static let agencyShape: TemplateShape = [
        "chart": ChartView.shape, "count_table": CountTableView.shape, "maiden_flights": ["count_table": CountTableView.shape],
    ]

    /// Whether a page has the timeline, where there is anything to show. The further pages of a list do not repeat it.
    static func isShown(on page: CraftListPage, of kind: EntityKind, _ model: SiteModel) -> Bool {
        page.isFirst && (kind == .configuration || kind == .agency) && model.hasFlightSpans
    }

    /// The configurations whose maiden flights are beside the flights on the page of an entity: itself, or those that the page lists.
    static func configurations(on page: CraftListPage, of entity: some Entity) -> [Configuration] {
        (entity as? Configuration).map { [$0] } ?? page.configurations
    }

    /// The timeline of one configuration. Nil where nothing is known.
    static func make(_ page: EntityPage<Configuration>, _ site: ViewContext) -> TemplateObject? {
        drawing(page, byConfiguration: false, site)?.view
    }

    /// The timeline of an agency, with the craft of each configuration together below its name. Nil where nothing is known.
    static func make(_ page: EntityPage<Agency>, _ site: ViewContext) -> TemplateObject? {
        guard let (drawn, maidenFlights) = drawing(page, byConfiguration: true, site) else { return nil }
        var view = drawn
        view["maiden_flights"] = maidenFlights.isEmpty ? .null : .object(["count_table": .object(table(maidenFlights, site.model))])
        return view
    }

    private static func drawing<E: Entity>(
        _ page: EntityPage<E>, byConfiguration: Bool, _ site: ViewContext
    ) -> (view: TemplateObject, maidenFlights: [MaidenFlight])? {
        let (model, entity, page) = (site.model, page.entity, page.list)
        guard isShown(on: page, of: E.kind, model) else { return nil }
        let craft = page.positions.lazy.map { Craft(position: $0, spans: model.flightSpans(ofCraftAt: $0)) }.filter { !$0.spans.isEmpty }
        let fleet = Array(craft)
        let label = TemplateValue.message("timeline.label")
        let bands = byConfiguration ? bands(fleet, model) : [.init(name: nil, flights: fleet.flatMap { $0.flights(model) })]
        let maidenFlights = MaidenFlight.known(
            of: configurations(on: page, of: entity), beside: fleet.flatMap(\.spans), until: model.dataDay)
        guard let chart = TimelineChart(bands, maidenFlights: maidenFlights, until: model.dataYear, label: label, site.messages) else {
            return nil
        }
        let isSeen = fleet.contains { $0.spans.contains(where: \.isSeen) }
        let caption = TemplateValue.message("timeline.fleet_caption", ["is_seen": .bool(isSeen)])
        let view: TemplateObject = [
            "chart": .object(ChartView.make(id: "timeline-chart", label: label, svg: chart.svg, caption: caption, years: chart.years)),
            "count_table": .object(
                chart.years == nil
                    ? table(fleet, site)
                    : YearTableView.make(fleet.map(\.spans), until: model.dataYear, caption: .message("timeline.table_caption"))),
        ]
        return (view, maidenFlights)
    }

    private struct Craft {
        let position: CraftPosition
        let spans: [FlightSpan]

        func flights(_ model: SiteModel) -> [TimelineChart.Flight] {
            let craft = model.spacecraftByName[position]
            return spans.map { .init(craft: craft.id, name: craft.shownName, span: $0) }
        }
    }

    /// The configurations in the order of their first flights.
    private static func bands(_ fleet: [Craft], _ model: SiteModel) -> [TimelineChart.Band] {
        let byConfiguration = Dictionary(grouping: fleet) { model.spacecraftByName[$0.position].configurationID }
        let bands = model.configurationsByName.compactMap { configuration -> (band: TimelineChart.Band, first: FlightSpan)? in
            guard let craft = byConfiguration[configuration.id], let first = craft.flatMap(\.spans).min() else { return nil }
            return (.init(name: configuration.shownName, flights: craft.flatMap { $0.flights(model) }), first)
        }
        // The order of names stays where flights began at the same time.
        return bands.enumerated().sorted { ($0.element.first.start, $0.offset) < ($1.element.first.start, $1.offset) }.map(\.element.band)
    }

    private static func table(_ fleet: [Craft], _ site: ViewContext) -> TemplateObject {
        let flights = fleet.flatMap { craft in craft.spans.map { (position: craft.position, span: $0) } }
        let seconds = { (span: FlightSpan) in span.end.map { $0.secondsSince1970 - span.start.secondsSince1970 } }
        let longest = flights.compactMap { seconds($0.span) }.max()
        let rows = flights.sorted { ($0.span, $0.position) < ($1.span, $1.position) }.map { position, span in
            let craft = site.model.spacecraftByName[position]
            let duration = seconds(span).map { ISODuration(seconds: $0) }
            return CountTableView.Row(
                name: craft.shownName, path: site.model.addresses[position], isCraft: true, isInSpace: span.end == nil,
                cells: [
                    span.startDate,
                    span.end.map { ValueView.make(Formatted.date($0.date), datetime: $0.rfc3339) } ?? ValueView.make(goesOn),
                ], count: duration.map(Formatted.duration) ?? goesOn, datetime: duration?.iso8601,
                share: .share(duration?.seconds, of: longest ?? 0))
        }
        return CountTableView.make(
            id: "timeline", caption: .message("timeline.fleet_table"), name: .init(key: "name", label: Label.craft),
            count: .init(key: "duration", label: .message("flights.duration")),
            columns: [
                .init(key: "start", label: .message("timeline.start")), .init(key: "end", label: .message("timeline.end"), drop: .middle),
            ], rows: rows)
    }

    private static func table(_ maidenFlights: [MaidenFlight], _ model: SiteModel) -> TemplateObject {
        let counts = maidenFlights.map { model.craft(ofConfiguration: $0.configuration.id).positions.count }
        // A bar beside no other says nothing.
        let isOne = maidenFlights.count == 1
        let most = isOne ? 0 : counts.max() ?? 0
        let rows = zip(maidenFlights, counts).map { flight, count in
            CountTableView.Row(
                name: flight.configuration.shownName, path: Address.page(of: flight.configuration), cells: [ValueView.date(flight.date)],
                count: Formatted.number(count), share: .share(count, of: most))
        }
        return CountTableView.make(
            id: "maiden-flights", caption: isOne ? Label.maidenFlight : .message("timeline.maiden_table"),
            name: .init(key: "name", label: Label.configuration),
            count: .init(key: "craft", label: Label.craftCount), columns: [.init(key: "maiden_flight", label: Label.maidenFlight)],
            rows: rows)
    }

    private static let goesOn = TemplateValue.message("timeline.goes_on")
}
