import Catalogue

/// A craft in the detailed form with every field that the reader knows, and the expected result.
enum Sample {
    /// Each `"field": value` that the tests change is unique in it.
    static let craft = """
        {
          "response_mode": "detailed", "id": 902, "url": "https://ll.thespacedevs.com/2.3.0/spacecraft/902/", "name": "Aurora M-2",
          "serial_number": "No. 54", "is_placeholder": false, "in_space": true, "time_in_space": "P178DT22H54M29S", "time_docked": "P2D",
          "flights_count": 3, "mission_ends_count": 2, "description": "Flew thrice.", "fastest_turnaround": "P90D",
          "status": {"id": 4, "name": "Single Use"},
          "image": {
            "id": 7002, "name": "On the pad", "image_url": "https://thespacedevs-dev.nyc3.digitaloceanspaces.com/media/images/pad_20240812142943.jpg",
            "thumbnail_url": "https://thespacedevs-dev.nyc3.digitaloceanspaces.com/media/images/pad_thumbnail_20240812142945.jpg", "credit": "I. Berg",
            "license": {"id": 30, "name": "CC BY 4.0", "priority": 5, "link": "https://creativecommons.org/licenses/by/4.0/"}, "single_use": true,
            "variants": [{"id": 8, "type": {"id": 9, "name": "Square"}, "image_url": "https://example.org/square_20240812142944.jpg"}]
          },
          "spacecraft_config": {
            "response_mode": "detailed", "id": 61, "name": "Aurora M", "type": {"id": 2, "name": "Capsule"}, "in_use": false, "image": null,
            "capability": "Crew", "history": "Long", "details": "Many", "maiden_flight": "1988-02-29", "height": 748, "diameter": 2.72,
            "human_rated": true, "crew_capacity": 6, "payload_capacity": 250, "payload_return_capacity": 150, "flight_life": "180 days",
            "wiki_link": "https://en.wikipedia.org/wiki/Aurora", "info_link": "", "spacecraft_flown": 40, "total_launch_count": 41,
            "successful_launches": 42, "failed_launches": 43, "attempted_landings": 44, "successful_landings": 45, "failed_landings": 46,
            "agency": {
              "response_mode": "normal", "id": 501, "name": "Polar Space Bureau", "abbrev": "PSB", "type": {"id": 1, "name": "Government"},
              "featured": true, "country": [{"id": 47, "name": "Norway", "alpha_2_code": "NO", "alpha_3_code": "NOR"}],
              "description": "A bureau.", "administrator": "Director: A. Lie", "founding_year": 1958, "launchers": "Sever",
              "spacecraft": "Aurora", "parent": "Polar Institute", "logo": null, "social_logo": null
            },
            "family": [
              {"response_mode": "normal", "id": 31, "name": "Aurora", "description": "Crewed craft.", "manufacturer": null,
               "parent": {"response_mode": "list", "id": 30, "name": "Polar Craft"}, "maiden_flight": "1961-04-12"}
            ]
          }
        }
        """

    static func catalogue() throws -> Catalogue {
        var contents = CatalogueContents()
        contents.licences = [Licence(id: 30, name: "CC BY 4.0", priority: 5, link: "https://creativecommons.org/licenses/by/4.0/")]
        let host = "https://thespacedevs-prod.nyc3.digitaloceanspaces.com/media/images/"
        contents.images = [
            Image(
                id: 7002, name: "On the pad", imageURL: host + "pad_20240812142943.jpg",
                thumbnailURL: host + "pad_thumbnail_20240812142945.jpg",
                credit: "I. Berg", licenceID: 30, singleUse: true,
                variants: [.init(id: 8, typeID: 9, typeName: "Square", imageURL: "https://example.org/square_20240812142944.jpg")])
        ]
        contents.agencyTypes = [AgencyType(id: 1, name: "Government")]
        contents.agencies = [agency]
        contents.families = [
            Family(id: 30, name: "Polar Craft"),
            Family(
                id: 31, name: "Aurora",
                profile: .init(
                    description: "Crewed craft.", parentID: 30, maidenFlight: CalendarDate(year: 1961, month: 4, day: 12))),
        ]
        contents.configurationTypes = [ConfigurationType(id: 2, name: "Capsule")]
        contents.configurations = [
            Configuration(id: 61, name: "Aurora M", typeID: 2, agencyID: 501, familyIDs: [31], details: details)
        ]
        contents.statuses = [Status(id: 4, name: "Single Use")]
        contents.spacecraft = [
            Spacecraft(
                id: 902, name: "Aurora M-2", serialNumber: "No. 54", imageID: 7002, inSpace: true,
                timeInSpace: ISODuration(seconds: 15_461_669), timeDocked: ISODuration(seconds: 172_800), flightsCount: 3,
                missionEndsCount: 2, statusID: 4, description: "Flew thrice.", configurationID: 61,
                fastestTurnaround: ISODuration(seconds: 7_776_000))
        ]
        return try Catalogue(contents)
    }

    private static var agency: Agency {
        var profile = Agency.Profile()
        profile.featured = true
        profile.countries = [Country(id: 47, name: "Norway", alpha2Code: "NO")]
        profile.description = "A bureau."
        profile.administrator = "Director: A. Lie"
        profile.foundingYear = 1958
        profile.launchers = "Sever"
        profile.spacecraft = "Aurora"
        profile.parent = "Polar Institute"
        return Agency(id: 501, name: "Polar Space Bureau", abbrev: "PSB", typeID: 1, profile: profile)
    }

    private static var details: Configuration.Details {
        var details = Configuration.Details()
        details.capability = "Crew"
        details.history = "Long"
        details.details = "Many"
        details.maidenFlight = CalendarDate(year: 1988, month: 2, day: 29)
        details.height = 748
        details.diameter = 2.72
        details.humanRated = true
        details.crewCapacity = 6
        details.payloadCapacity = 250
        details.payloadReturnCapacity = 150
        details.flightLife = "180 days"
        details.wikiLink = "https://en.wikipedia.org/wiki/Aurora"
        details.statistics.spacecraftFlown = 40
        details.statistics.totalLaunchCount = 41
        details.statistics.successfulLaunches = 42
        details.statistics.failedLaunches = 43
        details.statistics.attemptedLandings = 44
        details.statistics.successfulLandings = 45
        details.statistics.failedLandings = 46
        return details
    }
}

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
