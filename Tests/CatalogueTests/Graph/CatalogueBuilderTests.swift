import Catalogue
import Testing

@Suite struct CatalogueBuilderTests {
    /// SpaceX in the list form, in the normal form, and in a normal form of another day.
    private let list = Agency(id: 121, name: "SpaceX", abbrev: "SpX", typeID: 3)
    private var normal: Agency {
        var profile = Agency.Profile()
        profile.foundingYear = 2002
        profile.countries = [Country(id: 2, name: "United States of America", alpha2Code: "US")]
        return Agency(id: 121, name: "SpaceX", abbrev: "SpX", typeID: 3, profile: profile)
    }

    private func finish(_ agencies: [Agency]) throws -> (agencies: [Agency], warnings: [CatalogueWarning]) {
        var builder = CatalogueBuilder()
        builder.add(AgencyType(id: 3, name: "Commercial"))
        agencies.forEach { builder.add($0) }
        let (catalogue, warnings) = try builder.finish()
        return (Array(catalogue.agencies), warnings)
    }

    @Test func whatIsAddedOneByOneAgainAndAgainInAnyOrderMakesTheSameCatalogue() throws {
        let contents = Fixture.contents
        var builder = CatalogueBuilder()
        for _ in 0..<2 {
            contents.spacecraft.reversed().forEach { builder.add($0) }
            contents.configurations.forEach { builder.add($0) }
            contents.families.reversed().forEach { builder.add($0) }
            contents.agencies.forEach { builder.add($0) }
            contents.statuses.forEach { builder.add($0) }
            contents.configurationTypes.forEach { builder.add($0) }
            contents.agencyTypes.forEach { builder.add($0) }
            contents.images.forEach { builder.add($0) }
            contents.licences.forEach { builder.add($0) }
        }
        let (catalogue, warnings) = try builder.finish()
        #expect(try catalogue == Fixture.catalogue())
        #expect(warnings == [])
    }

    @Test func theFullestFormIsKeptWhateverTheOrder() throws {
        for agencies in [[list, normal, list], [normal, list], [list, list, normal]] {
            let (kept, warnings) = try finish(agencies)
            #expect(kept == [normal])
            #expect(warnings == [])
        }
    }

    @Test func aDetailedFamilyIsFullerThanANormalOneANormalOneThanOneOfTheList() throws {
        let list = Family(id: 1, name: "Soyuz")
        let normal = Family(id: 1, name: "Soyuz", profile: .init(description: "Since 1966."))
        let detailed = Family(id: 1, name: "Soyuz", profile: .init(description: "Since 1966."), statistics: FlightStatistics())
        for families in [[list, normal, detailed], [detailed, normal, list], [normal, detailed, list]] {
            var builder = CatalogueBuilder()
            families.forEach { builder.add($0) }
            let (catalogue, warnings) = try builder.finish()
            #expect(Array(catalogue.families) == [detailed])
            #expect(warnings == [])
        }
    }

