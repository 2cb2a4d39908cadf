import Catalogue
import Testing

@testable import HangarKit

@Suite struct PictureStoreTests {
    @Test(arguments: [
        ("https://host.example/media/soyuz_tm_20231228.jpeg", "7-original-soyuz_tm_20231228"),
        ("https://host.example/a%2520b.png?x=/y.gif#z", "7-original-a-2520b"),
        ("https://host.example/..", "7-original--"), ("https://host.example/Союз.png", "7-original-----"),
        ("https://host.example/", "7-original-host"), ("", "7-original-"),
    ])
    func isThePicturesIdAndSizeAndTheSourcesFileNameInLettersThatEveryFileSystemAndAddressTakes(address: String, stem: String) {
        let image = Image(id: 7, name: "", imageURL: address, thumbnailURL: "", licenceID: 1)
        #expect(PictureStore.stem(of: image, .original) == stem)
    }
}
