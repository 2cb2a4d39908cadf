import Catalogue
import LaunchLibrary
import Publishing
import SiteGenerator
import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The copies of pictures in a site's `data/pictures/`: one file for each picture and one for its thumbnail.
///
/// The source never changes a file under the same name. The name of a copy consists of the picture's id and the source's file name. So the
/// name shows whether the copy is current.
struct PictureStore: Sendable {
    let folder: String
    let files: FileAccess

    /// The names of the existing copies.
    func names() throws(Failure) -> Set<String> {
        guard files.kind(folder) == .folder else { return [] }
        return Set(try files.visibleNames(in: folder))
    }

    /// An existing file and its state on the disk.
    struct StoredFile: Equatable {
        let name: String
        let state: FileState?
    }

    /// All existing files, by name.
    func stored() throws(Failure) -> [StoredFile] {
        try names().sorted().map { StoredFile(name: $0, state: FileState.of(path(of: $0))) }
    }

    /// `1930-original-soyuz_tm_image_20231228130713`. The extension is left out, because the bytes decide it.
    static func stem(of image: Image, _ size: PictureSize) -> String {
        let file = size.address(of: image).prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last ?? ""
        let name = file[..<(file.lastIndex(of: ".") ?? file.endIndex)]
        let readable = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" })
        return "\(image.id)-\(size.rawValue)-\(readable.prefix(100))"
    }

    /// The copy of a picture, if it exists. It is nil for a damaged copy too.
    func copy(of image: Image, _ size: PictureSize, in names: Set<String>) throws(Failure) -> (name: String, header: PictureHeader)? {
        let stem = Self.stem(of: image, size)
        for name in PictureFormat.allCases.map({ "\(stem).\($0.fileExtension)" }) where names.contains(name) {
            if let header = PictureHeader(try contents(of: name)) { return (name, header) }
        }
        return nil
    }

    func contents(of name: String) throws(Failure) -> [UInt8] {
        do { return try files.keptContents(path(of: name)) } catch { throw Failure(error) }
    }

    func keep(_ bytes: [UInt8], as name: String) throws(Failure) {
        do { try AtomicFile.replace(path(of: name), with: bytes) } catch { throw Failure(error) }
    }

    /// Removes all copies except these. Files from other programs stay.
    func removeAll(but kept: Set<String>) throws(Failure) {
        for name in try names().sorted() where !kept.contains(name) && Self.isOurs(name) {
            guard unlink(path(of: name)) == 0 else {
                throw Failure(
                    .cannotWrite, at: path(of: name), "cannot be removed: \(Errno.last.words)",
                    remedy: "Let the user who runs this write there.")
            }
        }
    }

    private static func isOurs(_ name: String) -> Bool {
        let parts = name.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 && Int(parts[0]) != nil && PictureSize(rawValue: String(parts[1])) != nil
            && PictureFormat.allCases.contains { name.hasSuffix(".\($0.fileExtension)") }
    }

    private func path(of name: String) -> String { SiteFolder.join(folder, name) }
}

/// The two files that the source has of each picture.
enum PictureSize: String, Sendable, CaseIterable {
    case original
    case thumbnail

    func address(of image: Image) -> String { self == .original ? image.imageURL : image.thumbnailURL }
}

extension SiteFolder {
    var pictureStore: PictureStore { PictureStore(folder: Self.join(path, "data/pictures"), files: files) }

    /// The copies of the catalogue's pictures that the rules allow to be shown, by the pictures' ids.
    func pictureCopies(_ catalogue: Catalogue) throws(Failure) -> [Image.ID: PictureCopy] {
        guard configuration.images.delivery == .copy else { return [:] }
        let store = pictureStore
        let names = try store.names()
        var copies: [Image.ID: PictureCopy] = [:]
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
    private static let publishedFolder = "pictures/"

    init(_ name: String, _ header: PictureHeader) {
        self.init(path: Self.publishedFolder + name, width: header.width, height: header.height)
    }

    /// The name of the file in the site's `data/pictures/`.
    var name: String { String(path.dropFirst(Self.publishedFolder.count)) }
}
