import Catalogue
import TemplateEngine
import Testing

@testable import SiteGenerator

@Suite struct RecordViewTests {
    private func record(_ kind: PageKind, _ address: String, _ input: SiteInput) throws -> TemplateValue? {
        try #require(ViewContext(input).withRecords.view(kind, address))["record"]
    }

    @Test func aCraftHasTheFieldsOfItsRecordByTheAPIsNames() throws {
        #expect(
            try record(SpacecraftView.kind, "spacecraft/551-heron-freedom/", Sample.input())?.brief == """
                {"id":551,"name":"Heron Freedom","serial_number":"C212","is_placeholder":false,\
                "image":{"id":20,"name":"\(try #require(Sample.contents.images.first { $0.id == 20 }).name)"},\
                "in_space":true,"time_in_space":"P524DT5H55M59S","time_docked":"P515DT9H48M39S","flights_count":5,\
                "mission_ends_count":4,"status":{"id":1,"name":"Active"},"description":"",\
                "spacecraft_config":{"id":1,"name":"Heron Crew"},"fastest_turnaround":"P219DT42M6S"}
                """)
    }

    @Test func flightsHaveWhatTheSnapshotKeepsOfThem() throws {
        let record = try record(SpacecraftView.kind, "spacecraft/551-heron-freedom/", Sample.inputWithFlights())
        guard case .object(let object) = record, case .list(let flights) = object["flights"] else {
            Issue.record("there are no flights")
            return
        }
        #expect(
            flights.first?.brief == """
                {"id":817,"destination":"High Station","mission_end":"2025-03-18T21:57:07Z",\
                "launch":{"id":"5b1e","name":"Kite 9 | Heron 5","status":{"name":"Launch Successful"},"net":"2024-09-28T17:17:21Z",\
                "net_precision":{"name":"Second"},"launch_service_provider":{"id":121,"name":"Heronry"},\
                "rocket":{"configuration":{"full_name":"Kite 9 Block <5>"}}},\
                "landing":{"attempt":true,"success":true,"landing_location":{"name":"Gulf of Mexico"},"type":{"name":"Splashdown"}},\
                "duration":"P171DT4H39M46S","turn_around_time":"P219DT42M6S"}
                """)
    }

    @Test func whatAFullerFormHasIsNullInALesserOne() throws {
        let agency = try record(AgencyView.kind, "agencies/63-federal-space-agency-fsa/", Sample.input())
        #expect(agency?.brief == #"{"id":63,"name":"Federal Space Agency (FSA)","abbrev":"FSA","type":{"id":1,"name":"Government"}}"#)
        guard case .object(let object) = agency else { return }
        #expect(object["launchers"] == .null)
        #expect(
            try record(AgencyView.kind, "agencies/121-heronry/", Sample.input())?.brief.contains(
                #""country":[{"id":1,"name":"United States of America","alpha_2_code":"US"}],"#) == true)
    }

    @Test func whatTheSourceSaysStandsWherePagesShowOtherwise() throws {
        let input = try Sample.input { $0.spacecraft[0].name = "" }
        let record = try record(SpacecraftView.kind, "spacecraft/107/", input)
        #expect(record?.brief.hasPrefix(#"{"id":107,"name":"","serial_number":"#) == true)
    }

    @Test(arguments: RecordView.templates.map(\.name))
    func itIsMadeForThePagesWhoseTemplateReadsIt(template: String) throws {
        #expect(try LoadedTheme(Sample.theme, Sample.settings).recordReaders == [])
        for (text, isRead) in [("{{#record}}{{id}}{{/record}}", true), ("{{record.name}}", true), ("<p>a record of records</p>", false)] {
            let own = Theme(templates: [Theme.File(path: template, bytes: Array(text.utf8), origin: "own")], assets: [])
            let readers = try LoadedTheme(Sample.theme.overlaid(by: own), Sample.settings).recordReaders
            #expect(readers == Set(RecordView.templates.filter { isRead && $0.name == template }.map(\.kind)))
        }
    }

    @Test func aPageOfAThemeThatReadsNoneHasNone() throws {
        let view = try #require(ViewContext(Sample.input()).view(SpacecraftView.kind, "spacecraft/551-heron-freedom/"))
        #expect(view["record"] == .null)
    }
}
