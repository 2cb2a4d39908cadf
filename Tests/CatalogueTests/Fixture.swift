import Catalogue

/// A small complete catalogue in which each kind of link occurs: a craft in space, one docked for longer than it was in space, and one that
/// never flew; a configuration of two families; a family with a parent; an agency in the list form; shared pictures, and pictures that no
/// one shows.
enum Fixture {
    static var contents: CatalogueContents {
        var contents = CatalogueContents()
        contents.licences = [
            Licence(id: 1, name: "Unknown", priority: 9),
            Licence(
                id: 4, name: "NASA Image and Media Guidelines", priority: 0,
                link: "https://www.nasa.gov/nasa-brand-center/images-and-media/"),
        ]
        contents.images = [image(10, licence: 1), image(20, licence: 4), image(30, licence: 4), image(40, licence: 4)]
        contents.agencyTypes = [AgencyType(id: 1, name: "Government"), AgencyType(id: 3, name: "Commercial")]
        var spaceX = Agency.Profile()
        spaceX.imageID = 30
        spaceX.logoID = 20
        spaceX.socialLogoID = 20
        contents.agencies = [
            Agency(id: 63, name: "Russian Federal Space Agency (ROSCOSMOS)", abbrev: "RFSA", typeID: 1),
            Agency(id: 96, name: "Khrunichev State Research and Production Space Center", abbrev: "KHSC", typeID: 1),
            Agency(id: 121, name: "SpaceX", abbrev: "SpX", typeID: 3, profile: spaceX),
        ]
        contents.families = [
            Family(id: 1, name: "Soyuz", profile: .init(description: "Since 1966.", manufacturerID: 96)),
            Family(id: 2, name: "Dragon", profile: .init(manufacturerID: 121)),
            Family(id: 3, name: "Dragon 2", profile: .init(manufacturerID: 121, parentID: 2)),
            Family(id: 4, name: "Dragon XL", profile: .init(parentID: 3)),
        ]
        contents.configurationTypes = [ConfigurationType(id: 1, name: "Capsule"), ConfigurationType(id: 2, name: "Cargo Resupply")]
        contents.configurations = [
            Configuration(id: 1, name: "Crew Dragon 2", typeID: 1, agencyID: 121, familyIDs: [2, 3], inUse: true, imageID: 30),
            Configuration(id: 2, name: "Soyuz TM", typeID: 1, agencyID: 63, familyIDs: [1], imageID: 10),
            Configuration(id: 3, name: "Dragon XL", typeID: 2, agencyID: 121, familyIDs: [4]),
            Configuration(id: 4, name: "Progress-M", typeID: 2, agencyID: 63),
        ]
        contents.statuses = [Status(id: 1, name: "Active"), Status(id: 4, name: "Single Use"), Status(id: 5, name: "Under construction")]
        contents.spacecraft = [
            Spacecraft(
                id: 107, name: "Soyuz TM-23", serialNumber: "11F732A51 #72", imageID: 10, timeInSpace: duration("P193DT19H6M55S"),
                timeDocked: duration("P191DT13H59M25S"), flightsCount: 1, missionEndsCount: 1, statusID: 4, configurationID: 2),
            Spacecraft(
                id: 126, name: "Soyuz TM-4", serialNumber: "11F732A51 #54", imageID: 10, timeInSpace: duration("P178DT22H54M29S"),
                timeDocked: duration("P363DT13H41M54S"), flightsCount: 1, missionEndsCount: 1, statusID: 4,
                description: "Fourth flight to Mir.", configurationID: 2),
            Spacecraft(
                id: 318, name: "Progress M-46", timeInSpace: duration("P110DT4H45M30S"), timeDocked: .zero, flightsCount: 1,
                missionEndsCount: 1, statusID: 4, configurationID: 4),
            Spacecraft(
                id: 551, name: "Crew Dragon Freedom", serialNumber: "C212", imageID: 30, inSpace: true,
                timeInSpace: duration("P524DT5H55M59S"), timeDocked: duration("P515DT9H48M39S"), flightsCount: 5, missionEndsCount: 4,
                statusID: 1, configurationID: 1, fastestTurnaround: duration("P219DT42M6S")),
            Spacecraft(id: 700, name: "Dragon XL", isPlaceholder: true, statusID: 5, configurationID: 3),
        ]
        return contents
    }

    static func catalogue(_ change: (inout CatalogueContents) -> Void = { _ in }) throws(CatalogueError) -> Catalogue {
        var contents = contents
        change(&contents)
        return try Catalogue(contents)
    }

    static func image(_ id: Image.ID, licence: Licence.ID) -> Image {
        Image(
            id: id, name: "Picture \(id)", imageURL: "https://example.org/images/\(id).jpg",
            thumbnailURL: "https://example.org/thumbnails/\(id).jpg", credit: "NASA", licenceID: licence)
    }

    static func duration(_ text: String) -> ISODuration? {
        ISODuration(iso8601: text)
    }
}
