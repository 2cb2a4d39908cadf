import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct PictureGroupTests {
    /// Craft by the number of their picture and their configuration. Configuration 1 has picture 30, configuration 2 has picture 10,
    /// configuration 3 has none.
    private func model(_ craft: [(image: Image.ID?, configuration: Configuration.ID)]) throws -> SiteModel {
        SiteModel(
            try Sample.input { contents in
                contents.spacecraft = craft.enumerated().map {
                    Spacecraft(
                        id: RecordID($0.offset + 1), name: "C\($0.offset + 1)", imageID: $0.element.image, statusID: 1,
                        configurationID: $0.element.configuration)
                }
            })
    }

    private func groups(_ craft: [(image: Image.ID?, configuration: Configuration.ID)]) throws -> [String] {
        let model = try model(craft)
        return PictureGroup.groups(of: CraftPosition.all(craft.count), model).map { group in
            "\(group.image.map { "\($0)" } ?? "none"): "
                + group.positions.map { model.spacecraftByName[$0].name }.joined(separator: " ")
        }
    }

    @Test func aPictureThatManyCraftOfAConfigurationShareStandsOnce() throws {
        #expect(try groups([(30, 1), (20, 1), (30, 1), (30, 2)]) == ["30: C1 C3", "20: C2", "30: C4"])
    }

    @Test func aCraftWithoutAPictureOfItsOwnShowsThatOfItsConfigurationIfThereIsOne() throws {
        #expect(try groups([(nil, 1), (30, 1), (nil, 3), (nil, 3)]) == ["30: C1 C2", "none: C3 C4"])
    }

    @Test(
        arguments: [
            ([], false), ([30], false), ([30, 30], false), ([30, 20], true), ([nil, nil], false), ([nil, 20], true),
        ] as [([Image.ID?], Bool)])
    func aListHasAViewInPicturesIfThereIsMoreThanOne(images: [Image.ID?], areSeveral: Bool) throws {
        let model = try model(images.map { ($0, 1) })
        #expect(PictureGroup.areSeveral(CraftPosition.all(images.count), model) == areSeveral)
    }

    @Test func withoutAnyPictureThereIsNothingToLookAt() throws {
        let model = try model([(nil, 3), (nil, 3)])
        #expect(!PictureGroup.areSeveral(CraftPosition.all(2), model))
    }
}