    @Test func ofEquallyFullFormsTheFirstIsKeptAndEachFieldThatContradictsItIsToldNullToo() throws {
        var other = normal
        other.name = "Space Exploration Technologies"
        other.profile?.foundingYear = nil
        other.profile?.administrator = "Elon Musk"
        let (kept, warnings) = try finish([normal, other])
        #expect(kept == [normal])
        #expect(
            warnings == [
                CatalogueWarning(
                    EntityKey(.agency, 121), .contradiction(field: "name", kept: "SpaceX", dropped: "Space Exploration Technologies")),
                CatalogueWarning(EntityKey(.agency, 121), .contradiction(field: "administrator", kept: nil, dropped: "Elon Musk")),
                CatalogueWarning(EntityKey(.agency, 121), .contradiction(field: "founding_year", kept: "2002", dropped: nil)),
            ])
        #expect(
            warnings.map(\.description) == [
                "agency 121 › name: the source says both \"SpaceX\" and \"Space Exploration Technologies\"; kept \"SpaceX\"",
                "agency 121 › administrator: the source says both null and \"Elon Musk\"; kept null",
                "agency 121 › founding_year: the source says both \"2002\" and null; kept \"2002\"",
            ])
    }

    @Test func aFullerFormContradictsAnotherOnlyInWhatBothSay() throws {
        var other = list
        other.abbrev = "SX"
        other.typeID = nil
        let expected = [CatalogueWarning(EntityKey(.agency, 121), .contradiction(field: "abbrev", kept: "SpX", dropped: "SX"))]
        #expect(try finish([other, normal]).warnings == expected)
        #expect(try finish([normal, other]).warnings == expected)
    }

    @Test func warningsNameTheValueThatWasKeptInTheEndTheSameContradictionOnceWhateverTheOrder() throws {
        var first = list
        first.name = "A"
        var second = list
        second.name = "B"
        second.abbrev = "B"
        let expected = [
            CatalogueWarning(EntityKey(.agency, 121), .contradiction(field: "name", kept: "SpaceX", dropped: "A")),
            CatalogueWarning(EntityKey(.agency, 121), .contradiction(field: "name", kept: "SpaceX", dropped: "B")),
            CatalogueWarning(EntityKey(.agency, 121), .contradiction(field: "abbrev", kept: "SpX", dropped: "B")),
        ]
        for agencies in [
            [first, second, normal], [second, first, normal], [normal, second, first, second], [second, first, second, normal, first],
        ] {
            let (kept, warnings) = try finish(agencies)
            #expect(kept == [normal])
            #expect(warnings == expected)
        }
    }

    @Test func warningsComeKindByKindInTheOrderOfIds() throws {
        var builder = CatalogueBuilder()
        for id in [2, 1] {
            builder.add(Status(id: RecordID(id), name: "a"))
            builder.add(Status(id: RecordID(id), name: "b"))
            builder.add(Licence(id: RecordID(id), name: "a"))
            builder.add(Licence(id: RecordID(id), name: "b"))
        }
        #expect(
            try builder.finish().warnings.map(\.entity.description) == [
                "license 1", "license 2", "spacecraft_status 1", "spacecraft_status 2",
            ])
    }

    @Test func theTimesOfACraftInSpaceTickFromRequestToRequestAndContradictNothing() throws {
        let known = Fixture.contents.spacecraft[3]
        var later = known
        later.timeInSpace = Fixture.duration("P524DT5H56M")
        later.timeDocked = nil
        later.flightsCount = 6
        var builder = CatalogueBuilder()
        builder.add(known)
        builder.add(later)
        builder.add(Fixture.contents.configurations[0])
        for image in Fixture.contents.images { builder.add(image) }
        for licence in Fixture.contents.licences { builder.add(licence) }
        for family in Fixture.contents.families { builder.add(family) }
        for agency in Fixture.contents.agencies { builder.add(agency) }
        for type in Fixture.contents.agencyTypes { builder.add(type) }
        for type in Fixture.contents.configurationTypes { builder.add(type) }
        for status in Fixture.contents.statuses { builder.add(status) }
        let (catalogue, warnings) = try builder.finish()
        #expect(Array(catalogue.spacecraft) == [known])
        #expect(
            warnings == [CatalogueWarning(EntityKey(.spacecraft, 551), .contradiction(field: "flights_count", kept: "5", dropped: "6"))])
    }

    @Test func textsThatDifferOnlyInUnicodeNormalisationAreTheSameText() throws {
        var composed = list
        composed.name = "Agência Espacial"
        var decomposed = list
        decomposed.name = "Age\u{302}ncia Espacial"
        let (kept, warnings) = try finish([decomposed, composed])
        #expect(kept.map { Array($0.name.unicodeScalars) } == [Array(decomposed.name.unicodeScalars)])
        #expect(warnings == [])
    }

    @Test func anEntityThatWasNeverAddedIsMissed() {
        var builder = CatalogueBuilder()
        builder.add(list)
        #expect(throws: CatalogueError.self) { try builder.finish() }
    }
}
