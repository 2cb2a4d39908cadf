import Catalogue
import Testing

/// The flights of a craft are reported as changes of the craft.
@Suite struct FlightChangesTests {
    private static let flights = [
        Flight(
            id: 700, destination: "ISS", missionEnd: Timestamp(rfc3339: "2024-10-25T07:29:02Z"), duration: Fixture.duration("P235D"),
            launch: Launch(
                id: "a", name: "Falcon 9 | Crew-8", net: Timestamp(rfc3339: "2024-03-04T03:53:38Z"), netPrecision: "Second",
                status: "Launch Successful", launchServiceProvider: .init(id: 121, name: "SpaceX"), rocket: "Falcon 9 Block 5"),
            landing: Landing(attempt: true, success: true, landingLocation: "Gulf of Mexico", type: "Splashdown")),
        Flight(
            id: 817, duration: Fixture.duration("P3D"),
            launch: Launch(name: "Falcon 9 | Crew-9", net: Timestamp(rfc3339: "2024-09-28T17:17:21Z"))),
    ]

    private func catalogue(flights: [Flight]?, _ change: (inout Spacecraft) -> Void = { _ in }) throws -> Catalogue {
        try Fixture.catalogue { contents in
            contents.spacecraft[3].flights = flights
            change(&contents.spacecraft[3])
        }
    }

    /// The reported changes of the craft when its earlier flights were the sample's.
    private func fields(_ flights: [Flight]?, _ change: (inout Spacecraft) -> Void = { _ in }) throws -> [FieldChange] {
        let changes = try catalogue(flights: flights, change).changes(since: catalogue(flights: Self.flights))
        guard let only = changes.first else { return [] }
        #expect(changes.count == 1)
        #expect((only.entity, only.name) == (EntityKey(.spacecraft, 551), "Crew Dragon Freedom"))
        guard case .changed(let fields) = only.event else { return [] }
        return fields
    }

    @Test func aFlightThatIsAddedOrGoneIsToldByItsName() throws {
        let added = Self.flights + [Flight(id: 900, launch: Launch(name: "Falcon 9 | Crew-12")), Flight(id: 1000)]
        #expect(
            try fields(added) == [
                FieldChange(field: "flights › 900", from: nil, to: "Falcon 9 | Crew-12"),
                FieldChange(field: "flights › 1000", from: nil, to: "Flight 1000"),
            ])
        #expect(try fields([Self.flights[1]]) == [FieldChange(field: "flights › 700", from: "Falcon 9 | Crew-8", to: nil)])
        #expect(
            try fields([]) == [
                FieldChange(field: "flights › 700", from: "Falcon 9 | Crew-8", to: nil),
                FieldChange(field: "flights › 817", from: "Falcon 9 | Crew-9", to: nil),
            ])
    }

    @Test func eachFieldOfAFlightThatChangesIsTold() throws {
        var changed = Self.flights
        changed[0] = Flight(
            id: 700, destination: "Mir", missionEnd: Timestamp(rfc3339: "2024-10-26T00:00:00Z"), duration: Fixture.duration("P236D"),
            turnAroundTime: Fixture.duration("P90D"),
            launch: Launch(
                id: "b", name: "Crew-8", net: Timestamp(rfc3339: "2024-03-01T00:00:00Z"), netPrecision: "Month", status: "Go",
                launchServiceProvider: .init(id: 44, name: "NASA"), rocket: "Falcon"),
            landing: Landing(attempt: false, success: nil, landingLocation: "Atlantic", type: "Parachute"))
        #expect(
            try fields(changed) == [
                FieldChange(field: "flights › 700 › destination", from: "ISS", to: "Mir"),
                FieldChange(field: "flights › 700 › mission_end", from: "2024-10-25T07:29:02Z", to: "2024-10-26T00:00:00Z"),
                FieldChange(field: "flights › 700 › duration", from: "P235D", to: "P236D"),
                FieldChange(field: "flights › 700 › turn_around_time", from: nil, to: "P90D"),
                FieldChange(field: "flights › 700 › launch › id", from: "a", to: "b"),
                FieldChange(field: "flights › 700 › launch › name", from: "Falcon 9 | Crew-8", to: "Crew-8"),
                FieldChange(field: "flights › 700 › launch › net", from: "2024-03-04T03:53:38Z", to: "2024-03-01T00:00:00Z"),
                FieldChange(field: "flights › 700 › launch › net_precision", from: "Second", to: "Month"),
                FieldChange(field: "flights › 700 › launch › status", from: "Launch Successful", to: "Go"),
                FieldChange(field: "flights › 700 › launch › launch_service_provider", from: "SpaceX", to: "NASA"),
                FieldChange(field: "flights › 700 › launch › rocket", from: "Falcon 9 Block 5", to: "Falcon"),
                FieldChange(field: "flights › 700 › landing › attempt", from: "true", to: "false"),
                FieldChange(field: "flights › 700 › landing › success", from: "true", to: nil),
                FieldChange(field: "flights › 700 › landing › landing_location", from: "Gulf of Mexico", to: "Atlantic"),
                FieldChange(field: "flights › 700 › landing › type", from: "Splashdown", to: "Parachute"),
            ])
    }

    @Test func theDurationOfAFlightThatHasNotEndedTicksAndIsNoChangeItsEndIs() throws {
        var later = Self.flights
        later[1].duration = Fixture.duration("P4D")
        #expect(try fields(later) == [])
        later[1].missionEnd = Timestamp(rfc3339: "2024-10-02T17:17:21Z")
        #expect(
            try fields(later) == [
                FieldChange(field: "flights › 817 › mission_end", from: nil, to: "2024-10-02T17:17:21Z"),
                FieldChange(field: "flights › 817 › duration", from: "P3D", to: "P4D"),
            ])
    }

    @Test func betweenTheModesFlightsNeitherComeNorGo() throws {
        #expect(try fields(nil) == [])
        #expect(try catalogue(flights: Self.flights).changes(since: catalogue(flights: nil)) == [])
        #expect(try catalogue(flights: nil).changes(since: catalogue(flights: [])) == [])
    }

    @Test func whatBothModesGiveIsToldWhenTheModeChangesAlsoWhereItWasNull() throws {
        let told = [FieldChange(field: "serial_number", from: "C212", to: nil), FieldChange(field: "flights_count", from: "5", to: "6")]
        #expect(
            try fields(nil) {
                $0.serialNumber = nil
                $0.flightsCount = 6
            } == told)
    }

    @Test func aCraftWithFlightsIsInTheDetailedFormAlsoWithNoneOfThem() throws {
        #expect(try catalogue(flights: Self.flights).spacecraft[id: 551]?.form == .detailed)
        #expect(try catalogue(flights: []).spacecraft[id: 551]?.form == .detailed)
        #expect(try catalogue(flights: nil).spacecraft[id: 551]?.form == .normal)
    }
}
