import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct ChartTests {
    @Test(arguments: [
        (0.0, 1, 1), (0.5, 1, 1), (6, 1, 7), (7, 2, 8), (59, 10, 60), (60, 10, 70), (524, 100, 600), (900_000, 150_000, 1_050_000),
    ])
    func anAxisHasRoundStepsAndEndsBeyondTheLargestValue(largest: Double, step: Int, end: Int) {
        let scale = ChartScale(largest: largest)
        #expect(scale.step == step)
        #expect(scale.end == end)
        #expect(Array(scale.ticks).count <= 8)
    }

    @Test(arguments: [(0.0, "0"), (12, "12"), (12.34, "12.3"), (12.96, "13"), (-0.04, "0"), (-1.5, "-1.5")])
    func aNumberOfADrawingHasOneDecimalAtMost(number: Double, text: String) {
        #expect(SVG.number(number) == text)
    }

    @Test func everyTextOfADrawingIsEscaped() {
        var svg = SVG(width: 10, height: 5, label: "a \"b\" <c> & d")
        svg.circle("mark", at: .init(x: 1, y: 2), radius: 3, title: "</title><script>")
        svg.text("<x> & \"y\"", at: .init(x: 1, y: 2), anchor: .end, class: "n\"")
        svg.path("grid", "M0 0\"/>", isDashed: true)
        #expect(
            svg.safeHTML.html
                == #"<svg width="10" height="5" viewBox="0 0 10 5" role="img" aria-label="a &quot;b&quot; &lt;c&gt; &amp; d">"#
                + #"<circle class="mark" cx="1" cy="2" r="3"><title>&lt;/title&gt;&lt;script&gt;</title></circle>"#
                + #"<text class="n&quot;" x="1" y="2" text-anchor="end">&lt;x&gt; &amp; &quot;y&quot;</text>"#
                + #"<path class="grid" d="M0 0&quot;/&gt;" stroke-dasharray="3 4"/></svg>"#)
    }

    @Test func aDrawingOverAnotherLeavesItAsItIs() {
        var ground = SVG(width: 10, height: 5, label: "a")
        ground.path("grid", "M0 0")
        var over = SVG(over: ground)
        over.path("leader", "M1 1")
        var top = SVG(over: over)
        top.path("axis", "M2 2")
        let start = #"<svg width="10" height="5" viewBox="0 0 10 5" role="img" aria-label="a"><path class="grid" d="M0 0"/>"#
        #expect(ground.safeHTML.html == start + "</svg>")
        #expect(over.safeHTML.html == start + #"<path class="leader" d="M1 1"/></svg>"#)
        #expect(top.safeHTML.html == start + #"<path class="leader" d="M1 1"/><path class="axis" d="M2 2"/></svg>"#)
    }

    private func marks(_ count: Int) -> [(point: SVG.Point, craft: Spacecraft)] {
        (0..<count).map { index in
            (
                SVG.Point(x: Double(index), y: 0),
                Spacecraft(id: RecordID(index), name: "Craft \(index)", inSpace: index == 3, statusID: 1, configurationID: 1)
            )
        }
    }

    @Test func upToTheLimitEachCraftHasItsMark() {
        let merged = ChartMarks.merged(marks(5), limit: 5, cell: 4, .english)
        #expect(merged.map(\.title) == (0..<5).map { "Craft \($0)" })
        #expect(merged.map(\.isInSpace) == [false, false, false, true, false])
    }

    @Test func beyondItTheCraftOfOneCellShareAMarkAliveIfOneOfThemIs() {
        let merged = ChartMarks.merged(marks(9), limit: 5, cell: 4, .english)
        #expect(merged.map(\.point.x) == [0, 4, 8])
        #expect(merged.map(\.count) == [2, 4, 3])
        #expect(merged.map(\.title) == ["2 craft", "4 craft", "3 craft"])
        #expect(merged.map(\.isInSpace) == [false, true, false])
        #expect(merged.reduce(0) { $0 + $1.count } == 9)
    }

    @Test func aChartOfTimesNeedsTwoFlownCraft() throws {
        #expect(TimesChart.make([], .english) == nil)
        #expect(TimesChart.make([Sample.spacecraft[0]], .english) == nil)
        #expect(TimesChart.make(Sample.spacecraft, .english)?.safeHTML.html.ranges(of: "<circle").count == 6)
    }
}
