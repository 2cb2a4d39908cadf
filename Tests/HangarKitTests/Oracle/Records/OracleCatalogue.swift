import Catalogue
import LaunchLibrary

/// The records that the changes begin with: 20 craft in which each field of each kind has a value somewhere, with shared pictures,
/// licences of each class, nested families, twins, craft in space, and flights.
enum OracleCatalogue {
    static var contents: CatalogueContents {
        var contents = CatalogueContents()
        contents.licences = licences
        contents.images = (1...10).map(image)
        contents.agencyTypes = ["Government", "Commercial", "Private"].enumerated().map { AgencyType(id: .init($0 + 1), name: $1) }
        contents.agencies = (1...5).map(agency)
        contents.families = (1...6).map(family)
        contents.configurationTypes = ["Capsule", "Cargo Resupply", "Spaceplane"].enumerated().map {
            ConfigurationType(id: .init($0 + 1), name: $1)
        }
        contents.configurations = (1...7).map(configuration)
        contents.statuses = ["Active", "Single Use", "Destroyed", "Retired"].enumerated().map { Status(id: .init($0 + 1), name: $1) }
        contents.spacecraft = (1...20).map(spacecraft)
        return contents
    }

    private static var licences: [Licence] {
        let names = [
            "Unknown", "NASA Image and Media Guidelines", "CC BY-SA 4.0", "CC BY-NC 2.0", "CC0 1.0", "Kyodo News Copyright", "CC BY 4.0",
            "House rules",
        ]
        return names.enumerated().map { Licence(id: .init($0 + 1), name: $1, priority: $0, link: "https://licences.example/\($0 + 1)") }
    }

    private static func image(_ number: Int) -> Image {
        Image(
            id: .init(100 + number), name: number % 5 == 0 ? "[AUTO] Picture" : "Picture \(number)",
            imageURL: "https://pictures.example/\(number).jpg", thumbnailURL: "https://pictures.example/\(number)-small.jpg",
            credit: number % 4 == 0 ? nil : "Photographer \(number % 3)", licenceID: .init(number % 8 + 1), singleUse: number % 2 == 0,
            variants: number % 3 == 0
                ? [("dark", "transparent for dark background"), ("wide", "Wide")].enumerated().map { index, variant in
                    Image.Variant(
                        id: .init(index + 1), typeID: .init(index + 2), typeName: variant.1,
                        imageURL: "https://pictures.example/\(number)-\(variant.0).png")
                } : [])
    }

    private static func agency(_ number: Int) -> Agency {
        guard number > 2 else { return Agency(id: .init(number), name: "Bureau \(number)", abbrev: "B\(number)", typeID: 1) }
        var profile = Agency.Profile()
        profile.featured = number == 3
        profile.countries = [
            Country(id: 1, name: "United States of America", alpha2Code: "US"), Country(id: 2, name: "France", alpha2Code: "FR"),
        ]
        profile.description = "Agency \(number) builds craft.\n\nSince long."
        profile.administrator = "A. Person"
        profile.foundingYear = 1_950 + number
        profile.launchers = "Kite"
        profile.spacecraft = "Heron | Lark"
        profile.parent = "Bureau 1"
        profile.imageID = .init(100 + number)
        profile.logoID = .init(101 + number)
        profile.socialLogoID = .init(102 + number)
        return Agency(id: .init(number), name: "Agency \(number)", abbrev: "A\(number)", typeID: .init(number % 3 + 1), profile: profile)
    }

    /// 1 › 2 › 3, 1 › 4, 5, and 6 without more than a name.
    private static func family(_ number: Int) -> Family {
        guard number < 6 else { return Family(id: 6, name: "Wren") }
        let parent: Family.ID? = [2: 1, 3: 2, 4: 1][number]
        let profile = Family.Profile(
            description: "Family \(number).", manufacturerID: .init(number % 5 + 1), parentID: parent,
            maidenFlight: CalendarDate(year: 1_960 + number, month: 4, day: 12))
        return Family(
            id: .init(number), name: "Family \(number)", profile: profile, statistics: number % 2 == 1 ? statistics(number) : nil)
    }

