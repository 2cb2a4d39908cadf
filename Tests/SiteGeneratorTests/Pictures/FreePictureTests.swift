import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct FreePictureTests {
    @Test func aFreeLicenceIsOneOfPublicDomainAttributionAndShareAlike() {
        #expect(LicenceClass.allCases.filter(\.isFree) == [.publicDomain, .attribution, .shareAlike])
    }

    @Test func aCraftHasAFreePictureByItsOwnOrElseByThatOfItsConfiguration() throws {
        let model = SiteModel(
            try Sample.input { contents in
                contents.spacecraft = [
                    Spacecraft(id: 1, name: "Its own, CC BY", imageID: 80, configurationID: 3),
                    Spacecraft(id: 2, name: "Its own, CC BY-NC", imageID: 40, configurationID: 1),
                    Spacecraft(id: 3, name: "That of its configuration, CC BY-SA", configurationID: 1),
                    Spacecraft(id: 4, name: "None", configurationID: 3),
                ]
            })
        let free = model.spacecraftByName.indices.filter { model.hasFreePicture(craftAt: $0) }
        #expect(free.map { model.spacecraftByName[$0].id } == [1, 3])
    }
}
