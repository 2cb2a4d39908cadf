import Catalogue

extension Sample {
    /// One licence of each class, one that no table knows, and one that no picture has.
    static let licences = [
        Licence(id: 1, name: "Unknown", priority: 9),
        Licence(id: 2, name: "NASA Image and Media Guidelines", link: "https://www.nasa.gov/nasa-brand-center/images-and-media/"),
        Licence(id: 3, name: "CC BY-SA 4.0", link: "https://creativecommons.org/licenses/by-sa/4.0/"),
        Licence(id: 4, name: "CC BY-NC 2.0", link: "https://creativecommons.org/licenses/by-nc/2.0/"),
        Licence(id: 5, name: "CC0 1.0", link: ""),
        Licence(id: 6, name: "CC BY-ND 3.0", link: "http://creativecommons.org/licenses/by-nd/3.0/"),
        Licence(id: 7, name: "TASS Image Use Policy", link: "javascript:alert(1)"),
        Licence(id: 8, name: "CC BY 4.0", link: "https://creativecommons.org/licenses/by/4.0/"),
        Licence(id: 9, name: "House <rules> & \"terms\""),
        Licence(id: 10, name: "JAXA Image Usage Policy"),
    ]

    static let images = [
        image(10, "[AUTO] Lark TM - image", credit: nil, licence: 1),
        image(20, "Heron over <Earth>", credit: "NASA/\"A. N. Other\" & <script>alert(1)</script>", licence: 2),
        image(30, "Heron at the pad", credit: " ESA \n", licence: 3),
        image(40, "Finch", credit: "Jane Doe", licence: 4),
        image(50, "Patch", credit: "Jane Doe", licence: 5, grounds: ["light", "dark"]),
        image(60, "Unchanged", credit: "Нина", licence: 6),
        image(70, "Agency photograph", credit: "TASS", licence: 7),
        image(80, "Drawing", credit: "神舟", licence: 8),
        image(90, "House picture", credit: nil, licence: 9),
        Image(
            id: 95, name: "At a development host", imageURL: "https://thespacedevs-dev.nyc3.digitaloceanspaces.com/media/images/95.jpeg",
            thumbnailURL: "https://lldev.thespacedevs.com/95.jpeg", credit: "NASA", licenceID: 2),
        Image(id: 96, name: "No address", imageURL: "javascript:alert(1)", thumbnailURL: "", credit: "NASA", licenceID: 2),
    ]

    /// - Parameter grounds: those of its variants.
    static func image(_ id: Image.ID, _ name: String, credit: String?, licence: Licence.ID, grounds: [String] = []) -> Image {
        Image(
            id: id, name: name, imageURL: "https://pictures.example.net/\(id).jpg",
            thumbnailURL: "https://pictures.example.net/thumbnails/\(id).jpg", credit: credit, licenceID: licence,
            variants: grounds.enumerated().map { index, ground in
                Image.Variant(
                    id: .init(index + 1), typeID: .init(index + 1), typeName: "transparent for \(ground) background",
                    imageURL: "https://pictures.example.net/\(id)-\(ground).png")
            })
    }
}
