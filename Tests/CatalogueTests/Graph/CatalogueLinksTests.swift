import Catalogue
import Testing

@Suite struct CatalogueLinksTests {
    let catalogue: Catalogue

    init() throws {
        catalogue = try Fixture.catalogue()
    }

    @Test(arguments: [(1, [551]), (2, [107, 126]), (3, [700]), (4, [318]), (99, [])])
    func aConfigurationLeadsToItsCraft(configuration: Int, craft: [Int]) {
        #expect(catalogue.spacecraft(ofConfiguration: RecordID(configuration)).map(\.id.number) == craft)
    }

    @Test(arguments: [(1, [551]), (4, [107, 126, 318]), (5, [700]), (99, [])])
    func aStatusLeadsToItsCraft(status: Int, craft: [Int]) {
        #expect(catalogue.spacecraft(withStatus: RecordID(status)).map(\.id.number) == craft)
    }

    @Test(arguments: [(1, [1, 2], [107, 126, 551]), (2, [3, 4], [318, 700]), (99, [], [])])
    func aTypeLeadsToItsConfigurationsAndTheirCraft(type: Int, configurations: [Int], craft: [Int]) {
        #expect(catalogue.configurations(ofType: RecordID(type)).map(\.id.number) == configurations)
        #expect(catalogue.spacecraft(ofType: RecordID(type)).map(\.id.number) == craft)
    }

    @Test(arguments: [
        (63, [2, 4], [], [107, 126, 318]),
        (96, [], [1], []),
        (121, [1, 3], [2, 3], [551, 700]),
        (99, [], [], []),
    ])
    func anAgencyLeadsToTheConfigurationsItOperatesTheFamiliesItBuildsAndItsCraft(
        agency: Int, configurations: [Int], families: [Int], craft: [Int]
    ) {
        #expect(catalogue.configurations(ofAgency: RecordID(agency)).map(\.id.number) == configurations)
        #expect(catalogue.families(manufacturedBy: RecordID(agency)).map(\.id.number) == families)
        #expect(catalogue.spacecraft(ofAgency: RecordID(agency)).map(\.id.number) == craft)
    }

    @Test(arguments: [
        (1, [], [], [2], [107, 126]),
        (2, [], [3], [1], [551, 700]),
        (3, [2], [4], [1], [551, 700]),
        (4, [3, 2], [], [3], [700]),
        (99, [], [], [], []),
    ])
    func aFamilyLeadsToItsParentsChildrenOwnConfigurationsAndAllCraftBelowItEachOnce(
        family: Int, ancestors: [Int], children: [Int], configurations: [Int], craft: [Int]
    ) {
        #expect(catalogue.ancestors(ofFamily: RecordID(family)).map(\.id.number) == ancestors)
        #expect(catalogue.children(ofFamily: RecordID(family)).map(\.id.number) == children)
        #expect(catalogue.configurations(ofFamily: RecordID(family)).map(\.id.number) == configurations)
        #expect(catalogue.spacecraft(ofFamily: RecordID(family)).map(\.id.number) == craft)
    }

    @Test(arguments: [(1, [10]), (4, [20, 30, 40]), (99, [])])
    func aLicenceLeadsToItsImages(licence: Int, images: [Int]) {
        #expect(catalogue.images(underLicence: RecordID(licence)).map(\.id.number) == images)
    }

    @Test(arguments: [
        (
            10,
            [
                ImageUse(by: EntityKey(.spacecraft, 107), role: .image), ImageUse(by: EntityKey(.spacecraft, 126), role: .image),
                ImageUse(by: EntityKey(.configuration, 2), role: .image),
            ]
        ),
        (20, [ImageUse(by: EntityKey(.agency, 121), role: .logo), ImageUse(by: EntityKey(.agency, 121), role: .socialLogo)]),
        (
            30,
            [
                ImageUse(by: EntityKey(.spacecraft, 551), role: .image), ImageUse(by: EntityKey(.configuration, 1), role: .image),
                ImageUse(by: EntityKey(.agency, 121), role: .image),
            ]
        ),
        (40, []),
        (99, []),
    ])
    func anImageLeadsToEveryPlaceThatShowsIt(image: Int, uses: [ImageUse]) {
        #expect(catalogue.uses(ofImage: RecordID(image)) == uses)
    }

    @Test func aConfigurationThatNamesAFamilyTwiceStandsInItOnce() throws {
        let catalogue = try Fixture.catalogue { $0.configurations[0].familyIDs = [2, 3, 2, 2] }
        #expect(catalogue.configurations(ofFamily: 2).map(\.id) == [1])
        #expect(catalogue.spacecraft(ofFamily: 2).map(\.id) == [551, 700])
    }

    @Test func familiesThatAreParentsOfEachOtherEndTheWalk() throws {
        let catalogue = try Fixture.catalogue { $0.families[1].profile?.parentID = 4 }
        #expect(catalogue.ancestors(ofFamily: 2).map(\.id) == [4, 3])
        #expect(catalogue.spacecraft(ofFamily: 3).map(\.id) == [551, 700])
    }
}
