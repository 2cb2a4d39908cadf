import Catalogue
import Testing

@testable import HangarKit

@Suite("The name of a picture's copy") struct PictureStoreTests {
    @Test(
        "is the picture's id and size and the source's file name, in letters that every file system and address takes",
        arguments: [
            ("https://host.example/media/soyuz_tm_20231228.jpeg", "7-original-soyuz_tm_20231228"),
            ("https://host.example/a%2520b.png?x=/y.gif#z", "7-original-a-2520b"),
            ("https://host.example/..", "7-original--"), ("https://host.example/Союз.png", "7-original-----"),
            ("https://host.example/", "7-original-host"), ("", "7-original-"),
        ])
    func stem(address: String, stem: String) {
        let image = Image(id: 7, name: "", imageURL: address, thumbnailURL: "", licenceID: 1)
        #expect(PictureStore.stem(of: image, .original) == stem)
    }
}
