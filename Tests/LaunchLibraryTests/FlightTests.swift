import Catalogue
import LaunchLibrary
import Testing

@Suite struct FlightTests {
    private func flights(_ list: String) throws -> [Flight]? {
        try read(Sample.craft(flights: list)).catalogue.spacecraft[id: 902]?.flights
    }

    @Test func aDetailedCraftBringsItsFlightsAndTheRestOfItIsWhatItIsWithoutThem() throws {
        let reading = try read(Sample.craft(flights: Sample.flights))
        var contents = try Sample.catalogue().contents
        contents.spacecraft[0].flights = Sample.flightsRead
        #expect(try reading.catalogue == Catalogue(contents))
        #expect(reading.mode == .detailed)
        #expect(reading.warnings.isEmpty)
    }

    @Test func whoLaunchesIsToldWithTheFlightAndIsNoAgencyOfTheCatalogueForThat() throws {
        let catalogue = try read(Sample.craft(flights: Sample.flights)).catalogue
        #expect(catalogue.agencies.map(\.id) == [501])
    }

    @Test(arguments: [("[]", []), ("null", nil)] as [(String, [Flight]?)])
    func noFlightsAreAnotherThingThanFlightsThatAreNotGiven(list: String, flights expected: [Flight]?) throws {
        #expect(try flights(list) == expected)
        #expect(try read(Sample.craft).catalogue.spacecraft[id: 902]?.flights == nil)
    }

    @Test(arguments: [
        (#"{"id": 1}"#, Flight(id: 1)),
        (#"{"id": 1, "launch": {}, "landing": {}}"#, Flight(id: 1, launch: Launch(), landing: Landing())),
        (
            #"{"id": 1, "launch": {"rocket": {"configuration": {"name": "Sever", "full_name": ""}}, "net_precision": {"id": 0}}}"#,
            Flight(id: 1, launch: Launch(rocket: "Sever"))
        ),
        (
            #"{"id": 1, "landing": {"success": null, "landing_location": null, "type": {"id": 1, "name": ""}}}"#,
            Flight(id: 1, landing: Landing(type: ""))
        ),
    ])
    func everythingButTheIdMayBeNullAbsentOrEmpty(record: String, flight: Flight) throws {
        #expect(try flights("[\(record)]") == [flight])
    }

    @Test func theyStandInTheOrderOfIdsWhateverTheOrderOfTheRecordAndOneThatIsThereTwiceCountsOnceAsItCameFirst() throws {
        let list = #"[{"id": 3}, {"id": 1, "destination": "Here"}, {"id": 2}, {"id": 1, "destination": "There"}]"#
        #expect(try flights(list) == [Flight(id: 1, destination: "Here"), Flight(id: 2), Flight(id: 3)])
    }

    @Test func ofACraftInTwoFormsTheOneWithFlightsIsKeptAndNoFlightsContradictNone() throws {
        let normal = Sample.craft.replacing(#""detailed", "id": 902"#, with: #""normal", "id": 902"#)
        for text in ["[\(normal), \(Sample.craft(flights: Sample.flights))]", "[\(Sample.craft(flights: Sample.flights)), \(normal)]"] {
            let reading = try read(text)
            #expect(reading.catalogue.spacecraft[id: 902]?.flights == Sample.flightsRead)
            #expect(reading.mode == .normal)
            #expect(reading.warnings.isEmpty)
        }
    }

    @Test func copiesThatSayDifferentThingsOfAFlightAreToldByTheFlightAndTheField() throws {
        let first = Sample.craft(flights: Sample.flights)
        let second = first.replacing("2024-11-06T23:30:21Z", with: "2024-11-07T00:00:00Z").replacing(#""id": 900"#, with: #""id": 901"#)
        #expect(
            try read("[\(first), \(second)]").warnings.map(\.description) == [
                #"spacecraft 902 › flights › 817 › mission_end: the source says both "2024-11-06T23:30:21Z" and "2024-11-07T00:00:00Z"; "#
                    + #"kept "2024-11-06T23:30:21Z""#,
                #"spacecraft 902 › flights › 900: the source says both "Sever 2 | Aurora 10" and null; kept "Sever 2 | Aurora 10""#,
                #"spacecraft 902 › flights › 901: the source says both null and "Sever 2 | Aurora 10"; kept null"#,
            ])
    }

    @Test func aSnapshotKeepsThemOnTheLineOfTheirCraftInTheAPIsOwnNestingWithoutNullsAndGivesThemBackEqual() throws {
        let snapshot = Snapshot(try read(Sample.craft(flights: Sample.flights)))
        let text = String(decoding: snapshot.encoded(), as: UTF8.self)
        #expect(
            text.contains(
                """
                "fastest_turnaround":"P90D","flights":[\
                {"destination":"Polar Station","duration":"P39DT6H13M","id":817,\
                "landing":{"attempt":true,"landing_location":{"name":"Barents Sea"},"success":false,"type":{"name":"Splashdown"}},\
                "launch":{"id":"fd7dd4a8-1cf8-4c9d-8e79-bd6ff59c2e1a","launch_service_provider":{"id":77,"name":"Northern Launches"},\
                "name":"Sever 2 | Aurora 9","net":"2024-09-28T17:17:21Z","net_precision":{"name":"Second"},\
                "rocket":{"configuration":{"full_name":"Sever 2"}},"status":{"name":"Launch Successful"}},\
                "mission_end":"2024-11-06T23:30:21Z","turn_around_time":"P200DT1S"},\
                {"id":900,"launch":{"id":"a2b5","launch_service_provider":{"id":78,"name":"Lapland Launches"},\
                "name":"Sever 2 | Aurora 10","net":"2026-06-30T00:00:00Z"}}],"flights_count":3
                """))
        #expect(try Snapshot(decoding: snapshot.encoded(), path: "s") == snapshot)
        for flights in [[], [Flight(id: 1)], [Flight(id: 1, launch: Launch(), landing: Landing())]] {
            var contents = try Sample.catalogue().contents
            contents.spacecraft[0].flights = flights
            let snapshot = try Snapshot(source: "s", mode: .detailed, dataDate: .unknown, catalogue: Catalogue(contents))
            #expect(try Snapshot(decoding: snapshot.encoded(), path: "s") == snapshot)
        }
    }

    @Test func aDetailedSnapshotFromBeforeFlightsWereReadIsReadAsItWasAndWrittenTheSameByteForByte() throws {
        let text = SnapshotTests.text.replacing("\"mode\":\"normal\"", with: "\"mode\":\"detailed\"")
        let snapshot = try Snapshot(decoding: Array(text.utf8), path: "s")
        #expect(snapshot.catalogue.spacecraft.map(\.flights) == [nil, nil])
        #expect(String(decoding: snapshot.encoded(), as: UTF8.self) == text)
    }

    @Test func aDamagedFlightOfASnapshotIsNamedByItsLineAndPath() throws {
        let text = SnapshotTests.text.replacing(
            #""flights_count":0"#, with: #""flights":[{"id":1},{"id":2,"launch":{"net":"soon"}}],"flights_count":0"#)
        let error = #expect(throws: DataProblems.self) { try Snapshot(decoding: Array(text.utf8), path: "s.json") }
        #expect(
            error?.description == #"s.json:35: spacecraft 10 › flights[1] › launch › net: "#
                + #"expected a time such as 2026-03-01T04:05:06Z, found "soon". Restore the file, or make it anew with 'hangar fetch'"#)
    }
}
