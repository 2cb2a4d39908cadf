import Catalogue
import LaunchLibrary
import SiteGenerator
import Support
import YAML

/// The folder that an operator owns: `hangar.yml` and beside it `Templates/`, `assets/`, `content/`, `static/` and `data/`. These folders may
/// be missing.
struct SiteFolder: Sendable {
    let path: String
    private(set) var configuration: SiteConfiguration
    /// The bytes of `hangar.yml` on the disk.
    let configurationBytes: [UInt8]
    /// Values that count in place of those in `hangar.yml`.
    let overrides: [ConfigurationOverride]
    let files: FileAccess

    static let templateSuffix = ".mustache"

    /// Finds and reads a site folder.
    ///
    /// - Parameters:
    ///   - path: the folder. Nil means the current folder if it holds `hangar.yml`, and otherwise `Site`.
    ///   - overrides: values that count in place of those in `hangar.yml`.
    /// - Throws: a ``Failure`` with status 66 when the folder does not exist, or with status 78 that names every fault of an unusable
    ///   configuration.
    init(_ path: String?, files: FileAccess, overrides: [ConfigurationOverride] = []) throws(Failure) {
        let folder = path ?? (files.kind("hangar.yml") == .file ? "." : "Site")
        self.path = folder
        self.files = files
        self.overrides = overrides
        let file = Self.join(folder, Self.configurationName)
        guard files.kind(file) == .file else {
            if files.kind(file) == .barred { throw Self.barred(file) }
            let remedy = "Name the folder that holds hangar.yml with --site."
            guard files.kind(folder) == .folder else {
                throw Failure(.noInput, at: folder, "there is no such site folder", remedy: remedy)
            }
            if files.kind(Self.join(folder, "hangar.yaml")) == .file {
                throw Failure(
                    .noInput, at: Self.join(folder, "hangar.yaml"), "the configuration is not read under this name",
                    remedy: "Rename it to hangar.yml.")
            }
            throw Failure(.noInput, at: folder, "the folder holds no hangar.yml", remedy: remedy)
        }
        configurationBytes = try Self.read(file, files)
        configuration = try SiteConfiguration(yaml: configurationBytes, file: file, overrides: overrides)
    }

    static let configurationName = "hangar.yml"

    var configurationPath: String { Self.join(path, Self.configurationName) }
    var snapshotPath: String { Self.join(path, "data/snapshot.json") }
    var historyPath: String { Self.join(path, "data/history.jsonl") }
    var checkPath: String { Self.join(path, "data/checked.json") }

    /// The site's own templates and assets.
    ///
    /// - Throws: a ``Failure`` with status 65 that names every two files for which templates have only one name.
    func ownTheme() throws(Failure) -> Theme {
        let theme = Theme(
            templates: try themeFiles(in: "Templates") { $0.hasSuffix(Self.templateSuffix) || Self.isWords($0) },
            assets: try themeFiles(in: "assets") { _ in true })
        let collisions = Theme.standard.overlaid(by: theme).collisions
        guard collisions.isEmpty else {
            throw Failure(
                .badData,
                collisions.map { collision in
                    Diagnostic(
                        .error, at: collision.second.origin,
                        "in templates this file and \(collision.first.origin) have the same name, \(collision.name)",
                        remedy: "Rename one of them.")
                })
        }
        return theme
    }

    /// Whether a file of the folder of templates holds words: `words/de.yml`.
    static func isWords(_ path: String) -> Bool { path.hasPrefix("words/") && path.hasSuffix(".yml") }

    /// The text of a file.
    ///
    /// - Throws: a ``Failure`` with status 65 when it is not UTF-8.
    func ownText(_ file: String) throws(Failure) -> String {
        let bytes = try Self.read(file, files)
        guard let offset = UTF8Text.firstInvalidByte(in: bytes) else { return String(decoding: bytes, as: UTF8.self) }
        let byte = String(bytes[offset], radix: 16, uppercase: true)
        throw Failure(
            .badData, at: "\(file):\(TextPosition(of: offset, in: bytes))",
            "is not UTF-8 here: byte 0x\(byte.count < 2 ? "0" : "")\(byte)", remedy: "Save it as UTF-8.")
    }

