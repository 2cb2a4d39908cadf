import Catalogue
import Testing

@Suite struct CatalogueChangesTests {
    private func changes(_ change: (inout CatalogueContents) -> Void) throws -> [Change] {
        try Fixture.catalogue(change).changes(since: Fixture.catalogue())
    }

    @Test func nothingChangedBetweenACatalogueAndItself() throws {
        #expect(try changes { _ in } == [])
    }

    @Test func withoutAnEarlierCatalogueEverythingThatHasAPageAppeared() throws {
        let changes = try Fixture.catalogue().changes(since: nil)
        #expect(changes.allSatisfy { $0.event == .appeared })
        #expect(
            changes.map { "\($0.entity) \($0.name)" } == [
                "spacecraft 107 Soyuz TM-23", "spacecraft 126 Soyuz TM-4", "spacecraft 318 Progress M-46",
                "spacecraft 551 Crew Dragon Freedom", "spacecraft 700 Dragon XL", "spacecraft_configuration 1 Crew Dragon 2",
                "spacecraft_configuration 2 Soyuz TM", "spacecraft_configuration 3 Dragon XL", "spacecraft_configuration 4 Progress-M",
                "agency 63 Russian Federal Space Agency (ROSCOSMOS)",
                "agency 96 Khrunichev State Research and Production Space Center", "agency 121 SpaceX", "family 1 Soyuz", "family 2 Dragon",
                "family 3 Dragon 2", "family 4 Dragon XL",
            ])
    }

    @Test func whatAppearedChangedAndWentIsToldKindByKindInTheOrderOfIds() throws {
        let changes = try changes { contents in
            contents.spacecraft.remove(at: 1)
            contents.spacecraft.append(Spacecraft(id: 110, name: "Soyuz TM-20", statusID: 4, configurationID: 2))
            contents.spacecraft[1].name = "Progress M-47"
            contents.spacecraft[1].imageID = 20
            contents.families[0].name = "Soyuz family"
            contents.agencies[0].abbrev = "RSA"
            contents.configurations.append(Configuration(id: 9, name: "Crew Dragon 3", typeID: 1, agencyID: 121))
        }
        #expect(
            changes == [
                Change(EntityKey(.spacecraft, 110), name: "Soyuz TM-20", event: .appeared),
                Change(EntityKey(.spacecraft, 126), name: "Soyuz TM-4", event: .removed),
                Change(
                    EntityKey(.spacecraft, 318), name: "Progress M-47",
                    event: .changed([
                        FieldChange(field: "name", from: "Progress M-46", to: "Progress M-47"),
                        FieldChange(field: "image", from: nil, to: "20"),
                    ])),
                Change(EntityKey(.configuration, 9), name: "Crew Dragon 3", event: .appeared),
                Change(
                    EntityKey(.agency, 63), name: "Russian Federal Space Agency (ROSCOSMOS)",
                    event: .changed([
                        FieldChange(field: "abbrev", from: "RFSA", to: "RSA")
                    ])),
                Change(
                    EntityKey(.family, 1), name: "Soyuz family",
                    event: .changed([FieldChange(field: "name", from: "Soyuz", to: "Soyuz family")])),
            ])
    }

    @Test func theTimesOfACraftThatIsAndWasInSpaceTickAndAreNoChange() throws {
        #expect(
            try changes { contents in
                contents.spacecraft[3].timeInSpace = Fixture.duration("P600D")
                contents.spacecraft[3].timeDocked = Fixture.duration("P590D")
            } == [])
    }

    @Test func aLandingChangesTheTimesAsDoesAnyOtherChangeToACraftOnTheGround() throws {
        let changes = try changes { contents in
            contents.spacecraft[0].timeInSpace = Fixture.duration("P200D")
            contents.spacecraft[3].inSpace = false
            contents.spacecraft[3].timeInSpace = Fixture.duration("P600D")
            contents.spacecraft[3].missionEndsCount = 5
        }
        #expect(
            changes == [
                Change(
                    EntityKey(.spacecraft, 107), name: "Soyuz TM-23",
                    event: .changed([FieldChange(field: "time_in_space", from: "P193DT19H6M55S", to: "P200D")])),
                Change(
                    EntityKey(.spacecraft, 551), name: "Crew Dragon Freedom",
                    event: .changed([
                        FieldChange(field: "in_space", from: "true", to: "false"),
                        FieldChange(field: "time_in_space", from: "P524DT5H55M59S", to: "P600D"),
                        FieldChange(field: "mission_ends_count", from: "4", to: "5"),
                    ])),
            ])
    }

    @Test func aLaunchChangesTheTimes() throws {
        let changes = try changes { contents in
            contents.spacecraft[4].inSpace = true
            contents.spacecraft[4].timeInSpace = Fixture.duration("PT1H")
        }
        #expect(
            changes == [
                Change(
                    EntityKey(.spacecraft, 700), name: "Dragon XL",
                    event: .changed([
                        FieldChange(field: "in_space", from: "false", to: "true"),
                        FieldChange(field: "time_in_space", from: nil, to: "PT1H"),
                    ]))
            ])
    }

    @Test func whatOnlyAFullerFormSaysIsNoChangeWhatBothSayIs() throws {
        let fuller = try Fixture.catalogue { contents in
            contents.agencies[0].profile = Agency.Profile()
            contents.agencies[0].profile?.foundingYear = 1992
            contents.agencies[0].name = "Roscosmos"
            contents.configurations[1].details = Configuration.Details()
            contents.configurations[1].details?.crewCapacity = 3
        }
        let catalogue = try Fixture.catalogue()
        let (long, short) = ("Russian Federal Space Agency (ROSCOSMOS)", "Roscosmos")
        #expect(
            fuller.changes(since: catalogue) == [
                Change(EntityKey(.agency, 63), name: short, event: .changed([FieldChange(field: "name", from: long, to: short)]))
            ])
        #expect(
            catalogue.changes(since: fuller) == [
                Change(EntityKey(.agency, 63), name: long, event: .changed([FieldChange(field: "name", from: short, to: long)]))
            ])
    }

    @Test func aValueThatBecomesNullOrIsNullNoMoreIsAChange() throws {
        let changes = try changes { contents in
            contents.spacecraft[0].serialNumber = nil
            contents.spacecraft[2].serialNumber = "No.246"
        }
        #expect(
            changes == [
                Change(
                    EntityKey(.spacecraft, 107), name: "Soyuz TM-23",
                    event: .changed([FieldChange(field: "serial_number", from: "11F732A51 #72", to: nil)])),
                Change(
                    EntityKey(.spacecraft, 318), name: "Progress M-46",
                    event: .changed([FieldChange(field: "serial_number", from: nil, to: "No.246")])),
            ])
    }

    @Test func anotherUnicodeNormalisationOfATextIsNoChange() throws {
        let composed = try Fixture.catalogue { $0.spacecraft[1].description = "Décollage" }
        let decomposed = try Fixture.catalogue { $0.spacecraft[1].description = "De\u{301}collage" }
        #expect(decomposed.changes(since: composed) == [])
        #expect(decomposed == composed)
    }
}
