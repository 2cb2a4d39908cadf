import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct SuperlativesViewTests {
    typealias Examples = SuperlativeHistoryTests

    static func page(_ fetches: [[Change]], craft: [Spacecraft] = [Examples.ada, Examples.ben, Examples.cy]) throws -> String {
        let history = fetches.enumerated().flatMap { fetch, changes in
            changes.map { DatedChange(date: Timestamp(secondsSince1970: Sample.firstFetch.secondsSince1970 + 86_400 * fetch), change: $0) }
        }
        return try Rendered(Sample.input({ $0.spacecraft = craft }, history: history))["records/index.html"]
    }

    static func link(_ id: Int, _ name: String) -> String {
        "<a class=\"ship\" href=\"../spacecraft/\(id)-\(name.lowercased())/\">\(name)</a>"
    }
    static let date = "<time datetime=\"2026-01-02\">2\u{A0}January 2026</time>"

    @Test func craftOfEqualValueThatAListLeavesOutAreCounted() throws {
        let craft = (1...40).map { id in
            var craft = Examples.ada
            craft.id = RecordID(id)
            craft.flightsCount = 2
            return craft
        }
        let view = try #require(ViewContext(Sample.input { $0.spacecraft = craft }).view(SuperlativesView.kind, "records/"))
        #expect(
            view.items("sections").first { $0.text("id") == "flights" }?.text("tie")
                == "40~craft share the figure 2; the first of them stand here.")
    }

    @Test func aRecordThatChangedHandsSaysSinceWhenAndWhoHeldItBefore() throws {
        let page = try Self.page([Examples.all, [Examples.changed(1, ("time_in_space", "P1D", "P400D"))]])
        #expect(
            page.contains(
                "<p class=\"note\">Held by \(Self.link(1, "Ada")) since \(Self.date); before that by \(Self.link(2, "Ben")), with 350\u{A0}d.</p>"
            ))
    }

    @Test func heldBySeveralItNamesThemAll() throws {
        let page = try Self.page([Examples.all, [Examples.changed(1, ("flights_count", "1", "3"))]])
        #expect(page.contains("before that by \(Self.link(2, "Ben")), \(Self.link(3, "Cy")), with 2.</p>"))
    }

    @Test func aRecordWithAnotherFigureInTheSameHandsSaysTheOneBefore() throws {
        let page = try Self.page([Examples.all, [Examples.changed(1, ("time_in_space", "P399D", "P400D"))]])
        #expect(page.contains("<p class=\"note\">At this figure since \(Self.date); before that 399\u{A0}d.</p>"))
    }

    @Test func theLastChangesAreThoseOfTheCraftListedInTheFiguresThatDecide() throws {
        let page = try Self.page([
            Examples.all, [Examples.changed(2, ("mission_ends_count", "1", "2"), ("serial_number", nil, "7"))],
            [Examples.changed(3, ("status", "4", "1"))], [Examples.changed(9, ("flights_count", "1", "2"))],
        ])
        let list = try #require(page.firstRange(of: "<h2 id=\"changed\">Last changes of these figures</h2>"))
        #expect(
            page[list.upperBound...].hasPrefix(
                """

                <ul class="changes">
                <li><span class="label ">changed</span> \(Self.link(2, "Ben").replacing("Ben<", with: "X<")) <span class="note">\(Self.date)</span>
                <ul>
                <li>Number of mission ends: <bdi>1</bdi> → <bdi>2</bdi></li>
                </ul>
                </li>
                </ul>
                </section>
                """))
    }

    @Test func nothingIsSaidWhereNothingChangedSinceTheHistoryBegan() throws {
        let page = try Self.page([Examples.all])
        #expect(!page.contains("since <time"))
        #expect(!page.contains("Last changes"))
    }
}
