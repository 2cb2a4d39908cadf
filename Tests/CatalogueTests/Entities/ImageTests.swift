import Catalogue
import Testing

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
