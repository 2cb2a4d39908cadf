import Catalogue
import SiteGenerator

extension Sample {
    /// The register with flights: five of one craft in no order, each with a different amount of data, and one of another craft.
    static func inputWithFlights() throws -> SiteInput {
        let history =
            history + [
                DatedChange(
                    date: lastFetch,
                    change: change(
                        .spacecraft, 551, "Heron Freedom", ("flights › 817 › mission_end", nil, "2025-03-18T21:57:07Z"),
                        ("flights › 900", nil, "Kite 9 | Heron 6")))
            ]
        return try input(
            { contents in
                contents.spacecraft[3].flights = [Flight(id: 40)]
                contents.spacecraft[4].flights = flights
            }, history: history)
    }

    static let flights = [
        Flight(
            id: 817, destination: "High Station", missionEnd: Timestamp(rfc3339: "2025-03-18T21:57:07Z"),
            duration: duration("P171DT4H39M46S"),
            turnAroundTime: duration("P219DT42M6S"),
            launch: Launch(
                id: "5b1e", name: "Kite 9 | Heron 5", net: Timestamp(rfc3339: "2024-09-28T17:17:21Z"), netPrecision: "Second",
                status: "Launch Successful", launchServiceProvider: .init(id: 121, name: "Heronry"), rocket: "Kite 9 Block <5>"),
            landing: Landing(attempt: true, success: true, landingLocation: "Gulf of Mexico", type: "Splashdown")),
        Flight(
            id: 700, missionEnd: Timestamp(rfc3339: "2020-01-02T00:00:00Z"), duration: .zero,
            launch: Launch(
                name: "=Kite 9 | \"Heron\" & 1", net: Timestamp(rfc3339: "2020-01-01T00:00:00Z"), netPrecision: "Day",
                launchServiceProvider: .init(id: 44, name: "Launchers of the North"), rocket: "Kite 9"),
            landing: Landing(attempt: true, success: false)),
        Flight(
            id: 900, destination: "High Station",
            launch: Launch(
                name: "Kite 9 | Heron 6", net: Timestamp(rfc3339: "2026-06-30T00:00:00Z"), netPrecision: "Month", status: "To Be Confirmed"),
            landing: Landing(attempt: false)),
        Flight(id: 950, launch: Launch(name: "", rocket: "")), Flight(id: 960),
    ]
}
