import Catalogue

extension Sample {
    /// Two flights of a detailed craft. One has every field that is read and several that are not. The other is planned, and little is
    /// known about it. Each `"field": value` that the tests change is unique in it.
    static let flights = """
        [
          {
            "id": 817, "url": "https://ll.thespacedevs.com/2.3.0/spacecraft_flights/817/", "response_mode": "normal",
            "destination": "Polar Station", "mission_end": "2024-11-06T23:30:21Z", "duration": "P39DT6H13M", "turn_around_time": "P200DT1S",
            "spacecraft": {"response_mode": "normal", "id": 902, "name": "Aurora M-2", "spacecraft_config": {"id": "not read"}},
            "launch": {
              "id": "fd7dd4a8-1cf8-4c9d-8e79-bd6ff59c2e1a", "name": "Sever 2 | Aurora 9", "slug": "sever-2-aurora-9",
              "status": {"id": 3, "name": "Launch Successful", "abbrev": "Success"}, "net": "2024-09-28T17:17:21Z",
              "net_precision": {"id": 0, "name": "Second", "abbrev": "SEC"}, "failreason": null,
              "launch_service_provider": {"response_mode": "list", "id": 77, "name": "Northern Launches", "abbrev": "NL", "type": null},
              "rocket": {"id": 12, "configuration": {"response_mode": "list", "id": 13, "name": "Sever", "full_name": "Sever 2"}},
              "mission": {"id": 14, "name": "Aurora 9", "orbit": {"id": 8}}, "pad": null
            },
            "landing": {
              "id": 15, "attempt": true, "success": false, "description": "Off Svalbard.",
              "landing_location": {"id": 16, "name": "Barents Sea", "abbrev": "BS"}, "type": {"id": 17, "name": "Splashdown"}
            }
          },
          {
            "id": 900, "destination": null, "mission_end": null, "duration": null, "turn_around_time": null, "landing": null,
            "launch": {
              "id": "a2b5", "name": "Sever 2 | Aurora 10", "status": null, "net": "2026-06-30T00:00:00Z", "net_precision": null,
              "launch_service_provider": {"id": 78, "name": "Lapland Launches"}, "rocket": null
            }
          }
        ]
        """

    static let flightsRead: [Flight] = [
        Flight(
            id: 817, destination: "Polar Station", missionEnd: Timestamp(rfc3339: "2024-11-06T23:30:21Z"),
            duration: ISODuration(iso8601: "P39DT6H13M"), turnAroundTime: ISODuration(iso8601: "P200DT1S"),
            launch: Launch(
                id: "fd7dd4a8-1cf8-4c9d-8e79-bd6ff59c2e1a", name: "Sever 2 | Aurora 9", net: Timestamp(rfc3339: "2024-09-28T17:17:21Z"),
                netPrecision: "Second", status: "Launch Successful", launchServiceProvider: .init(id: 77, name: "Northern Launches"),
                rocket: "Sever 2"),
            landing: Landing(attempt: true, success: false, landingLocation: "Barents Sea", type: "Splashdown")),
        Flight(
            id: 900,
            launch: Launch(
                id: "a2b5", name: "Sever 2 | Aurora 10", net: Timestamp(rfc3339: "2026-06-30T00:00:00Z"),
                launchServiceProvider: .init(id: 78, name: "Lapland Launches"))),
    ]

    /// The sample craft with these flights.
    static func craft(flights: String) -> String {
        craft.replacing(#""fastest_turnaround""#, with: "\"flights\": \(flights), \"fastest_turnaround\"")
    }
}
