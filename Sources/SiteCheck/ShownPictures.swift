import Publishing
import Support

/// The pictures that the pages of a finished site load, for a comparison with what its operator allows.
public enum ShownPictures {
    /// One picture, with the first place that loads it.
    public struct Picture: Sendable, Equatable {
        /// The complete address of another site's file, or the path of one of this site's.
        public let address: String
        public let isOwn: Bool
        /// The page's path inside the site.
        public let file: String
        /// Counted from 1. The column counts characters (Unicode scalars).
        public let line: Int
        public let column: Int
        /// The number of pages that load it.
        public internal(set) var pages: Int
    }

    /// Each picture once, in the order of the pages' paths and of the places on them: those of `img` and `source`, and those that stand for a
    /// page when it is shared. What style sheets and SVG files load is part of the theme.
    ///
    /// - Parameter output: the site's folder.
    /// - Throws: `.cannotRead` when there is no folder to look at.
    public static func all(in output: String) throws(PublishError) -> [Picture] {
        let site = try SiteFiles(output: output)
        let scanner = PictureScanner(site: site, base: BaseURL(ofHomePageIn: site), buffers: BufferPool(size: 1 << 18))
        let paths = site.paths
        let found = Concurrently.array(count: paths.count, pieceSize: 64) { scanner.scan(paths[$0]) }
        var pictures: [Picture] = []
        var places: [String: Int] = [:]
        for picture in found.joined() {
            if let place = places[picture.address] {
                pictures[place].pages += 1
            } else {
                places[picture.address] = pictures.count
                pictures.append(picture)
            }
        }
        return pictures
    }
}

/// Reads the pictures of one page, each once.
private struct PictureScanner {
    let site: SiteFiles
    let base: BaseURL?
    let buffers: BufferPool

    func scan(_ path: String) -> [ShownPictures.Picture] {
        guard ["html", "htm"].contains(FilePath.fileExtension(of: path)) else { return [] }
        do throws(Errno) {
            guard let opened = try site.root.openPath(path) else { return [] }
            return try buffers.withContents(opened) { scan(path, $0.bindMemory(to: UInt8.self)) }
        } catch {
            // The check of the site itself reports a file that cannot be read.
            return []
        }
    }

    private func scan(_ path: String, _ bytes: ByteText) -> [ShownPictures.Picture] {
        let folder = FilePath.split(path).folder
        let folderBytes = folder.isEmpty ? [] : Array("\(folder)/".utf8)
        var seen: Set<String> = []
        var pictures: [ShownPictures.Picture] = []
        var tokenizer = MarkupTokenizer(bytes, .html)
        while let tag = tokenizer.next() {
            guard !tag.isEnd else { continue }
            for range in addresses(of: tag, tokenizer.attributes, bytes) {
                var decoded: [UInt8] = []
                CharacterReferences.decode(bytes, bytes.trimmed(range), into: &decoded)
                let (address, isOwn): (String, Bool)
                switch SiteAddress(decoded, inFolder: folderBytes, base: base) {
                case .inside(let path, _): (address, isOwn) = (String(decoding: path, as: UTF8.self), true)
                case .elsewhere: (address, isOwn) = (String(decoding: decoded, as: UTF8.self), false)
                case .samePage, .outside: continue
                }
                guard !address.hasPrefix("data:"), seen.insert(address).inserted else { continue }
                let position = bytes.position(of: range.lowerBound)
                pictures.append(
                    .init(address: address, isOwn: isOwn, file: path, line: position.line, column: position.column, pages: 1))
            }
        }
        return pictures
    }

    private func addresses(of tag: MarkupTokenizer.Tag, _ attributes: [MarkupTokenizer.Attribute], _ bytes: ByteText) -> [Range<Int>] {
        func value(_ name: MarkupName) -> Range<Int>? { attributes.first { $0.name == name }?.value }
        if tag.name == .meta {
            guard let kind = value(.property) ?? value(.name), let content = value(.content) else { return [] }
            return ["og:image", "twitter:image"].contains(bytes.string(kind).lowercased()) ? [content] : []
        }
        guard tag.name == .img || tag.name == .source else { return [] }
        let sets = [value(.srcset)].compactMap(\.self).flatMap { SourceSet.addresses(bytes, $0) }
        // The `src` of a source belongs to audio and video.
        return (tag.name == .img ? [value(.src)].compactMap(\.self) : []) + sets
    }
}