    private static func statistics(_ number: Int) -> FlightStatistics {
        var statistics = FlightStatistics()
        statistics.spacecraftFlown = number
        statistics.totalLaunchCount = 10 + number
        statistics.successfulLaunches = 9 + number
        statistics.failedLaunches = 1
        statistics.attemptedLandings = 8
        statistics.successfulLandings = 7
        statistics.failedLandings = 1
        return statistics
    }

    private static func configuration(_ number: Int) -> Configuration {
        var details: Configuration.Details?
        if number % 3 != 0 {
            var full = Configuration.Details()
            full.capability = "Crew and cargo"
            full.history = "<p>Flown since 2020.</p>"
            full.details = "Details of \(number)."
            // Some are flown only in the year before that of the data, or are planned for the years after it.
            full.maidenFlight = CalendarDate(year: [4: 2_099, 5: 2_101, 7: 2_102][number] ?? 2_000 + number, month: 3, day: 2)
            full.height = Double(number) + 3.5
            full.diameter = Double(number) + 0.25
            full.humanRated = number % 2 == 0
            full.crewCapacity = number
            full.payloadCapacity = 1_000 * number
            full.payloadReturnCapacity = 500 * number
            full.flightLife = "\(100 * number) days"
            full.wikiLink = "https://wiki.example/\(number)"
            full.infoLink = "https://info.example/\(number)"
            full.statistics = statistics(number)
            full.fastestTurnaround = ISODuration(seconds: 86_400 * 20 * number)
            details = full
        }
        return Configuration(
            id: .init(number), name: number == 7 ? "Heron 6" : "Heron \(number)", typeID: .init(number % 3 + 1),
            agencyID: .init(number % 5 + 1),
            familyIDs: [[], [1], [2, 3], [3], [4], [5, 1], [3]][number - 1], inUse: number % 2 == 0,
            imageID: number == 5 ? nil : .init(100 + number), details: details)
    }

    private static func spacecraft(_ number: Int) -> Spacecraft {
        let flights = number % 5
        return Spacecraft(
            id: .init(10 * number), name: number == 9 ? "Lark 8" : "Lark \(number)", serialNumber: "No. \(number)",
            isPlaceholder: number == 19, imageID: number % 3 == 0 ? nil : .init(101 + number % 10), inSpace: number % 9 == 4,
            timeInSpace: ISODuration(seconds: 86_400 * (7 * number % 31) + 3_723), timeDocked: ISODuration(seconds: 86_400 * (number % 7)),
            flightsCount: flights, missionEndsCount: max(0, flights - (number % 9 == 4 ? 1 : 0)), statusID: .init(number % 4 + 1),
            description: "Craft \(number) of the register.", configurationID: .init([1, 1, 1, 2, 2, 3, 4, 4, 5, 6, 7][number % 11]),
            fastestTurnaround: flights > 1 ? ISODuration(seconds: 86_400 * 40 + number) : nil,
            flights: number % 2 == 0 ? (0..<max(1, flights)).map { flight(1_000 + 10 * number + $0) } : nil)
    }

    private static func flight(_ number: Int) -> Flight {
        let start = 1_600_000_000 + 100_000 * (number - 1_000)
        return Flight(
            id: .init(number), destination: "High Station",
            missionEnd: number % 4 == 0 ? nil : Timestamp(secondsSince1970: start + 900_000),
            duration: ISODuration(seconds: 900_000), turnAroundTime: ISODuration(seconds: 86_400 * 50),
            launch: Launch(
                id: "launch-\(number)", name: "Kite | Lark \(number)", net: Timestamp(secondsSince1970: start), netPrecision: "Second",
                status: "Launch Successful", launchServiceProvider: .init(id: 3, name: "Agency 3"), rocket: "Kite 9"),
            landing: Landing(attempt: true, success: number % 3 != 0, landingLocation: "Gulf of Mexico", type: "Splashdown"))
    }
}
