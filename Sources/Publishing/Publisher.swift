import Support

/// Brings a site to its output folder. It writes only the differences. Every file is whole at every moment, and anything that no build
/// wrote stays untouched.
///
/// ```swift
/// let transaction = try Publisher(output: "public").begin()
/// try transaction.add("index.html", page, kind: .index)
/// let report = try transaction.publish()
/// ```
public struct Publisher: Sendable {
    private let output: String
    private let options: PublishOptions
    private let disk: DiskAccess

    /// - Parameter output: the path of the output folder, absolute or relative to the current folder. It may be a symbolic link to a
    ///   folder. It need not exist.
    public init(output: String, options: PublishOptions = .init()) {
        self.init(output: output, options: options, disk: .direct)
    }

    package init(output: String, options: PublishOptions, disk: DiskAccess) {
        self.output = output
        self.options = options
        self.disk = disk
    }

    /// Locks the output against other builds, clears the staging files of an interrupted build, and checks whether the output folder may be
    /// used. Nothing in it is changed.
    ///
    /// - Parameters:
    ///   - fingerprint: that of the last build into the output, if files of it are to be kept.
    ///   - clock: seconds since any moment, if the times are to be measured. See ``PublishTransaction/times``.
    /// - Throws: `.locked` while another build is at work. `.foreign` when the folder holds files but no manifest, and `force` is not
    ///   given. `.cannotWrite` when the disk refuses or the method cannot work there.
    public func begin(
        since fingerprint: OutputFingerprint? = nil, clock: (@Sendable () -> Double)? = nil
    ) throws(PublishError) -> PublishTransaction {
        let location = try OutputLocation.resolve(output)
        do throws(PublishError) {
            return try begin(at: location, since: fingerprint, clock)
        } catch {
            location.removeCreatedParents()
            throw error
        }
    }

    private func begin(
        at location: OutputLocation, since fingerprint: OutputFingerprint?, _ clock: (@Sendable () -> Double)?
    ) throws(PublishError) -> PublishTransaction {
        let (root, area) = try take(location)
        do throws(PublishError) {
            let published: PublishedSite? =
                if let root { try PublishedSite(root: root, place: location.place, force: options.force) } else { nil }
            try checkMethod(location, area, root)
            return PublishTransaction(
                location: location, area: area, tree: try createTree(in: area), published: published, options: options,
                fingerprint: fingerprint, clock: clock)
        } catch {
            area.discard()
            throw error
        }
    }

    /// Opens and locks an output, and completes the work of an interrupted build.
    private func take(_ location: OutputLocation) throws(PublishError) -> (root: Folder?, area: StagingArea) {
        let root = try openOutput(location)
        let area = try StagingArea.open(for: location, output: root, disk: disk)
        do throws(PublishError) {
            try recover(area, location, root)
            return (root, area)
        } catch {
            area.discard()
            throw error
        }
    }

    private func checkMethod(_ location: OutputLocation, _ area: StagingArea, _ root: Folder?) throws(PublishError) {
        if options.method == .swap, let root { try Swap.checkPossible(location, area, root) }
    }

    private func openOutput(_ location: OutputLocation) throws(PublishError) -> Folder? {
        do throws(Errno) {
            return try Folder.open(location.path, disk: disk)
        } catch {
            if error.isAbsent { return nil }
            throw PublishError(error, at: location.place, doing: "be opened as a folder")
        }
    }

    private func recover(_ area: StagingArea, _ location: OutputLocation, _ root: Folder?) throws(PublishError) {
        do throws(Errno) {
            try PreviousTree.rescueForeignFiles(in: area, to: root)
            try area.clear()
        } catch {
            throw PublishError(error, at: area.place, doing: "clear away what an interrupted build left")
        }
    }

    private func createTree(in area: StagingArea) throws(PublishError) -> Folder {
        do throws(Errno) {
            try area.folder.createFolder(StagingArea.tree)
            return try area.folder.folder(StagingArea.tree)
        } catch {
            throw PublishError(error, at: area.place, doing: "be written")
        }
    }
}

extension Publisher {
    /// The report of a build that finds nothing to change. It is given if the output is exactly as it was fingerprinted. Otherwise it is
    /// nil, and a build must compare the files. Like a build it first locks the output and clears the staging files of an interrupted
    /// build. It throws when that fails.
    public func report(ifUnchangedSince fingerprint: OutputFingerprint) throws(PublishError) -> PublishReport? {
        let location = try OutputLocation.resolve(output)
        defer { location.removeCreatedParents() }
        let (root, area) = try take(location)
        defer { area.discard() }
        try checkMethod(location, area, root)
        guard let root, let session = disk.session() else { return nil }
        do {
            guard let bytes = try root.open(SitePath.manifest)?.contents() else { return nil }
            let paths = try Manifest.parse(bytes).paths
            let states = FileStates.read(paths, in: root).compactMap(\.self)
            let encoders = Encoders(options.compression)
            guard OutputFingerprint.site(session: session, manifest: bytes, encoders) == fingerprint.site,
                states.elementsEqual(fingerprint.files, by: { $0.hash == $1.state })
            else { return nil }
            return PublishReport(
                files: paths.count, bytes: states.reduce(0) { $0 + $1.size }, written: [], unchanged: paths.count, removed: [],
                fingerprint: fingerprint)
        } catch {
            return nil
        }
    }
}

/// The changes of a build in the output folder.
public struct PublishReport: Sendable, Equatable {
    /// The number of files of the site, including precompressed files and without the manifest.
    public var files: Int
    /// The size of all of them together, in bytes.
    public var bytes: Int
    /// Paths of files that are new or have new content, sorted.
    public var written: [String]
    /// The number of files that were left unchanged.
    public var unchanged: Int
    /// Paths of removed files of earlier builds, sorted.
    public var removed: [String]
    /// The fingerprint of the site after the build. Nil unless the options asked for one and the disk gives enough information for it.
    public var fingerprint: OutputFingerprint?

    public init(files: Int, bytes: Int, written: [String], unchanged: Int, removed: [String], fingerprint: OutputFingerprint? = nil) {
        self.files = files
        self.bytes = bytes
        self.written = written
        self.unchanged = unchanged
        self.removed = removed
        self.fingerprint = fingerprint
    }
}
