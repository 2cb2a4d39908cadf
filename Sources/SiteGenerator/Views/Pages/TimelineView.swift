import Catalogue
import TemplateEngine

/// The flights of all craft along the years, and how many craft were in space in each year. Only a register with flights has it.
enum TimelineView {
    static let kind = PageKind(template: "flights.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists) { plan in
        guard plan.model.hasFlights else { return [] }
        return [
            Page(Address.flights, modified: plan.model.dates.flights(), inputs: plan.inputs.flights) { site in
                view(flights(site.model), site)
            }
        ]
    }

    /// The flights of each craft that has any.
    typealias Flights = [(craft: Spacecraft, spans: [FlightSpan])]

    private static let fields: PageFields<Flights> = [
        .init("lead", .text) { _, _ in .message("timeline.lead") },
        .init("timeline", ["chart": ChartView.shape]) { flights, site in
            .optional(chart(bands(flights, site.model), caption: .message("timeline.caption"), site))
        },
        .init("count_table", CountTableView.shape) { flights, site in
            flights.allSatisfy(\.spans.isEmpty) ? .null : .object(table(flights, site.model))
        },
    ]

    private static let heading = TemplateValue.message("timeline.heading")

    private static func view(_ flights: Flights, _ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.single(heading, address: Address.flights, description: .message("timeline.description"), site.model)
        return frame.view(fields, of: flights, site)
    }

    private static func flights(_ model: SiteModel) -> Flights {
        model.spacecraftByName.map { ($0, FlightSpan.spans(of: $0)) }.filter { !$0.spans.isEmpty }
    }

    /// The types in the order of their names, each with its flights.
    private static func bands(_ flights: Flights, _ model: SiteModel) -> [TimelineChart.Band] {
        let byType = Dictionary(grouping: flights) { model.configuration(of: $0.craft)?.typeID }
        func band(_ name: TemplateValue, _ type: ConfigurationType.ID?) -> TimelineChart.Band {
            TimelineChart.Band(
                name: name,
                flights: (byType[type] ?? []).flatMap { craft, spans in
                    spans.map { .init(craft: craft.id, name: craft.shownName, span: $0) }
                })
        }
        return SiteModel.naturallyOrdered(model.catalogue.configurationTypes).map { band($0.shownName, $0.id) }
            + [band(Absence.notRecorded, nil)]
    }

    /// The flights of one craft. Nil when none has a known time.
    static func chart(of craft: Spacecraft, _ site: ViewContext) -> TemplateObject? {
        guard craft.flights?.isEmpty == false else { return nil }
        let flights = FlightSpan.spans(of: craft).map { TimelineChart.Flight(craft: craft.id, name: craft.shownName, span: $0) }
        return chart([.init(name: nil, flights: flights)], caption: .message("timeline.craft_caption"), hasNames: false, site)
    }

    private static func chart(
        _ bands: [TimelineChart.Band], caption: TemplateValue, hasNames: Bool = true, _ site: ViewContext
    ) -> TemplateObject? {
        let label = TemplateValue.message("timeline.label")
        let drawn = TimelineChart(bands, until: site.model.dataYear, label: label, hasNames: hasNames, site.messages)
        guard let chart = drawn else { return nil }
        return [
            "chart": .object(
                ChartView.make(id: "timeline-chart", label: label, svg: chart.svg, caption: caption, years: chart.years))
        ]
    }

    private static func table(_ flights: Flights, _ model: SiteModel) -> TemplateObject {
        YearTableView.make(flights.map(\.spans), until: model.dataYear, caption: .message("timeline.table_caption"))
    }
}
