import Catalogue
import TemplateEngine

/// The times in space of a configuration's craft, as a chart.
enum SpreadView {
    static let shape: TemplateShape = ["heading": .text, "chart": ChartView.shape]
    private static let layout = ObjectLayout(shape)
    private static let caption = MessageLayout("spread.caption", "configuration", "count", "shortest", "longest", "filled_mark")
    private static let figures = TemplateValue.message("spread.figures")
    private static let filledMark = MessageLayout("spread.filled_mark", "craft")

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
        return TemplateObject(
            layout,
            [
                drawing.heading,
                .object(
                    ChartView.make(
                        id: "spread-chart", label: drawing.label, svg: drawing.chart.drawing(marking: marked, messages),
                        caption: caption(
                            drawing.name, .integer(drawing.chart.recordedCount), Formatted.duration(shortest), Formatted.duration(longest),
                            isMarked ? filledMark(marked?.shownName ?? .null) : ""), note: figures)),
            ])
    }
}
