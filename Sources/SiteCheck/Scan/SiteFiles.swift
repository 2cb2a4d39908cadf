import Publishing
import Support
import Synchronization

/// The files of the site to be checked, and the other files that links may lead to.
final class SiteFiles: Sendable {
    let root: Folder
    let place: String
    /// The site's own files, sorted. They are the files of the manifest, or all existing files when there is no manifest. Files that are
    /// unsettled and missing are left out.
    let paths: [String]
    /// The files that may be missing or belong to either of two sites, because a build was interrupted or is at work.
    let unsettled: Set<String>
    private let table: PathTable
    private let awaited: PathTable
    private let answers = Mutex<[String: Bool]>([:])
    private let byLowercase = Mutex<[String: String]?>(nil)

    init(output: String) throws(PublishError) {
        place = output
        do throws(Errno) {
            root = try Folder.open(output, disk: .direct)
        } catch {
            throw PublishError(
                .cannotRead, at: output, "cannot be opened as a folder: \(error.words)",
                remedy: "Name the output folder of a build, or build the site first")
        }
        let manifest = try Manifest.read(in: root, at: output)?.manifest
        unsettled = manifest?.unsettled ?? []
        var absent: Set<String> = []
        do throws(Errno) {
            if let manifest {
                for path in manifest.unsettled where try root.status(path)?.kind != .file { absent.insert(path) }
                paths = absent.isEmpty ? manifest.paths : manifest.paths.filter { !absent.contains($0) }
            } else {
                var found: [String] = []
                try SiteFiles.collect(root, "", into: &found)
                paths = found.sorted()
            }
        } catch {
            throw PublishError(.cannotRead, at: output, "cannot be read: \(error.words)", remedy: error.remedy)
        }
        table = PathTable(paths)
        awaited = PathTable(absent.sorted())
    }

    private static func collect(_ folder: Folder, _ path: String, into paths: inout [String]) throws(Errno) {
        for entry in try folder.entries() {
            let entryPath = FilePath.join(path, entry.text)
            switch entry.kind {
            case .file: paths.append(entryPath)
            case .folder where entryPath != SitePath.innerStaging:
                try collect(try folder.folder(entry.name), entryPath, into: &paths)
            default: continue
            }
        }
    }

    /// Whether the site has a file of its own at `path`.
    func contains(_ path: String) -> Bool { table.find(Array(path.utf8)) != nil }

    /// The answer of a static server.
    enum Answer: Equatable {
        /// One of the site's own files.
        case own(Int)
        /// A file of others in the output folder.
        case foreign
        /// A file that a build has yet to bring or has already removed.
        case awaited
        case missing
    }

    /// The file for a path. A folder, with or without its last `/`, means its `index.html`. Upper and lower case differ, even on a disk
    /// that ignores case.
    func answer(to path: [UInt8]) -> Answer {
        let isFolder = path.isEmpty || path.last == UInt8(ascii: "/")
        if !isFolder, let file = table.find(path) { return .own(file) }
        let index = path + (isFolder ? "index.html" : "/index.html").utf8
        if let file = table.find(index) { return .own(file) }
        let isThere = (!isFolder && isOnDisk(path)) || isOnDisk(index)
        if isThere { return .foreign }
        let isAwaited = (!isFolder && awaited.find(path) != nil) || awaited.find(index) != nil
        return isAwaited ? .awaited : .missing
    }

    private func isOnDisk(_ path: [UInt8]) -> Bool {
        let text = String(decoding: path, as: UTF8.self)
        if let answer = answers.withLock({ $0[text] }) { return answer }
        let answer = SiteFiles.find(text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)[...], in: root)
        answers.withLock { $0[text] = answer }
        return answer
    }

    /// Reads the folders' entries instead of looking up a name, because a disk may take `A` for `a`.
    private static func find(_ segments: ArraySlice<String>, in folder: Folder) -> Bool {
        guard let name = segments.first else { return false }
        do throws(Errno) {
            guard try folder.entries().contains(where: { $0.text == name }) else { return false }
            if segments.count == 1 { return try folder.followedKind(name) == .file }
            return find(segments.dropFirst(), in: try folder.followed(name))
        } catch {
            // An unreadable folder cannot be served.
            return false
        }
    }

    /// The site's path that differs from a missing one only in upper and lower case.
    func pathIgnoringCase(_ path: [UInt8]) -> String? {
        let lowercased = byLowercase.withLock { map in
            if let map { return map }
            let new = Dictionary(paths.map { ($0.lowercased(), $0) }) { first, _ in first }
            map = new
            return new
        }
        let text = String(decoding: path, as: UTF8.self).lowercased()
        return lowercased[text] ?? lowercased[text + (text.isEmpty || text.hasSuffix("/") ? "" : "/") + "index.html"]
    }

    func hasFolder(_ path: [UInt8]) -> Bool {
        let text = String(decoding: path, as: UTF8.self)
        let prefix = text.isEmpty || text.hasSuffix("/") ? text : text + "/"
        return paths.contains { $0.hasPrefix(prefix) }
    }
}

/// Finds a file's number by the bytes of its path, without a `String` for each look-up. A site of 7,600 pages makes about a million
/// look-ups.
struct PathTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var slots: [Int32]
    private let mask: Int

    init(_ paths: [String]) {
        var capacity = 16
        while capacity < paths.count * 2 { capacity *= 2 }
        slots = Array(repeating: -1, count: capacity)
        mask = capacity - 1
        for path in paths {
            bytes.append(contentsOf: path.utf8)
            ends.append(bytes.count)
            var slot = Int(truncatingIfNeeded: Self.hash(path.utf8)) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(ends.count - 1)
        }
    }

    func find(_ path: [UInt8]) -> Int? {
        var slot = Int(truncatingIfNeeded: Self.hash(path)) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            let start = index == 0 ? 0 : ends[index - 1]
            if ends[index] - start == path.count, bytes[start..<ends[index]].elementsEqual(path) { return index }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// FNV-1a with a final mixing, because the table uses the low bits.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 32)
    }
}
