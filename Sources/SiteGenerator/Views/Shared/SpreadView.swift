import Catalogue
import TemplateEngine

/// The times in space of a configuration's craft, as a chart.
enum SpreadView {
    static let shape: TemplateShape = ["heading": .text, "chart": ChartView.shape]

    /// The chart of one configuration.
    struct Drawing: Sendable {
        fileprivate let chart: SpreadChart
        fileprivate let name: TemplateValue
        fileprivate let heading: TemplateValue
        fileprivate let label: TemplateValue

        init(_ chart: SpreadChart, of configuration: Configuration) {
            self.chart = chart
            name = configuration.shownName
            heading = .message("spread.heading", ["configuration": name])
            label = .message("spread.label", ["configuration": name])
        }
    }

    static func make(_ drawing: Drawing, marking marked: Spacecraft? = nil, _ messages: Messages) -> TemplateObject {
        let (shortest, longest) = (drawing.chart.shortest.timeInSpace ?? .zero, drawing.chart.longest.timeInSpace ?? .zero)
        let isMarked = marked.map(SpreadChart.isRecorded) ?? false
        return [
            "heading": drawing.heading,
            "chart": .object(
                ChartView.make(
                    id: "spread-chart", label: drawing.label, svg: drawing.chart.drawing(marking: marked, messages),
                    caption: .message(
                        "spread.caption",
                        [
                            "configuration": drawing.name, "count": .integer(drawing.chart.recordedCount),
                            "shortest": Formatted.duration(shortest), "longest": Formatted.duration(longest),
                            "filled_mark": isMarked ? .message("spread.filled_mark", ["craft": marked?.shownName ?? .null]) : "",
                        ]))),
        ]
    }

}
