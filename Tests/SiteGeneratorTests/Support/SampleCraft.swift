import Catalogue

extension Sample {
    static var agencies: [Agency] {
        var profile = Agency.Profile()
        profile.countries = [Country(id: 1, name: "United States of America", alpha2Code: "US")]
        profile.description = "Builds <b>Herons</b>.<script>alert(1)</script>"
        profile.administrator = "Administrator: A. Person"
        profile.foundingYear = 2002
        profile.launchers = "Kite"
        profile.imageID = 30
        profile.logoID = 50
        return [
            Agency(id: 63, name: "Federal Space Agency (FSA)", abbrev: "FSA", typeID: 1),
            Agency(id: 96, name: "Larkworks"),
            Agency(id: 121, name: "Heronry", abbrev: "Hry", typeID: 3, profile: profile),
        ]
    }

    static var configurations: [Configuration] {
        var details = Configuration.Details()
        details.details = "First paragraph.\r\n\r\nSecond & last."
        details.history = "<p onclick=\"alert(1)\">Flown since 2020.</p>"
        details.maidenFlight = CalendarDate(year: 2019, month: 3, day: 2)
        details.height = 748
        details.diameter = 4.5
        details.humanRated = true
        details.crewCapacity = 7
        details.payloadCapacity = 16_000
        details.flightLife = "210 days"
        details.wikiLink = "https://en.wikipedia.org/wiki/Heron"
        details.infoLink = "javascript:alert(1)"
        details.statistics.totalLaunchCount = 12
        details.statistics.failedLaunches = 1
        details.fastestTurnaround = duration("P30DT4H")
        return [
            Configuration(
                id: 1, name: "Heron Crew", typeID: 1, agencyID: 121, familyIDs: [2, 3], inUse: true, imageID: 30, details: details),
            Configuration(id: 2, name: "Lark TM", typeID: 1, agencyID: 63, familyIDs: [1], imageID: 10),
            Configuration(id: 3, name: "Heron XL", typeID: 2, agencyID: 121, familyIDs: [3]),
            Configuration(id: 4, name: "Finch-M", typeID: 2, agencyID: 63, imageID: 40),
        ]
    }

    static var spacecraft: [Spacecraft] {
        [
            Spacecraft(
                id: 107, name: "Lark TM-23", serialNumber: "11F732A51 #72", imageID: 10, timeInSpace: duration("P193DT19H6M55S"),
                timeDocked: duration("P191DT13H59M25S"), flightsCount: 1, missionEndsCount: 1, statusID: 4, configurationID: 2),
            Spacecraft(
                id: 126, name: "Lark TM-4", serialNumber: "11F732A51 #54", imageID: 10, timeInSpace: duration("P178DT22H54M29S"),
                timeDocked: duration("P363DT13H41M54S"), flightsCount: 1, missionEndsCount: 1, statusID: 4,
                description: "Fourth flight.\r\n\r\nDocked <i>twice</i>.", configurationID: 2),
            Spacecraft(
                id: 130, name: "Lark TM-5", imageID: 80, timeInSpace: .zero, timeDocked: .zero, flightsCount: 1, missionEndsCount: 1,
                statusID: 4, configurationID: 2),
            Spacecraft(
                id: 318, name: "Финч М-46", imageID: 70, timeInSpace: duration("P110DT4H45M30S"), timeDocked: .zero, flightsCount: 1,
                missionEndsCount: 1, statusID: 4, description: "Назван «Финч».", configurationID: 4),
            Spacecraft(
                id: 551, name: "Heron Freedom", serialNumber: "C212", imageID: 20, inSpace: true, timeInSpace: duration("P524DT5H55M59S"),
                timeDocked: duration("P515DT9H48M39S"), flightsCount: 5, missionEndsCount: 4, statusID: 1, configurationID: 1,
                fastestTurnaround: duration("P219DT42M6S")),
            Spacecraft(
                id: 700, name: "Heron XL", serialNumber: "TBD", isPlaceholder: true, flightsCount: 0, statusID: 5, configurationID: 3),
            Spacecraft(
                id: 701, name: "</title><script>alert(\"1\")</script> 'q' {{title}} {{{x}}} & \u{202E}trap\u{1}", serialNumber: "=1+1\"",
                imageID: 95, timeInSpace: duration("PT47M18S"), timeDocked: duration("PT0S"), flightsCount: 1, missionEndsCount: 1,
                statusID: 4,
                description:
                    "<script>alert(1)</script><img src=x onerror=alert(1)><p>Kept {{text}}, <a href=\"javascript:x()\">no</a>.</p>",
                configurationID: 4),
            Spacecraft(id: 702, name: "神舟 סוללה", isPlaceholder: nil, imageID: 96, inSpace: nil, statusID: 1, configurationID: 4),
            Spacecraft(
                id: 703, name: String(repeating: "Very long name of a craft, ", count: 12) + "ended", imageID: 60,
                timeInSpace: duration("P1D"), timeDocked: duration("PT3H"), flightsCount: 12_345, missionEndsCount: 12_345, statusID: 1,
                description: String(repeating: "One sentence of many. ", count: 90), configurationID: 1),
        ]
    }
}