    /// The snapshot of the last fetch.
    ///
    /// - Throws: a ``Failure`` with status 66 when there is no snapshot yet, or with status 65 when it is damaged.
    func snapshot() throws(Failure) -> Snapshot { try snapshot(decoding: try requiredSnapshotBytes()) }

    /// - Throws: a ``Failure`` with status 65 when the snapshot is damaged.
    func snapshot(decoding bytes: [UInt8]) throws(Failure) -> Snapshot {
        do { return try Snapshot(decoding: bytes, path: snapshotPath) } catch { throw Failure(error) }
    }

    /// The bytes of the snapshot on the disk.
    ///
    /// - Throws: a ``Failure`` with status 66 when there is no snapshot yet.
    func requiredSnapshotBytes() throws(Failure) -> [UInt8] {
        guard let bytes = try snapshotBytes() else {
            throw Failure(
                .noInput, at: snapshotPath, "there is no snapshot yet", remedy: "Run 'hangar fetch' first, or build with --from.")
        }
        return bytes
    }

    /// The bytes of the snapshot on the disk. It is nil if there is no snapshot yet.
    func snapshotBytes() throws(Failure) -> [UInt8]? {
        if files.kind(snapshotPath) == .barred { throw Self.barred(snapshotPath) }
        return files.kind(snapshotPath) == .file ? try Self.read(snapshotPath, files) : nil
    }

    /// The bytes of the history on the disk. It is empty if there is no history.
    func historyBytes() throws(Failure) -> [UInt8] {
        files.kind(historyPath) == .file ? try Self.read(historyPath, files) : []
    }

    /// The bytes of the note of the last check on the disk. It is nil if there is none.
    func checkBytes() throws(Failure) -> [UInt8]? {
        files.kind(checkPath) == .file ? try Self.read(checkPath, files) : nil
    }

    /// The history, with a warning for each damaged line.
    func history(decoding bytes: [UInt8]) -> ([DatedChange], [Diagnostic]) {
        let (log, problems) = HistoryLog.decode(bytes, path: historyPath)
        return (log.entries, problems.map { Diagnostic(.warning, at: $0.place, $0.what, remedy: $0.remedy.asSentence) })
    }

    private func themeFiles(in folder: String, where isWanted: (String) -> Bool) throws(Failure) -> [Theme.File] {
        let root = Self.join(path, folder)
        var found: [Theme.File] = []
        for path in try files.paths(below: root) where isWanted(path) {
            let origin = Self.join(root, path)
            found.append(Theme.File(path: path, bytes: try Self.read(origin, files), origin: origin))
        }
        return found
    }

    private static func read(_ path: String, _ files: FileAccess) throws(Failure) -> [UInt8] {
        do { return try files.keptContents(path) } catch { throw Failure(error) }
    }

    /// - Throws: a ``Failure`` with status 66 when nobody knows.
    static func isThere(_ path: String, _ files: FileAccess) throws(Failure) -> Bool {
        let kind = files.kind(path)
        if kind == .barred { throw barred(path) }
        return kind != nil
    }

    private static func barred(_ path: String) -> Failure {
        Failure(
            .noInput, at: path, "cannot be read: permission denied",
            remedy: "Run this as the user to whom the site folder belongs, or let a group of yours read it.")
    }

    static func join(_ folder: String, _ name: String) -> String {
        folder == "." || folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}

extension SiteFolder {
    /// The same folder with a different address from that in its configuration.
    func serving(at baseURL: String) throws(Failure) -> SiteFolder {
        guard let root = ConfiguredAddress.root(baseURL) else {
            let place = "--base-url \(baseURL)"
            if let right = ConfiguredAddress.inASCII(baseURL) {
                throw Failure(.usage, at: place, "an address is written in ASCII", remedy: "Write it as \(right).")
            }
            throw Failure(
                .usage, at: place, "this is no address that others can be made from",
                remedy: "Give one such as https://example.org/catalogue/.")
        }
        var copy = self
        copy.configuration.baseURL = root
        return copy
    }
}

extension SiteFolder {
    /// The theme of the site, ready for rendering.
    ///
    /// - Parameters:
    ///   - own: the site's own files, which replace those of the default theme.
    ///   - content: the operator's texts.
    /// - Throws: a ``Failure`` with status 78 that names every page of the configuration that is not there, or with status 65 that names every
    ///   fault of the templates, the words and the style sheets.
    func loadedTheme(_ own: Theme, _ content: OwnContent, after last: LoadedTheme? = nil) throws(Failure) -> LoadedTheme {
        try loadedTheme(Theme.standard.overlaid(by: own), own, content, after: last)
    }

