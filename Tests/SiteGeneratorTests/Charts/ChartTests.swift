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
        var svg = SVG(height: 5, label: "a \"b\" <c> & d", style: "s\"")
        svg.circle("mark", at: .init(x: 10, y: 2), radius: 3, title: "</title><script>")
        svg.text("<x> & \"y\"", at: .init(x: 10, y: 2), anchor: .end, class: "n\"")
        svg.path("grid", "M0 0\"/>", isDashed: true)
        #expect(
            svg.safeHTML.html
                == #"<svg class="s&quot;" width="100%" height="5" role="img" aria-label="a &quot;b&quot; &lt;c&gt; &amp; d">"#
                + #"<circle class="mark" cx="1%" cy="2" r="3"><title>&lt;/title&gt;&lt;script&gt;</title></circle>"#
                + #"<text class="n&quot;" x="1%" y="2" text-anchor="end">&lt;x&gt; &amp; &quot;y&quot;</text>"#
                + #"<path class="grid" d="M0 0&quot;/&gt;" stroke-dasharray="3 4"/></svg>"#)
    }

    @Test func aDrawingIsAsWideAsItsPlaceAndOnlyItsLinesAreStretched() {
        var svg = SVG(height: 80, label: "a")
        svg.stretched { svg in
            svg.group("span") { $0.path(nil, "M0 7H500", title: "Heron 1") }
        }
        svg.line("leader", at: 333, from: 4, to: 20)
        svg.text("Heron", at: .init(x: 1_000, y: 20), shift: -8, lift: 5)
        #expect(
            svg.safeHTML.html
                == #"<svg width="100%" height="80" role="img" aria-label="a"><svg viewBox="0 0 1000 80" preserveAspectRatio="none">"#
                + #"<g class="span"><path d="M0 7H500"><title>Heron 1</title></path></g></svg>"#
                + #"<line class="leader" x1="33.3%" x2="33.3%" y1="4" y2="20"/><text x="100%" y="15" dx="-8">Heron</text></svg>"#)
    }

    @Test func aDrawingOverAnotherLeavesItAsItIs() {
        var ground = SVG(height: 5, label: "a")
        ground.path("grid", "M0 0")
        var over = SVG(over: ground)
        over.path("leader", "M1 1")
        var top = SVG(over: over)
        top.path("axis", "M2 2")
        let start = #"<svg width="100%" height="5" role="img" aria-label="a"><path class="grid" d="M0 0"/>"#
        #expect(ground.safeHTML.html == start + "</svg>")
        #expect(over.safeHTML.html == start + #"<path class="leader" d="M1 1"/></svg>"#)
        #expect(top.safeHTML.html == start + #"<path class="leader" d="M1 1"/><path class="axis" d="M2 2"/></svg>"#)
    }

    private func marks(_ count: Int, cell: Double) -> [ChartMarks.Mark] {
        ChartMarks.merged((0..<count).map { SVG.Point(x: Double($0), y: 0) }, limit: 5, cell: cell)
    }

    private func titles(_ marks: [ChartMarks.Mark]) -> [String] {
        marks.map { mark in
            mark.title(
                .english, craft: { Spacecraft(id: RecordID($0), name: "Craft \($0)", statusID: 1, configurationID: 1) },
                alone: { .text("\($0.name) alone") })
        }
    }

    @Test func upToTheLimitEachCraftHasItsMark() {
        let marks = marks(5, cell: 4)
        #expect(marks.map(\.members) == [[0], [1], [2], [3], [4]])
        #expect(titles(marks) == (0..<5).map { "Craft \($0) alone" })
    }

    @Test func beyondItTheCraftOfOneCellShareAMark() {
        let marks = marks(9, cell: 4)
        #expect(marks.map(\.point.x) == [0, 4, 8])
        #expect(marks.map(\.members) == [[0, 1], [2, 3, 4, 5], [6, 7, 8]])
        #expect(titles(marks) == ["Craft 0, Craft 1", "Craft 2, Craft 3, Craft 4, Craft 5", "Craft 6, Craft 7, Craft 8"])
    }

    @Test func aMarkOfManyNamesTheFirstAndCountsTheOthers() {
        #expect(titles(marks(7, cell: 40)) == ["Craft 0, Craft 1, Craft 2 and 4 more"])
    }

    @Test func aMarkOfSeveralIsAliveIfOneOfThemIs() {
        func craft(_ number: Int, isInSpace: Bool) -> Spacecraft {
            var craft = flown(number)
            craft.inSpace = isInSpace
            return craft
        }
        // All but the last share a place, and one of those is in space.
        let together = (1...801).map { number in
            var craft = craft(number, isInSpace: number == 400)
            craft.timeInSpace = ISODuration(seconds: 86_400)
            craft.timeDocked = nil
            return craft
        }
        let html = TimesChart(EntityTable(together + [craft(802, isInSpace: false)]), .english)?.svg.safeHTML.html ?? ""
        #expect(html.ranges(of: #"<circle class="mark alive""#).count == 1)
        #expect(html.ranges(of: #"<circle class="mark""#).count == 1)
    }

    @Test func aChartOfTimesNeedsTwoFlownCraft() throws {
        #expect(TimesChart(EntityTable([]), .english) == nil)
        #expect(TimesChart(EntityTable([Sample.spacecraft[0]]), .english) == nil)
        let chart = TimesChart(EntityTable(Sample.spacecraft), .english)
        #expect(chart?.svg.safeHTML.html.ranges(of: "<circle").count == 6)
        #expect(chart?.axes == nil)
    }

    private func flown(_ number: Int) -> Spacecraft {
        Spacecraft(
            id: RecordID(number), name: "Craft \(number)", timeInSpace: ISODuration(seconds: number * 43_200),
            timeDocked: ISODuration(seconds: number * 83 % 450 * 43_200),
            flightsCount: 1, configurationID: 1)
    }

    @Test func aChartOfTooManyMarksForWordsIsOnePathAndSaysItsAxes() {
        let chart = TimesChart(EntityTable((1...900).map(flown)), .english)
        #expect(chart?.axes == "500 250 30 396")
        #expect(chart?.svg.safeHTML.html.contains("<circle") == false)
        #expect(chart?.svg.safeHTML.html.contains(#"<path class="dots" d="M0 "#) == true)
    }

    @Test func twelveCraftHaveTheirNamesWhetherOrNotTheLineHasItsOwn() {
        func craft(_ number: Int, _ daysInSpace: Int, _ daysDocked: Int) -> Spacecraft {
            Spacecraft(
                id: RecordID(number), name: "C\(number)", timeInSpace: ISODuration(seconds: daysInSpace * 86_400),
                timeDocked: ISODuration(seconds: daysDocked * 86_400), flightsCount: 1, configurationID: 1)
        }
        let spread = (1...20).map { craft($0, 20 + $0 * 137 % 480, $0 * 15) } + [craft(21, 524, 524)]
        // Where the words of the line would stand, on either side of its middle.
        let inTheWay = [craft(22, 300, 391), craft(23, 450, 391)]
        for (fleet, hasLine) in [(spread, true), (spread + inTheWay, false)] {
            let html = TimesChart(EntityTable(fleet), .english)?.svg.safeHTML.html ?? ""
            #expect(html.contains(">docked for as long as in space</text>") == hasLine)
            #expect(html.ranges(of: #"<text class="name"#).count == 12)
        }
    }

    @Test func theLowestNumberIsTakenFirst() {
        var numbers = LowestFirst()
        for number in [5, 3, 8, 1, 9, 2, 7] { numbers.insert(number) }
        #expect([numbers.removeLowest(), numbers.removeLowest(), numbers.removeLowest()] == [1, 2, 3])
        numbers.insert(4)
        #expect((0..<6).map { _ in numbers.removeLowest() } == [4, 5, 7, 8, 9, nil])
    }

    private func place(_ name: String, at x: Double, _ y: Double, in labels: inout ChartLabels) -> ChartLabels.Place? {
        labels.place(name, at: .init(x: x, y: y), number: 0)
    }

    @Test func aNameStandsBesideItsPointAndBeforeItWhereTheDrawingEnds() {
        var labels = ChartLabels([.init(x: 100, y: 50)], top: 30, bottom: 396)
        #expect(place("Heron", at: 100, 50, in: &labels) == .init(shift: 10, lift: -5, anchor: .start, isForAll: true))
        #expect(place("Heron", at: 990, 90, in: &labels) == .init(shift: -10, lift: -5, anchor: .end, isForAll: true))
    }

    @Test func aNameMeetsNoOtherNameNoPointAndNoAxis() {
        var labels = ChartLabels([.init(x: 100, y: 50), .init(x: 150, y: 150)], top: 30, bottom: 396)
        #expect(place("Heron", at: 100, 50, in: &labels) != nil)
        #expect(place("Heron, a long name", at: 110, 52, in: &labels) == nil)
        #expect(place("Heron", at: 110, 150, in: &labels)?.anchor == .end)
        #expect(place("A very long name", at: 110, 150, in: &labels) == nil)
        // On the axis a name stands above it.
        #expect(place("Finch", at: 300, 396, in: &labels)?.lift == 9)
    }

    @Test(arguments: [("Heron 1", 52.5), ("ソユーズTM、1986年", 135), ("Союз", 30), ("", 0)] as [(String, Double)])
    func wideLettersTakeTwiceTheRoom(name: String, width: Double) {
        #expect(ChartLabels.width(of: name) == width)
    }

    @Test(
        arguments: [
            // Both names, the shorter one on wide screens alone, and the longer one alone.
            (5, ["name", "name"], ["leader", "leader"]), (30, ["name", "name middle"], ["leader", "leader middle"]),
            (60, ["name"], ["leader"]),
        ] as [(Int, [String], [String])])
    func theNamesOfASpreadDoNotMeet(length: Int, names: [String], leaders: [String]) throws {
        let craft = [1, 100].map { days in
            Spacecraft(
                id: RecordID(days), name: String(repeating: "H", count: length), timeInSpace: ISODuration(seconds: 86_400 * days),
                flightsCount: 1, statusID: 1, configurationID: 1)
        }
        let html = try #require(SpreadChart(craft, .english)).drawing(marking: nil, .english).safeHTML.html
        #expect(html.matches(of: #/<text class="([a-z ]*)"/#).map { String($0.1) } == names)
        #expect(html.matches(of: #/<line class="([a-z ]*)"/#).map { String($0.1) } == leaders)
    }

    @Test func aNameWithoutRoomOnATelephoneIsForWiderScreens() {
        var labels = ChartLabels([.init(x: 500, y: 50)], top: 30, bottom: 396)
        #expect(place("A very long name", at: 500, 50, in: &labels) == .init(shift: 10, lift: -5, anchor: .start, isForAll: false))
    }
}
