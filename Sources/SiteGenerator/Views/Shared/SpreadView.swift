import Catalogue
import TemplateEngine

/// The times in space of a configuration's craft, as a chart.
enum SpreadView {
    static let shape: TemplateShape = ["heading": .text, "chart": ChartView.shape]

    /// The chart, and the texts about it that are the same on every page.
    struct Drawing: Sendable {
        fileprivate let chart: SpreadChart
        fileprivate let heading: TemplateValue
        fileprivate let label: String
        /// The caption without the sentences that depend on the page.
        fileprivate let caption: String

        init(_ chart: SpreadChart, of configuration: Configuration) {
            self.chart = chart
            let name = configuration.name
            let range = "from \(chart.shortest.timeInSpace?.humanText ?? "") to \(chart.longest.timeInSpace?.humanText ?? "")"
            heading = .text("Time in space of each \(name: name)")
            label = "Chart: time in space of each \(name: name)"
            caption =
                "One mark for each \(name: name) whose time in space is recorded: \(Numbers.grouped(chart.recordedCount)) craft, \(range)."
        }
    }

    static func make(_ drawing: Drawing, marking marked: Spacecraft? = nil) -> TemplateObject {
        var caption = drawing.caption
        if let marked, SpreadChart.isRecorded(marked) { caption += " \(name: marked.name) is the filled mark." }
        return [
            "heading": drawing.heading,
            "chart": .object(
                ChartView.make(
                    id: "spread-chart", label: drawing.label, svg: drawing.chart.drawing(marking: marked),
                    caption: caption + " The table lists the figures.")),
        ]
    }
}
