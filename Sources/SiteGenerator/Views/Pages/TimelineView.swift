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
        .init("count_table", CountTableView.shape) { flights, _ in
            flights.allSatisfy(\.spans.isEmpty) ? .null : .object(table(flights))
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
        let types = SiteModel.naturallyOrdered(model.catalogue.configurationTypes)
        var bands = types.map { type in
            TimelineChart.Band(name: SourceNames.name(of: type), spans: (byType[type.id] ?? []).flatMap(\.spans))
        }
        bands.append(TimelineChart.Band(name: Absence.notRecorded, spans: (byType[nil] ?? []).flatMap(\.spans)))
        return bands
    }

    /// The flights of one craft. Nil when none has a known time.
    static func chart(of craft: Spacecraft, _ site: ViewContext) -> TemplateObject? {
        guard craft.flights?.isEmpty == false else { return nil }
        return chart([.init(name: nil, spans: FlightSpan.spans(of: craft))], caption: .message("timeline.craft_caption"), site)
    }

    private static func chart(_ bands: [TimelineChart.Band], caption: TemplateValue, _ site: ViewContext) -> TemplateObject? {
        guard let svg = TimelineChart.make(bands, label: .message("timeline.label"), site.messages) else { return nil }
        return [
            "chart": .object(ChartView.make(id: "timeline-chart", label: .message("timeline.label"), svg: svg, caption: caption))
        ]
    }

    private static func table(_ flights: Flights) -> TemplateObject {
        var launched: [Int: Int] = [:]
        var craft: [Int: Int] = [:]
        let years = flights.flatMap(\.spans).map(\.years)
        let last = years.map(\.upperBound).max() ?? 0
        for (_, spans) in flights {
            for span in spans { launched[span.start.date.year, default: 0] += 1 }
            let years = Set(spans.flatMap { $0.years.lowerBound...($0.end == nil ? last : $0.years.upperBound) })
            for year in years { craft[year, default: 0] += 1 }
        }
        let most = craft.values.max() ?? 0
        let rows = craft.keys.sorted().map { year in
            CountTableView.Row(
                name: .text("\(year)"), cells: [ValueView.count(launched[year] ?? 0)], count: Formatted.number(craft[year] ?? 0),
                share: .share(craft[year], of: most))
        }
        return CountTableView.make(
            id: "years", caption: .message("timeline.table_caption"), name: .init(key: "year", label: .message("timeline.year")),
            count: .init(key: "craft", label: .message("timeline.craft")),
            columns: [.init(key: "launches", label: Label.flights, isNumeric: true)], rows: rows)
    }
}
