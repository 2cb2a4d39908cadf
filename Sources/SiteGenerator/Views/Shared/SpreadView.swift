import Catalogue
import TemplateEngine

/// The times in space of a configuration's craft, as a chart.
enum SpreadView {
    static let shape: Shape = ["heading": .text, "chart": ChartView.shape]

    static func make(_ spread: SpreadChart?, of configuration: Configuration, marking marked: Spacecraft? = nil) -> Object? {
        guard let spread else { return nil }
        let name = configuration.name
        let range = "from \(spread.shortest.timeInSpace?.humanText ?? "") to \(spread.longest.timeInSpace?.humanText ?? "")"
        var caption = "One mark for each \(name) whose time in space is recorded: \(Numbers.grouped(spread.recordedCount)) craft, \(range)."
        if let marked, SpreadChart.isRecorded(marked) { caption += " \(marked.name) is the filled mark." }
        return [
            "heading": .text("Time in space of each \(name)"),
            "chart": .object(
                ChartView.make(
                    id: "spread-chart", label: "Chart: time in space of each \(name)", svg: spread.drawing(marking: marked),
                    caption: caption + " The table lists the figures.")),
        ]
    }
}
