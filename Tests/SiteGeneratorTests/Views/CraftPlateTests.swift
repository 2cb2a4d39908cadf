import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct CraftPlateTests {
    /// The plate of the first craft of a configuration.
    private func plate(_ craft: [Spacecraft]) throws -> TemplateObject {
        let site = ViewContext(try Sample.input { $0.spacecraft = craft })
        let first = try #require(craft.first)
        return CraftPlate.view(first, site.fragments.ofConfiguration(first.configurationID), site)
    }

    private func craft(_ id: Spacecraft.ID, days: Int?, docked: Int? = nil) -> Spacecraft {
        func time(_ days: Int?) -> ISODuration? { days.map { ISODuration(seconds: $0 * 86_400) } }
        return Spacecraft(
            id: id, name: "Craft \(id)", timeInSpace: time(days), timeDocked: time(docked), flightsCount: 1, missionEndsCount: 1,
            statusID: 4,
            configurationID: 2)
    }

    /// The first of this number of craft, with the rank of its time in space among them.
    @Test(arguments: [
        (1, "longest"), (2, "2nd longest"), (3, "3rd longest"), (4, "4th longest"), (10, "10th longest"), (11, "11th longest"),
        (12, "12th longest"), (13, "13th longest"), (20, "20th longest"), (21, "21st longest"), (22, "22nd longest"), (23, "23rd longest"),
        (101, "101st longest"), (111, "111th longest"), (112, "112th longest"), (113, "113th longest"), (121, "121st longest"),
    ])
    func aTimeIsRankedWithAnOrdinal(rank: Int, words: String) throws {
        let others = (1...120).map { (other: Int) in craft(RecordID(other + 1), days: (other < rank ? 1_000 : 500) - other) }
        let figures = try plate([craft(1, days: 500)] + others).figures("figures")
        #expect(figures.first == "Time in space: 500~d (\(words) of 121 Lark TM)")
    }

    @Test func aCraftHasTheFiguresOfItsLifeBesideThoseOfItsConfiguration() throws {
        let site = ViewContext(try Sample.input())
        let craft = try #require(site.model.catalogue.spacecraft[id: 551])
        #expect(
            CraftPlate.view(craft, site.fragments.ofConfiguration(1), site).brief
                == #"""
                {"kind":[{"name":"No. 551"},{"name":"Capsule","path":"types/1-capsule/"},\#
                {"name":"Heron Crew","path":"configurations/1-heron-crew/"}],"name":"Heron Freedom","is_ship":true,\#
                "serial":"Serial number C212","silhouette":"capsule","silhouette_label":"Drawing of a capsule",\#
                "stamp":{"text":"Active","path":"statuses/1-active/","note":"in space now","alive":true},"alive":true,\#
                "mark":{"text":"changed","datetime":"2026-03-01","when":"1~March 2026","path":"changes/"},"figures":[\#
                {"label":"Time in space","text":"524~d","known":true,"datetime":"P524D",\#
                "path":"spacecraft/by-time-in-space/","note":"longest of 2 Heron Crew","scale":{"share":100,"median_share":50}},\#
                {"label":"Time docked","text":"515~d","known":true,"datetime":"P515D",\#
                "path":"spacecraft/by-time-docked/","note":"longest of 2 Heron Crew","scale":{"share":100,"median_share":50}},\#
                {"label":"Flights","text":"5","known":true,"path":"spacecraft/by-flights/"},\#
                {"label":"Mission ends","text":"4","known":true,"path":"spacecraft/by-mission-ends/"},\#
                {"label":"Fastest turnaround","text":"219~d","known":true,"datetime":"P219DT42M6S","note":"between two flights"}],\#
                "figures_style":"","legend":"The tick on a bar marks the median."}
                """#)
    }

    @Test func theOnlyCraftOfItsConfigurationIsMeasuredAgainstAllWhereTheirTimesAreRecorded() throws {
        let alone = Spacecraft(
            id: 1, name: "Alone", timeInSpace: ISODuration(seconds: 86_400), flightsCount: 0, statusID: 4, configurationID: 3)
        #expect(
            try plate([alone, craft(2, days: 2), craft(3, days: nil), craft(4, days: 0)]).figures("figures") == [
                "Time in space: 1~d (2nd longest of 2 in the register, where recorded)", "Time docked: [not recorded]",
                "Flights: 0 (none yet)", "Mission ends: [not recorded]",
            ])
    }

    @Test(
        arguments: [
            (nil, nil, "[not recorded]", "[not recorded]"), (0, 0, "[not recorded]", "[none]"),
            (3, 2, "3~d (longest of 2 Lark TM)", "2~d (longest of 1 Lark TM, where recorded)"),
        ] as [(Int?, Int?, String, String)])
    func whatIsNotRecordedIsSaid(days: Int?, docked: Int?, inSpace: String, whenDocked: String) throws {
        let figures = try plate([craft(1, days: days, docked: docked), craft(2, days: 1)]).figures("figures")
        #expect(figures.prefix(2) == ["Time in space: \(inSpace)", "Time docked: \(whenDocked)"])
    }

    @Test(
        arguments: [
            (true, 1, 0, "in space now"), (false, 2, 1, "a flight is under way"), (false, 1, 1, ""), (false, nil, nil, ""), (nil, 1, 1, ""),
        ] as [(Bool?, Int?, Int?, String)])
    func theStampSaysWhetherItFlies(inSpace: Bool?, flights: Int?, ends: Int?, note: String) throws {
        let craft = Spacecraft(
            id: 1, name: "A", inSpace: inSpace, flightsCount: flights, missionEndsCount: ends, statusID: 4, configurationID: 2)
        let stamp = try plate([craft]).part("stamp")
        #expect(stamp?.text("text") == "Single Use")
        #expect(stamp?.text("note") == note)
        #expect(stamp?["alive"] == .bool(inSpace == true))
    }
}
