import Catalogue

/// The two files that the source keeps of each picture.
enum PictureSize: String, Sendable, CaseIterable {
    case original
    case thumbnail

    func address(of image: Image) -> String { self == .original ? image.imageURL : image.thumbnailURL }
}
