import Catalogue
import SiteGenerator

extension SiteFolder {
    var pictureStore: PictureStore { PictureStore(folder: Self.join(path, "data/pictures"), files: files) }

    /// The copies of the catalogue's pictures that the rules let be shown, by the pictures' ids.
    func pictureCopies(_ catalogue: Catalogue) throws(Failure) -> [Int: PictureCopy] {
        guard configuration.images.delivery == .copy else { return [:] }
        let store = pictureStore
        let names = try store.names()
        var copies: [Int: PictureCopy] = [:]
        for image in catalogue.images {
            guard let licence = catalogue.licences[id: image.licenceID], configuration.images.treatment(of: licence) == .copy,
                let original = try store.copy(of: image, .original, in: names)
            else { continue }
            let thumbnail = try store.copy(of: image, .thumbnail, in: names)
            copies[image.id] = PictureCopy(
                original: .init(original.name, original.header), thumbnail: thumbnail.map { .init($0.name, $0.header) })
        }
        return copies
    }
}

extension PictureCopy.File {
    /// The folder of the copies in the published site.
    static let publishedFolder = "pictures/"

    init(_ name: String, _ header: PictureHeader) {
        self.init(path: Self.publishedFolder + name, width: header.width, height: header.height)
    }

    /// The name of the file in the site's `data/pictures/`.
    var name: String { String(path.dropFirst(Self.publishedFolder.count)) }
}
