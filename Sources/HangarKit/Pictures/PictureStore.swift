import Catalogue
import Foundation
import LaunchLibrary
import Publishing
import Support

/// The copies of pictures in a site's `data/pictures/`: one file for one picture, and one for its thumbnail.
///
/// The source never changes a file under its name, so a copy's own name, made of the picture's id and the source's file name, says whether it
/// is the picture of today.
struct PictureStore: Sendable {
    let folder: String
    let files: FileAccess

    /// The names of the copies that are there.
    func names() throws(Failure) -> Set<String> {
        guard files.kind(folder) == .folder else { return [] }
        return Set(try files.visibleNames(in: folder))
    }

    /// A file that is there, and what the disk says of it; nothing for what is no file.
    struct StoredFile {
        let name: String
        let state: FileState?
    }

    /// All that is there, by name.
    func stored() throws(Failure) -> [StoredFile] {
        try names().sorted().map { StoredFile(name: $0, state: FileState.of(path(of: $0))) }
    }

    /// `1930-original-soyuz_tm_image_20231228130713`: without its extension, which the bytes decide.
    static func stem(of image: Image, _ size: PictureSize) -> String {
        let file = size.address(of: image).prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last ?? ""
        let name = file[..<(file.lastIndex(of: ".") ?? file.endIndex)]
        let readable = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" })
        return "\(image.id)-\(size.rawValue)-\(readable.prefix(100))"
    }

    /// The whole copy of a picture, if it is there; nil also for one that is damaged.
    func copy(of image: Image, _ size: PictureSize, in names: Set<String>) throws(Failure) -> (name: String, header: PictureHeader)? {
        let stem = Self.stem(of: image, size)
        for name in PictureFormat.allCases.map({ "\(stem).\($0.fileExtension)" }) where names.contains(name) {
            if let header = PictureHeader(try contents(of: name)) { return (name, header) }
        }
        return nil
    }

    func contents(of name: String) throws(Failure) -> [UInt8] {
        do { return try files.contents(path(of: name)) } catch { throw Failure(error) }
    }

    func keep(_ bytes: [UInt8], as name: String) throws(Failure) {
        do { try AtomicFile.replace(path(of: name), with: bytes) } catch { throw Failure(error) }
    }

    /// Removes the copies that are none of these, and nothing that another program put there.
    func removeAll(but kept: Set<String>) throws(Failure) {
        for name in try names().sorted() where !kept.contains(name) && Self.isOurs(name) {
            do { try FileManager.default.removeItem(atPath: path(of: name)) } catch {
                throw Failure(.cannotWrite, at: path(of: name), "cannot be removed: \(error.localizedDescription)")
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
