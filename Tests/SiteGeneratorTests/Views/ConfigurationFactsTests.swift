import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct ConfigurationFactsTests {
    private let model: SiteModel

    init() throws { model = SiteModel(try Sample.input()) }

    private func facts(_ change: (inout Configuration.Details) -> Void) -> [String] {
        var details = Configuration.Details()
        change(&details)
        return (["facts": .objects(ConfigurationFacts.facts(details, model))] as TemplateObject).facts("facts")
    }

    private func counters(_ change: (inout FlightStatistics) -> Void) -> [String] {
        var statistics = FlightStatistics()
        change(&statistics)
        return (["facts": .objects(ConfigurationFacts.facts(statistics))] as TemplateObject).facts("facts")
    }

    @Test func ofEmptyDetailsNothingIsRecorded() {
        #expect(
            facts { _ in } == [
                "Height: [not recorded]", "Diameter: [not recorded]", "Crew: [not recorded]", "Payload to orbit: [not recorded]",
                "Payload back to Earth: [not recorded]", "Flight life: [not recorded]",
            ])
    }

    @Test(
        arguments: [
            (nil, nil, "[not recorded]"), (7, true, "7"), (7, nil, "7"), (7, false, "7"),
            (nil, true, "rated for crew, capacity not recorded"),
            (0, true, "rated for crew, capacity not recorded"), (0, nil, "none"), (0, false, "none"), (nil, false, "none"),
        ] as [(Int?, Bool?, String)])
    func aCrewIsDescribedByItsSeatsOrByWhetherThereIsOne(capacity: Int?, isRated: Bool?, words: String) {
        let facts = facts {
            $0.crewCapacity = capacity
            $0.humanRated = isRated
        }
        #expect(facts[2] == "Crew: \(words)")
    }

    @Test(
        arguments: [
            (4, "4"), (4.5, "4.5"), (748, "748"), (0.25, "0.25"), (12_345, "12_345"), (7.480000000000001, "7.48"), (0.1 + 0.2, "0.3"),
            (2.9996, "3"),
        ] as [(Double, String)])
    func aLengthHasNoNeedlessDecimals(metres: Double, text: String) {
        #expect(facts { $0.height = metres }.first == "Height: \(text)~m")
    }

    @Test(
        arguments: [
            (0, nil, "0"), (0, 0, "0"), (12, nil, "12"), (12, 0, "12, none failed"), (12, 1, "12, of them 1 failed"),
            (12_000, 1_000, "12_000, of them 1000 failed"),
        ] as [(Int, Int?, String)])
    func launchesAreCountedWithThoseThatFailed(launches: Int, failed: Int?, words: String) {
        let facts = counters {
            $0.totalLaunchCount = launches
            $0.failedLaunches = failed
        }
        #expect(facts == ["Launches, by the source: \(words)"])
    }

    @Test func landingsAreCountedOnlyWhereBothFiguresAreGiven() {
        #expect(counters { $0.attemptedLandings = 3 } == [])
        let landings = counters {
            $0.attemptedLandings = 3
            $0.successfulLandings = 2
        }
        #expect(landings == ["Landings, by the source: 2 of 3 attempted"])
    }

    @Test func linksLeadToTheWebOnly() {
        let facts = facts {
            $0.wikiLink = "https://en.wikipedia.org/wiki/Lark"
            $0.infoLink = "javascript:alert(1)"
        }
        #expect(facts.last == "More: Wikipedia → https://en.wikipedia.org/wiki/Lark")
    }
}
