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

/// The copies of pictures in a site's `data/pictures/`: one file for each picture, for its thumbnail and for its variants, and the sizes that
/// were made of them.
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

    /// All existing files that pages may show, by name.
    func stored() throws(Failure) -> [StoredFile] {
        try names().subtracting([SizesMemory.fileName]).sorted().map { StoredFile(name: $0, state: FileState.of(path(of: $0))) }
    }

    /// `1930-original-soyuz_tm_image_20231228130713`. The extension is left out, because the bytes decide it.
    static func stem(of image: Image, _ size: PictureSize) -> String {
        let file = size.address(of: image).prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last ?? ""
        let name = file[..<(file.lastIndex(of: ".") ?? file.endIndex)]
        let readable = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" })
        return "\(image.id)-\(size.rawValue)-\(readable.prefix(100))"
    }

    /// The copy of a picture with its content, if it exists. It is nil for a damaged copy too.
    func copy(
        of image: Image, _ size: PictureSize, in names: Set<String>
    ) throws(Failure) -> (picture: StoredPicture, bytes: [UInt8])? {
        guard let (name, header) = try file(of: image, size, in: names) else { return nil }
        let bytes = try contents(of: name)
        let hash = StoredPicture.hash(of: bytes)
        return (StoredPicture(id: image.id, size: size, name: name, header: header, contentHash: hash), bytes)
    }

    /// The copy of a picture, which is only read whole if its content is not remembered.
    func copy(
        of image: Image, _ size: PictureSize, in names: Set<String>, _ memory: inout PictureMemory
    ) throws(Failure) -> StoredPicture? {
        guard let (name, header) = try file(of: image, size, in: names) else { return nil }
        let hash = try memory.hash(of: name, in: FileState.of(path(of: name))) { () throws(Failure) in
            StoredPicture.hash(of: try contents(of: name))
        }
        return StoredPicture(id: image.id, size: size, name: name, header: header, contentHash: hash)
    }

    /// The name and header of such a copy, of which only the first bytes are read.
    func file(of image: Image, _ size: PictureSize, in names: Set<String>) throws(Failure) -> (name: String, header: PictureHeader)? {
        let stem = Self.stem(of: image, size)
        for name in PictureFormat.allCases.map({ "\(stem).\($0.fileExtension)" }) where names.contains(name) {
            if let header = try header(of: name) { return (name, header) }
        }
        return nil
    }

    /// Before the size of a JPEG there may be much else, and what turns a WebP stands at its end. Nearly all have what is needed here.
    private static let headLength = 32 << 10

    private func header(of name: String) throws(Failure) -> PictureHeader? {
        let head: [UInt8]
        do { head = try files.keptHead(path(of: name), Self.headLength) } catch { throw Failure(error) }
        let isWhole = head.count < Self.headLength
        if let header = PictureHeader(head, isHead: !isWhole) { return header }
        return isWhole ? nil : PictureHeader(try contents(of: name))
    }

    /// The copies of a picture's files, and the sizes that were made of them.
    ///
    /// - Parameters:
    ///   - hasSizes: whether pages show them.
    ///   - memory: what earlier builds have read.
    func copies(
        of image: Image, in names: Set<String>, hasSizes: Bool, _ memory: inout PictureMemory
    ) throws(Failure) -> PictureCopy? {
        func file(_ size: PictureSize) throws(Failure) -> PictureCopy.File? {
            // The sizes are named by the content of the whole.
            guard hasSizes, size != .thumbnail else {
                return try self.file(of: image, size, in: names).map { PictureCopy.File($0.name, $0.header) }
            }
            guard let picture = try copy(of: image, size, in: names, &memory) else { return nil }
            var file = PictureCopy.File(picture.name, picture.header)
            file.sizes = try sizes(of: picture, in: names)
            return file
        }
        guard let original = try file(.original) else { return nil }
        return PictureCopy(original: original, thumbnail: try file(.thumbnail), light: try file(.light), dark: try file(.dark))
    }

    /// The sizes that were made of a picture. None where the widest is missing, as a smaller one would take its place on every screen.
    private func sizes(of picture: StoredPicture, in names: Set<String>) throws(Failure) -> [PictureCopy.File] {
        var sizes: [PictureCopy.File] = []
        for width in picture.widths {
            let name = picture.sizeName(width)
            guard names.contains(name), let header = try header(of: name), header.width == width else { continue }
            sizes.append(PictureCopy.File(name, header))
        }
        if picture.isItsWidestSize, !sizes.isEmpty { sizes.append(PictureCopy.File(picture.name, picture.header)) }
        return sizes.last?.width == picture.widestSize ? sizes : []
    }

    func contents(of name: String) throws(Failure) -> [UInt8] {
        do { return try files.keptContents(path(of: name)) } catch { throw Failure(error) }
    }

    func keep(_ bytes: [UInt8], as name: String) throws(Failure) {
        do { try AtomicFile.replace(path(of: name), with: bytes) } catch { throw Failure(error) }
    }

    /// Removes all copies except these. Files from other programs stay.
    func removeAll(but kept: Set<String>) throws(Failure) {
        for name in try names().sorted() where !kept.contains(name) && Self.isOurs(name) { try remove(name) }
    }

    /// Removes all sizes of copies except these, and what a process left that was killed while it made some.
    func removeSizes(but kept: Set<String>) throws(Failure) {
        guard files.kind(folder) == .folder else { return }
        for name in try files.names(in: folder, where: { $0.hasPrefix(NamelessFile.namePrefix) }) { try remove(name) }
        for name in try names().sorted() where !kept.contains(name) && StoredPicture.isSize(name) { try remove(name) }
    }

    func remove(_ name: String) throws(Failure) {
        guard unlink(path(of: name)) == 0 else {
            throw Failure(
                .cannotWrite, at: path(of: name), "cannot be removed: \(Errno.last.words)",
                remedy: "Let the user who runs this write there.")
        }
    }

    private static func isOurs(_ name: String) -> Bool {
        let parts = name.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 && Int(parts[0]) != nil && PictureSize(rawValue: String(parts[1])) != nil
            && PictureFormat.allCases.contains { name.hasSuffix(".\($0.fileExtension)") }
    }

    private func path(of name: String) -> String { SiteFolder.join(folder, name) }
}

/// The files that the source may have of a picture.
enum PictureSize: String, Sendable, CaseIterable {
    case original
    case thumbnail
    /// The variants for a light and for a dark ground.
    case light
    case dark

    /// Empty when the source has no such file.
    func address(of image: Image) -> String {
        switch self {
        case .original: image.imageURL
        case .thumbnail: image.thumbnailURL
        case .light: image.variantURL(on: .light) ?? ""
        case .dark: image.variantURL(on: .dark) ?? ""
        }
    }
}

extension SiteFolder {
    var pictureStore: PictureStore { PictureStore(folder: Self.join(path, "data/pictures"), files: files) }

    /// The copies of the catalogue's pictures that the rules allow to be shown, by the pictures' ids.
    ///
    /// - Parameter memory: what earlier builds have read of them.
    func pictureCopies(_ catalogue: Catalogue, _ memory: inout PictureMemory) throws(Failure) -> [Image.ID: PictureCopy] {
        guard configuration.images.delivery == .copy else { return [:] }
        let store = pictureStore
        let names = try store.names()
        var copies: [Image.ID: PictureCopy] = [:]
        for image in catalogue.images {
            guard let licence = catalogue.licences[id: image.licenceID], configuration.images.treatment(of: licence) == .copy else {
                continue
            }
            copies[image.id] = try store.copies(of: image, in: names, hasSizes: configuration.images.makesSizes(under: licence), &memory)
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
