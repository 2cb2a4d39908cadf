import Catalogue
import LaunchLibrary
import Support

/// Four craft of two configurations, with every form that an entity can have.
enum Small {
    static func snapshot() throws -> Snapshot {
        Snapshot(source: "https://ll.thespacedevs.com/2.3.0/", mode: .normal, dataDate: .unknown, catalogue: try Catalogue(contents))
    }

    /// The same craft from the detailed mode: one has flights, one of which is known in full. The others have none.
    static func detailedSnapshot() throws -> Snapshot {
        var contents = contents
        for index in contents.spacecraft.indices { contents.spacecraft[index].flights = [] }
        contents.spacecraft[1].flights = [
            Flight(
                id: 817, destination: "Polar Station", missionEnd: Timestamp(rfc3339: "2024-11-06T23:30:21Z"),
                duration: ISODuration(iso8601: "P39DT6H13M"), turnAroundTime: ISODuration(iso8601: "P200DT1S"),
                launch: Launch(
                    id: "fd7dd4a8", name: "Sever 2 | Aurora \"9\"", net: Timestamp(rfc3339: "2024-09-28T17:17:21Z"), netPrecision: "Second",
                    status: "Launch Successful", launchServiceProvider: .init(id: 77, name: "Northern Launches"), rocket: "Sever 2"),
                landing: Landing(attempt: true, success: false, landingLocation: "Barents Sea", type: "Splashdown")),
            Flight(id: 900, launch: Launch(), landing: Landing()), Flight(id: 901),
        ]
        return Snapshot(
            source: "https://ll.thespacedevs.com/2.3.0/", mode: .detailed, dataDate: .unknown, catalogue: try Catalogue(contents))
    }

    private static var contents: CatalogueContents {
        var contents = CatalogueContents()
        contents.licences = [Licence(id: 1, name: "Unknown", priority: 9), Licence(id: 30, name: "CC BY 4.0", priority: 5, link: "")]
        contents.images = [
            Image(
                id: 7001, name: "[AUTO] Aurora - image", imageURL: "https://example.org/a.jpg", thumbnailURL: "https://example.org/t.jpg",
                licenceID: 1),
            Image(
                id: 7002, name: "On the pad", imageURL: "https://example.org/pad.jpg", thumbnailURL: "https://example.org/pad-t.jpg",
                credit: "I. Berg", licenceID: 30, singleUse: true,
                variants: [.init(id: 8, typeID: 9, typeName: "Square", imageURL: "https://example.org/square.jpg")]),
        ]
        contents.agencyTypes = [AgencyType(id: 1, name: "Government")]
        contents.agencies = [
            Agency(id: 501, name: "Polar Space Bureau", abbrev: "PSB", typeID: 1, profile: profile), Agency(id: 502, name: "Nordic Works"),
        ]
        contents.families = [
            Family(id: 30, name: "Polar Craft", profile: .init()),
            Family(
                id: 31, name: "Aurora",
                profile: .init(
                    description: "Crewed \"craft\".", manufacturerID: 501, parentID: 30, maidenFlight: CalendarDate(iso8601: "1961-04-12")),
                statistics: statistics),
        ]
        contents.configurationTypes = [ConfigurationType(id: 2, name: "Capsule"), ConfigurationType(id: 3, name: "Spaceplane")]
        contents.configurations = [
            Configuration(
                id: 61, name: "Aurora M", typeID: 2, agencyID: 501, familyIDs: [31, 30], inUse: true, imageID: 7001, details: details),
            Configuration(id: 62, name: "Storm", typeID: 3, agencyID: 502),
        ]
        contents.statuses = [Status(id: 1, name: "Active"), Status(id: 4, name: "Single Use")]
        contents.spacecraft = [
            Spacecraft(
                id: 901, name: "Aurora M-1", flightsCount: 1, missionEndsCount: 1, statusID: 4, description: "", configurationID: 61),
            Spacecraft(
                id: 902, name: "Aurora M-2", serialNumber: "No. 54", imageID: 7002, inSpace: true,
                timeInSpace: ISODuration(seconds: 15_461_669), timeDocked: ISODuration(seconds: 172_800), flightsCount: 3,
                missionEndsCount: 2, statusID: 1, description: "Flew\r\nthrice.", configurationID: 61,
                fastestTurnaround: ISODuration(seconds: 7_776_000)),
            Spacecraft(
                id: 903, name: "Буря & Co", timeInSpace: .zero, timeDocked: .zero, flightsCount: 0, missionEndsCount: 0, statusID: 1,
                configurationID: 62),
            Spacecraft(id: 904, name: "Storm", isPlaceholder: true, statusID: 1, configurationID: 62),
        ]
        return contents
    }

    private static var profile: Agency.Profile {
        var profile = Agency.Profile()
        profile.featured = true
        profile.countries = [Country(id: 47, name: "Norway", alpha2Code: "NO"), Country(id: 48, name: "Elsewhere")]
        profile.description = "A bureau."
        profile.foundingYear = 1958
        profile.launchers = "Sever"
        profile.logoID = 7002
        return profile
    }

    private static var details: Configuration.Details {
        var details = Configuration.Details()
        details.capability = "Crew"
        details.maidenFlight = CalendarDate(iso8601: "1988-02-29")
        details.height = 748
        details.diameter = 2.72
        details.humanRated = true
        details.crewCapacity = 6
        details.wikiLink = "https://en.wikipedia.org/wiki/Aurora"
        details.statistics.spacecraftFlown = 2
        return details
    }

    private static var statistics: FlightStatistics {
        var statistics = FlightStatistics()
        statistics.totalLaunchCount = 4
        statistics.failedLandings = 0
        return statistics
    }
}

extension Snapshot {
    /// The wanted number of craft of one configuration, with ids from 1.
    static func fleet(_ count: Int) throws -> Snapshot {
        var contents = try Small.snapshot().catalogue.contents
        contents.configurations.removeLast()
        contents.agencies.removeLast()
        contents.configurationTypes.removeLast()
        contents.statuses.removeLast()
        contents.spacecraft = (1...count).map { Spacecraft(id: RecordID($0), name: "Aurora M-\($0)", statusID: 1, configurationID: 61) }
        return Snapshot(source: "https://ll.thespacedevs.com/2.3.0/", mode: .normal, dataDate: .unknown, catalogue: try Catalogue(contents))
    }
}

/// The stored texts in Tests/Fixtures.
enum Fixture {
    private static let folder = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Fixtures/PreviewServer"

    /// JSON without the white space that makes the stored text readable.
    static func json(_ name: String) throws -> String {
        var isInString = false
        var isEscaped = false
        let bytes = try FileAccess.disk.contents("\(folder)/\(name).json").filter { byte in
            defer { isEscaped = byte == UInt8(ascii: "\\") && !isEscaped }
            if byte == UInt8(ascii: "\""), !isEscaped { isInString.toggle() }
            return isInString || byte > UInt8(ascii: " ")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