    /// - Parameters:
    ///   - theme: the built-in theme with the site's own files.
    ///   - isKnownToFit: whether the last build has loaded the same theme.
    func loadedTheme(
        _ theme: Theme, _ own: Theme, _ content: OwnContent, after last: LoadedTheme? = nil, isKnownToFit: Bool = false
    ) throws(Failure) -> LoadedTheme {
        let missing = content.configurationFaults(self, own)
        guard missing.isEmpty else { throw Failure(.configuration, missing) }
        try Failure.throwIfAny(theme.assetFaults)
        do {
            return try LoadedTheme(theme, SiteSettings(configuration), after: last, isKnownToFit: isKnownToFit)
        } catch {
            throw Failure(error)
        }
    }

    /// The site of a snapshot and the contents of this folder, without its theme.
    ///
    /// - Parameters:
    ///   - check: the note of the last check. Nil for records that are not the site's snapshot.
    ///   - theme: the built-in theme with the site's own files.
    ///   - pages: the pages whose texts the operator wrote.
    func prepared(
        from snapshot: Snapshot, history: [DatedChange], check: [UInt8]?, theme: Theme, pages: [OwnPage],
        pictures: [Image.ID: PictureCopy]
    ) -> PreparedSite {
        let input = SiteInput(
            catalogue: snapshot.catalogue, dataDate: snapshot.dataDate, sourceURL: PublicSource.url(of: snapshot.source), history: history,
            settings: SiteSettings(configuration), theme: theme, pages: pages,
            pictures: pictures,
            setAside: snapshot.setAside, unusableValues: snapshot.unusableValues,
            checkedAt: LastCheck.time(check, dataDate: snapshot.dataDate), version: ProgramVersion.current)
        return PreparedSite(input)
    }
}

extension FileAccess {
    /// No operator nests folders as deeply as this. A link that leads back to a parent folder would never end.
    private static let depthLimit = 16

    /// The files below a folder, by their paths from the folder and in byte order. It is empty when the folder does not exist.
    ///
    /// - Parameter isWanted: whether a file or folder of this name counts. Hidden ones do not, unless this says so.
    /// - Throws: a ``Failure`` with status 66 when a folder cannot be read or contains itself.
    func paths(below folder: String, where isWanted: (String) -> Bool = { !$0.hasPrefix(".") }) throws(Failure) -> [String] {
        kind(folder) == .folder ? try paths(in: folder, prefix: "", depth: 1, where: isWanted) : []
    }

    private func paths(
        in folder: String, prefix: String, depth: Int, where isWanted: (String) -> Bool
    ) throws(Failure) -> [String] {
        guard depth <= Self.depthLimit else {
            throw Failure(
                .noInput, at: folder, "folders nest more than \(Self.depthLimit) deep",
                remedy: "Look for a symbolic link that leads back to a folder above it.")
        }
        var paths: [String] = []
        for name in try names(in: folder, where: isWanted) {
            let path = SiteFolder.join(folder, name)
            if kind(path) == .folder {
                paths += try self.paths(in: path, prefix: prefix + name + "/", depth: depth + 1, where: isWanted)
            } else {
                paths.append(prefix + name)
            }
        }
        return paths
    }

    /// The names in a folder without hidden ones, in byte order.
    func visibleNames(in folder: String) throws(Failure) -> [String] { try names(in: folder) { !$0.hasPrefix(".") } }

    func names(in folder: String, where isWanted: (String) -> Bool) throws(Failure) -> [String] {
        do {
            return try names(folder).filter(isWanted).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } catch {
            throw Failure(error)
        }
    }
}
