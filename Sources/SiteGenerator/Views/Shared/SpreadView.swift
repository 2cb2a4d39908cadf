import Catalogue
import TemplateEngine

/// The times in space of a configuration's craft, as a chart.
enum SpreadView {
    static let shape: TemplateShape = ["heading": .text, "chart": ChartView.shape]

    /// What is said of the chart on every page that has it.
    struct Words: Sendable {
        let heading: TemplateValue
        let label: String
        /// Without the sentences that depend on the page.
        let caption: String

        init(_ spread: SpreadChart, of configuration: Configuration) {
            let name = configuration.name
            let range = "from \(spread.shortest.timeInSpace?.humanText ?? "") to \(spread.longest.timeInSpace?.humanText ?? "")"
            heading = .text("Time in space of each \(name)")
            label = "Chart: time in space of each \(name)"
            caption =
                "One mark for each \(name) whose time in space is recorded: \(Numbers.grouped(spread.recordedCount)) craft, \(range)."
        }
    }

    static func make(_ parts: ConfigurationParts, marking marked: Spacecraft? = nil) -> TemplateObject? {
        guard let spread = parts.fleet.spread, let words = parts.spread else { return nil }
        var caption = words.caption
        if let marked, SpreadChart.isRecorded(marked) { caption += " \(marked.name) is the filled mark." }
        return [
            "heading": words.heading,
            "chart": .object(
                ChartView.make(
                    id: "spread-chart", label: words.label, svg: spread.drawing(marking: marked),
                    caption: caption + " The table lists the figures.")),
        ]
    }
}
