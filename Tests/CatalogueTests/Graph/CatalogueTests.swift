import Catalogue
import Testing

@Suite struct CatalogueTests {
    @Test func aCatalogueGivesBackWhatItWasMadeOfInTheOrderOfIds() throws {
        var shuffled = Fixture.contents
        shuffled.spacecraft.reverse()
        shuffled.images.swapAt(0, 2)
        shuffled.families.reverse()
        #expect(try Catalogue(shuffled).contents == Fixture.contents)
        #expect(try Catalogue(shuffled) == Fixture.catalogue())
    }

    @Test func cataloguesDifferWhenOneFieldOfOneEntityDoes() throws {
        #expect(try Fixture.catalogue() != Fixture.catalogue { $0.agencies[2].profile?.administrator = "Elon Musk" })
    }

    @Test func anEmptyCatalogueIsOne() throws {
        #expect(try Catalogue(CatalogueContents()).contents == CatalogueContents())
    }

    @Test func everyReferenceToAnEntityThatIsNotThereIsNamed() throws {
        let error = #expect(throws: CatalogueError.self) {
            try Fixture.catalogue { contents in
                contents.images[0].licenceID = 901
                contents.agencies[0].typeID = 902
                contents.agencies[2].profile?.imageID = 903
                contents.agencies[2].profile?.logoID = 904
                contents.agencies[2].profile?.socialLogoID = 905
                contents.families[0].profile?.manufacturerID = 906
                contents.families[2].profile?.parentID = 907
                contents.configurations[0].typeID = 908
                contents.configurations[0].agencyID = 909
                contents.configurations[0].imageID = 910
                contents.configurations[0].familyIDs = [911, 3, 912]
                contents.spacecraft[1].statusID = 913
                contents.spacecraft[1].configurationID = 914
                contents.spacecraft[1].imageID = 915
            }
        }
        #expect(
            error?.description == """
                image 10 › license: there is no license 901
                agency 63 › type: there is no agency_type 902
                agency 121 › image: there is no image 903
                agency 121 › logo: there is no image 904
                agency 121 › social_logo: there is no image 905
                family 1 › manufacturer: there is no agency 906
                family 3 › parent: there is no family 907
                spacecraft_configuration 1 › type: there is no spacecraft_configuration_type 908
                spacecraft_configuration 1 › agency: there is no agency 909
                spacecraft_configuration 1 › image: there is no image 910
                spacecraft_configuration 1 › family: there is no family 911
                spacecraft_configuration 1 › family: there is no family 912
                spacecraft 126 › spacecraft_config: there is no spacecraft_configuration 914
                spacecraft 126 › image: there is no image 915
                spacecraft 126 › status: there is no spacecraft_status 913
                """)
    }
}
