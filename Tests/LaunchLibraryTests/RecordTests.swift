import Catalogue
import LaunchLibrary
import Testing

@Suite struct RecordTests {
    @Test func aCraftInTheDetailedFormBringsEveryFieldOfAllItMentions() throws {
        let reading = try read(Sample.craft)
        #expect(try reading.catalogue == Sample.catalogue())
        #expect(reading.mode == .detailed)
        #expect(reading.warnings.isEmpty)
    }

    @Test(arguments: [
        (#"{"id": 1, "name": "Unknown", "priority": 9, "link": null}"#, EntityKind.licence),
        (#"{"id": 2, "name": "P", "image_url": "i", "thumbnail_url": "t", "license": {"id": 1, "name": "Unknown"}}"#, .image),
        (#"{"response_mode": "list", "id": 3, "name": "A", "abbrev": "", "type": null}"#, .agency),
        (#"{"response_mode": "list", "id": 4, "name": "F"}"#, .family),
        (#"{"response_mode": "normal", "id": 4, "name": "F", "manufacturer": null}"#, .family),
        (#"{"id": 5, "name": "C", "type": {"id": 1, "name": "T"}, "agency": {"id": 3, "name": "A"}, "family": null}"#, .configuration),
    ])
    func whatARecordIsItsFieldsSayEachKindOfPageCanBeReadAndOneListCanMixThem(record: String, kind: EntityKind) throws {
        for text in [record, "[\(record)]", #"{"count": 1, "next": null, "previous": null, "results": [\#(record)]}"#] {
            let catalogue = try read(text).catalogue
            let counts: [EntityKind: Int] = [
                .licence: catalogue.licences.count, .image: catalogue.images.count, .agency: catalogue.agencies.count,
                .family: catalogue.families.count, .configuration: catalogue.configurations.count,
            ]
            #expect(counts[kind] == 1)
            #expect(catalogue.spacecraft.isEmpty)
        }
        let mixed = try read("[\(record), \(Sample.craft)]").catalogue
        #expect(mixed.spacecraft.count == 1)
    }

    @Test func nullOrAbsentIsNormalWhereTheAPIAllowsNullAndUnknownKeysAreIgnored() throws {
        let sparse = """
            {"id": 1, "name": "Aurora", "description": "", "status": {"id": 1, "name": "Active"}, "news_in_2_4_0": {"id": "x"}, "image": null,
             "spacecraft_config": {"id": 2, "name": "Aurora", "type": {"id": 3, "name": "Capsule"}, "family": null,
               "agency": {"id": 4, "name": "Bureau", "type": null}}}
            """
        var contents = CatalogueContents()
        contents.agencies = [Agency(id: 4, name: "Bureau")]
        contents.configurationTypes = [ConfigurationType(id: 3, name: "Capsule")]
        contents.configurations = [Configuration(id: 2, name: "Aurora", typeID: 3, agencyID: 4, inUse: nil)]
        contents.statuses = [Status(id: 1, name: "Active")]
        contents.spacecraft = [Spacecraft(id: 1, name: "Aurora", isPlaceholder: nil, inSpace: nil, statusID: 1, configurationID: 2)]
        #expect(try read(sparse).catalogue == Catalogue(contents))
    }

    @Test func theCountersOfAFamilyAreReadWhereTheyAreGivenWhateverTheFormCallsItself() throws {
        let family = try read(#"{"response_mode": "normal", "id": 4, "name": "F", "manufacturer": null, "spacecraft_flown": 7}"#).catalogue
            .families[id: 4]
        var statistics = FlightStatistics()
        statistics.spacecraftFlown = 7
        #expect(family == Family(id: 4, name: "F", profile: .init(), statistics: statistics))
    }

    @Test func aFamilyThatAConfigurationNamesTwiceCountsOnce() throws {
        let family = #"{"response_mode": "list", "id": 4, "name": "F"}"#
        let text = Sample.craft.replacing(#""family": ["#, with: #""family": [\#(family), \#(family), "#)
        #expect(try read(text).catalogue.configurations[id: 61]?.familyIDs == [4, 31])
    }

    @Test func aContradictionIsAWarningWithBothValuesAndTheFullerFormWins() throws {
        let list = #"{"response_mode": "list", "id": 501, "name": "Polar Bureau", "abbrev": "PSB", "type": null}"#
        let reading = try read("[\(list), \(Sample.craft)]")
        #expect(
            reading.warnings.map(\.description) == [
                #"agency 501 › name: the source says both "Polar Space Bureau" and "Polar Bureau"; kept "Polar Space Bureau""#
            ])
    }
}
