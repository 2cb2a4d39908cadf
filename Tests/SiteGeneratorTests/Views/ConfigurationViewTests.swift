import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct ConfigurationViewTests {
    private func view(_ address: String, _ change: (inout CatalogueContents) -> Void = { _ in }) throws -> TemplateObject {
        try #require(ViewContext(Sample.input(change)).view(ConfigurationView.kind, address))
    }

    @Test func aConfigurationHasItsCraftItsFlightsAndTheLongestTimeOnItsPlate() throws {
        let plate = try view("configurations/1-heron-crew/").part("plate")
        #expect(
            plate?.items("kind").map(\.brief) == [
                #"{"name":"Configuration 1"}"#, #"{"name":"Capsule","path":"types/1-capsule/"}"#,
                #"{"name":"Heron family","path":"families/2-heron/"}"#, #"{"name":"Heron 2 family","path":"families/3-heron-2/"}"#,
            ])
        #expect(
            plate?.figures("figures") == [
                "Craft: 2", "Flights: 12_350", "Longest in space: 524~d (Heron Freedom)", "Maiden flight: 2~March 2019",
            ])
        #expect(plate?.part("stamp")?.brief == #"{"text":"In use","note":"1 in space now","alive":true}"#)
    }

    @Test func aFamilyWithoutANameIsCalledAFamilyOnce() throws {
        let plate = try view("configurations/3-heron-xl/") { for index in $0.families.indices { $0.families[index].name = "" } }.part(
            "plate")
        #expect(
            plate?.items("kind").map(\.brief) == [
                #"{"name":"Configuration 3"}"#, #"{"name":"Cargo Resupply","path":"types/2-cargo-resupply/"}"#,
                #"{"name":"Family 3","path":"families/3/"}"#,
            ])
    }

    @Test func aConfigurationThatHasNotFlownSaysSo() throws {
        let plate = try view("configurations/3-heron-xl/").part("plate")
        #expect(plate?.figures("figures") == ["Craft: 1", "Flights: 0", "Longest in space: [not flown]"])
        #expect(plate?.part("stamp")?.brief == #"{"text":"Not in use","alive":false}"#)
    }

    @Test func itsFactsAreItsTypeAgencyFamilyAndWhatTheDetailedFormAdds() throws {
        #expect(
            try view("configurations/1-heron-crew/").facts("facts") == [
                "Type: Capsule → types/1-capsule/", "Agency: Heronry → agencies/121-heronry/",
                "Family: Heron → families/2-heron/; Heron 2 → families/3-heron-2/", "In use: yes", "Height: 748~m", "Diameter: 4.5~m",
                "Crew: 7", "Payload to orbit: 16_000~kg", "Payload back to Earth: [not recorded]", "Flight life: 210 days",
                "Fastest turnaround: 30~d 4~h", "Launches, by the source: 12, of them 1 failed",
                "More: Wikipedia → https://en.wikipedia.org/wiki/Heron",
            ])
        #expect(
            try view("configurations/4-finch-m/").facts("facts") == [
                "Type: Cargo Resupply → types/2-cargo-resupply/",
                "Agency: Federal Space Agency (FSA) → agencies/63-federal-space-agency-fsa/",
                "Family: [none recorded]", "In use: no",
            ])
    }

    @Test(
        arguments: [
            (nil, nil, []), (100, 4.5, []),
            (748, 4.5, ["The source gives a height of 748~m. That cannot be right; it is shown as recorded."]),
            (
                100.5, 1_000,
                [
                    "The source gives a height of 100.5~m. That cannot be right; it is shown as recorded.",
                    "The source gives a diameter of 1000~m. That cannot be right; it is shown as recorded.",
                ]
            ),
        ] as [(Double?, Double?, [String])])
    func aSizeBeyondAHundredMetresIsDoubted(height: Double?, diameter: Double?, doubts: [String]) throws {
        let view = try view("configurations/1-heron-crew/") {
            $0.configurations[0].details?.height = height
            $0.configurations[0].details?.diameter = diameter
        }
        #expect(view.items("doubts").map { $0.text("text") } == doubts)
    }

    @Test func itsTextsAreSanitizedEachUnderItsHeadingAndEmptyOnesAreLeftOut() throws {
        #expect(
            try view("configurations/1-heron-crew/").items("texts").map { "\($0.text("heading")): \($0.text("body_html"))" } == [
                ": <p>First paragraph.</p><p>Second &amp; last.</p>", "History: <p>Flown since 2020.</p>",
            ])
    }

    @Test(arguments: [
        ("configurations/1-heron-crew/", "All 2 in the register"), ("configurations/3-heron-xl/", "The one in the register"),
    ])
    func theHeadingOfItsCraftCountsThem(address: String, heading: String) throws {
        #expect(try view(address).text("fleet_heading") == heading)
    }

    @Test func withoutCraftThereIsAHeadingAndNoTable() throws {
        let view = try view("configurations/3-heron-xl/") { $0.spacecraft = [] }
        #expect(view.text("fleet_heading") == "No craft in the register")
        #expect(view["craft_table"] == .null)
        #expect(view["spread"] == .null)
    }
}
