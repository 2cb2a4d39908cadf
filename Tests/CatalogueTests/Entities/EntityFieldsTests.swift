import Catalogue
import Testing

/// Contradictions and changes are found by comparing an entity's fields. A field that is missing there is never reported.
@Suite struct EntityFieldsTests {
    /// The number of values to compare: the stored properties except the id. The values of the parts are counted one by one.
    private func storedValues(of value: Any, parts: [String: Any] = [:]) -> Int {
        Mirror(reflecting: value).children.reduce(into: 0) { count, child in
            if let label = child.label, let part = parts[label] {
                // The details of a configuration have a text of the same name.
                count += storedValues(of: part, parts: parts.filter { $0.key != label })
            } else if child.label != "id" {
                count += 1
            }
        }
    }

    private func names<E: Entity>(_ type: E.Type) -> [String] {
        E.schema.comparisons.map(\.name)
    }

    @Test func everyFieldHasANameOfItsOwnAndIsCompared() throws {
        let contents = Fixture.contents
        let parts: [String: Any] = [
            "profile": Agency.Profile(), "details": Configuration.Details(), "statistics": FlightStatistics(),
        ]
        var familyParts = parts
        familyParts["profile"] = Family.Profile()
        #expect(Set(names(Licence.self)).count == storedValues(of: contents.licences[0]))
        #expect(Set(names(Image.self)).count == storedValues(of: contents.images[0]))
        #expect(Set(names(Agency.self)).count == storedValues(of: contents.agencies[0], parts: parts))
        #expect(Set(names(Family.self)).count == storedValues(of: contents.families[0], parts: familyParts))
        #expect(
            Set(names(Configuration.self)).count == storedValues(of: Configuration(id: 1, name: "", typeID: 1, agencyID: 1), parts: parts))
        #expect(Set(names(Spacecraft.self)).count == storedValues(of: contents.spacecraft[0]))
        #expect(names(Status.self) == ["name"])
        #expect(names(ConfigurationType.self) == ["name"])
        #expect(names(AgencyType.self) == ["name"])
    }

    @Test func aDetailedConfigurationIsComparedFieldByField() {
        var details = Configuration.Details()
        details.capability = "Crew and cargo"
        details.history = "h"
        details.details = "d"
        details.maidenFlight = CalendarDate(year: 1986, month: 5, day: 21)
        details.height = 748
        details.diameter = 2.72
        details.humanRated = true
        details.crewCapacity = 3
        details.payloadCapacity = 200
        details.payloadReturnCapacity = 50
        details.flightLife = "14 days"
        details.wikiLink = "https://en.wikipedia.org/wiki/Soyuz-TM"
        details.statistics.spacecraftFlown = 34
        details.statistics.failedLandings = 0
        details.fastestTurnaround = ISODuration(seconds: 86_400)
        let configuration = Configuration(
            id: 2, name: "Soyuz TM", typeID: 1, agencyID: 63, familyIDs: [1, 2], inUse: false, imageID: nil, details: details)
        #expect(
            Configuration.schema.comparisons.map { "\($0.name): \($0.text(configuration) ?? "null")" } == [
                "name: Soyuz TM", "type: 1", "agency: 63", "family: 1, 2", "in_use: false", "image: null", "capability: Crew and cargo",
                "history: h", "details: d", "maiden_flight: 1986-05-21", "height: 748.0", "diameter: 2.72", "human_rated: true",
                "crew_capacity: 3", "payload_capacity: 200", "payload_return_capacity: 50", "flight_life: 14 days",
                "wiki_link: https://en.wikipedia.org/wiki/Soyuz-TM", "info_link: ", "fastest_turnaround: P1D", "spacecraft_flown: 34",
                "total_launch_count: null", "successful_launches: null", "failed_launches: null", "attempted_landings: null",
                "successful_landings: null", "failed_landings: 0",
            ])
    }

    @Test func anAgencysAndAnImagesListsAreComparedAsOneTextEach() {
        var profile = Agency.Profile()
        profile.countries = [Country(id: 1, name: "France", alpha2Code: "FR"), Country(id: 2, name: "Germany")]
        profile.logoID = 5
        profile.featured = false
        let agency = Agency(id: 27, name: "European Space Agency", abbrev: "ESA", typeID: 2, profile: profile)
        #expect(
            Agency.schema.comparisons.map { "\($0.name): \($0.text(agency) ?? "null")" } == [
                "name: European Space Agency", "abbrev: ESA", "type: 2", "featured: false", "country: France, Germany", "description: null",
                "administrator: null", "founding_year: null", "launchers: ", "spacecraft: ", "parent: null", "image: null", "logo: 5",
                "social_logo: null",
            ])
        var image = Fixture.image(10, licence: 4)
        image.variants = [
            .init(id: 1, typeID: 1, typeName: "Small", imageURL: "a"), .init(id: 2, typeID: 2, typeName: "Large", imageURL: "b"),
        ]
        #expect(
            Image.schema.comparisons.map { "\($0.name): \($0.text(image) ?? "null")" } == [
                "name: Picture 10", "image_url: https://example.org/images/10.jpg", "thumbnail_url: https://example.org/thumbnails/10.jpg",
                "credit: NASA", "license: 4", "single_use: false", "variants: a, b",
            ])
    }

    @Test func theFormsOfAnEntityAreRankedFromListToDetailed() {
        #expect(ResponseMode.allCases.sorted { $0 > $1 } == [.detailed, .normal, .list])
    }
}

@Suite struct ImageTests {
    @Test(
        arguments: [
            ("Soyuz TM-31 on the way to the ISS", "Soyuz TM-31 on the way to the ISS"),
            ("[AUTO] Soyuz TM - image", nil),
            ("", nil),
            (" \r\n", nil),
            ("AUTO", "AUTO"),
        ] as [(String, String?)])
    func aNameThatTheDatabaseMadeUpIsNoTitle(name: String, title: String?) {
        #expect(Image(id: 1, name: name, imageURL: "", thumbnailURL: "", licenceID: 1).title == title)
    }
}
