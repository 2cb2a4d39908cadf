import Support
import Synchronization

/// A build on its way to the output folder. Any number of threads may add files. Only `publish` changes the site.
///
/// End it with `publish()` or `abandon()`. If a build ends with neither (a crash), it leaves a staging folder that the next build removes.
public final class PublishTransaction: Sendable {
    let location: OutputLocation
    private let area: StagingArea
    /// The new files, at their paths.
    private let tree: Folder
    private let staged: StagedTree
    /// The content of the output folder. Nil when the folder does not exist yet.
    let published: PublishedSite?
    private let encoders: Encoders
    private let encodings = BufferPool(size: 1 << 16)
    private let method: PublishOptions.Method
    /// The time at which the output was opened. Nil when no fingerprint is wanted.
    private let opened: FileSystemTimestamp?
    private let registry: Mutex<SiteRegistry>
    /// Nil when nothing is known of the published files.
    let known: KnownFiles?
    private let stopwatch: PublishStopwatch

    /// - Parameter fingerprint: that of the last build.
    init(
        location: OutputLocation, area: StagingArea, tree: Folder, published: PublishedSite?, options: PublishOptions,
        fingerprint: OutputFingerprint?, clock: (@Sendable () -> Double)?
    ) {
        self.location = location
        self.area = area
        self.tree = tree
        staged = StagedTree(tree, published: published)
        self.published = published
        registry = Mutex(published.map { SiteRegistry(published: $0.owned) } ?? SiteRegistry())
        method = options.method
        stopwatch = PublishStopwatch(clock)
        encoders = Encoders(options.compression)
        if let fingerprint, let published, let session = area.folder.disk.session() {
            known = KnownFiles(fingerprint, published, session: session, encoders)
        } else {
            known = nil
        }
        do throws(Errno) {
            opened = options.takesFingerprint ? try area.lock.now() : nil
        } catch {
            opened = nil
        }
    }

    /// Takes one file of the site. It compares the file with the published one and stages it if it differs. It does the same with the
    /// file's precompressed files.
    /// - Parameters:
    ///   - path: the address relative to the site's root, with segments separated by `/`: `spacecraft/index.html`.
    ///   - inputs: a hash of everything that the bytes are made from, for ``keep(_:kind:inputs:)`` in the next build.
    /// - Throws: `.badPath` for a path that leaves the site, that is given twice, or that is a file here and a folder elsewhere. `.foreign`
    ///   when a file that no build wrote is in its place. `.cannotWrite` when the disk refuses.
    public func add(_ path: String, _ bytes: UnsafeRawBufferPointer, kind: FileKind, inputs: UInt64? = nil) throws(PublishError) {
        if let problem = SitePath.problem(with: path) {
            throw PublishError(
                .badPath, at: "'\(path)'", "is \(problem)", remedy: "Give the file an address inside the site, like 'a/b.html'")
        }
        try addFile(path, bytes, kind: kind, inputs: inputs)
        if kind != .status { try addPrecompressed(of: path, bytes, kind: kind) }
    }

    private func addFile(
        _ path: String, _ bytes: UnsafeRawBufferPointer, kind: FileKind, stamp: UInt64? = nil, inputs: UInt64? = nil
    ) throws(PublishError) {
        let finding = try stopwatch.measure(\.comparing) { () throws(PublishError) in try compare(path, bytes) }
        var entry = entry(kind, bytes, finding, stamp: stamp)
        entry.inputs = inputs
        let position = published?.owned.position(of: path)
        let isNewFolder = try register(path, at: position, entry)
        if finding.comparison == .unchanged { return }
        do throws(Errno) {
            let state = try stopwatch.measure(\.writing) { () throws(Errno) in
                try staged.createFile(path, bytes, folder: FilePath.split(path).folder, isNewFolder: isNewFolder)
            }
            if opened != nil { registry.withLock { $0.note(state, of: path, at: position) } }
        } catch {
            registry.withLock { $0.hasFailed = true }
            throw PublishError(error, at: "\(area.place)/\(StagingArea.tree)/\(path)", doing: "be written")
        }
    }

    /// The same for bytes in an array.
    public func add(_ path: String, _ bytes: [UInt8], kind: FileKind, inputs: UInt64? = nil) throws(PublishError) {
        var failure: PublishError?
        bytes.withUnsafeBytes { raw in
            do throws(PublishError) {
                try add(path, raw, kind: kind, inputs: inputs)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    private func compare(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(PublishError) -> PublishedSite.Finding {
        guard let published else { return .init(comparison: .new, movesWithFolder: true) }
        let finding: PublishedSite.Finding
        do throws(Errno) {
            finding = try published.compare(path, with: bytes)
        } catch {
            throw PublishError(error, at: "\(location.place)/\(path)", doing: "be compared")
        }
        guard case .foreign(let foreign, let kind) = finding.comparison else { return finding }
        let (problem, remedy) =
            switch kind {
            case .link: ("is a symbolic link where '\(path)' is to be published; links are not followed", "Remove or rename the link")
            case .folder: ("is a folder of others where '\(path)' is to be published", "Move that folder away")
            case .other: ("is no regular file, where '\(path)' is to be published", "Move it away")
            case .file:
                foreign == path
                    ? ("was not written by a build and is in the place of a page", "Move it away, or overwrite it with --force")
                    : ("was not written by a build and is in the way of '\(path)'", "Move it away")
            }
        throw PublishError(.foreign, at: "\(location.place)/\(foreign)", problem, remedy: remedy)
    }

    /// - Returns: whether the file's folder is known to be new to the site.
    func register(_ path: String, at position: PathIndex.Position?, _ entry: SiteRegistry.Entry) throws(PublishError) -> Bool {
        let outcome = registry.withLock { registry -> Result<Bool, SiteRegistry.Conflict>? in
            if registry.isClosed { return nil }
            do throws(SiteRegistry.Conflict) {
                return .success(try registry.add(path, at: position, entry))
            } catch {
                return .failure(error)
            }
        }
        let remedy = "Give each file of the site an address of its own"
        switch outcome {
        case .success(let isNewFolder): return isNewFolder
        case .failure(.duplicate): throw PublishError(.badPath, at: "'\(path)'", "is published twice in one build", remedy: remedy)
        case .failure(.fileAndFolder(let other)):
            throw PublishError(.badPath, at: "'\(path)'", "makes '\(other)' both a file and a folder", remedy: remedy)
        case nil: throw PublishTransaction.closed(path)
        }
    }

    private static func closed(_ path: String) -> PublishError {
        PublishError(.badPath, at: "'\(path)'", "comes after the end of its build", remedy: "Begin a new build")
    }

    /// Moves new and changed files into place, then removes files of earlier builds that the site no longer has.
    ///
    /// If it throws, some of the files may be in place. Every file is whole, and the next build brings the rest.
    public func publish() throws(PublishError) -> PublishReport {
        let files = registry.withLock { registry -> RegisteredFiles? in
            if registry.isClosed || registry.hasFailed { return nil }
            registry.isClosed = true
            return registry.files
        }
        guard let files else {
            throw PublishError(
                .badPath, at: location.place, "cannot be published: a file is missing, or the build has ended", remedy: "Begin a new build")
        }
        let plan = PublishPlan(files)
        let (outcome, fingerprint) = try publishWithFingerprint(plan, files)
        end()
        return PublishReport(
            files: plan.manifest.paths.count, bytes: plan.bytes, written: plan.written, unchanged: plan.unchanged.count,
            removed: outcome.removed, fingerprint: fingerprint)
    }

    private func publish(_ plan: PublishPlan) throws(PublishError) -> PublishOutcome {
        guard let published else {
            try publishWhole(plan)
            return PublishOutcome(root: tree)
        }
        // There is nothing to do. Not even the manifest is touched.
        if plan.changesNothing(from: published.manifest) { return PublishOutcome(root: published.root) }
        switch method {
        case .inPlace: return try InPlace(plan: plan, published: published, area: area, tree: tree).run()
        case .swap: return try Swap(plan: plan, published: published, area: area, tree: tree, outputName: location.name).run()
        }
    }

    /// Makes the staged folder the output in one step, because the site does not exist yet.
    private func publishWhole(_ plan: PublishPlan) throws(PublishError) {
        try PublishError.naming(location.place, "be created") { () throws(Errno) in
            try tree.createFile(SitePath.manifest, plan.manifestBytes, durable: true)
            try area.folder.moveNew(StagingArea.tree, to: area.home, location.name)
        }
    }

    /// The times so far. They are zero when the transaction has no clock.
    public var times: PublishTimes { stopwatch.times }

    /// Ends a failed build. The output folder stays as it was.
    public func abandon() {
        end()
        location.removeCreatedParents()
    }

    private func end() {
        let isFirst = registry.withLock { registry in
            defer {
                registry.isClosed = true
                registry.hasEnded = true
            }
            return !registry.hasEnded
        }
        guard isFirst else { return }
        do throws(Errno) {
            // A swap that failed after its exchange leaves the old output in staging. It may contain files of others.
            if method == .swap, published != nil {
                try PreviousTree.rescueForeignFiles(in: area, to: try area.home.folder(location.name))
            }
        } catch {
            // Files that are not yet safe elsewhere are not removed. The next build tries again.
            return
        }
        area.discard()
    }
}

extension PublishTransaction {
    /// Adds the precompressed files of a file as files of the site. A published one with a matching stamp is not made again.
    private func addPrecompressed(of path: String, _ bytes: UnsafeRawBufferPointer, kind: FileKind) throws(PublishError) {
        let encoders = encoders.encoders(for: path, size: bytes.count)
        if encoders.isEmpty { return }
        let sourceHash = XXHash64.hash(bytes)
        for encoder in encoders {
            let precompressed = encoder.encoding.path(beside: path)
            let kept = try stopwatch.measure(\.comparing) { () throws(PublishError) in
                try publishedEntry(precompressed, kind: kind, by: encoder, sourceHash)
            }
            if let entry = kept {
                _ = try register(precompressed, at: published?.owned.position(of: precompressed), entry)
            } else {
                try encodings.withBuffer(atLeast: bytes.count) { buffer throws(PublishError) in
                    let room = UnsafeMutableRawBufferPointer(rebasing: buffer[..<Encoders.limit(for: bytes.count)])
                    guard let count = stopwatch.measure(\.compressing, { encoder.encode(bytes, into: room) }) else { return }
                    let encoded = UnsafeRawBufferPointer(rebasing: room[..<count])
                    try addFile(precompressed, encoded, kind: kind, stamp: encoder.stamp(sourceHash: sourceHash, encoded: encoded))
                }
            }
        }
    }

    /// The published precompressed file, if it equals the file that would be made now.
    private func publishedEntry(
        _ path: String, kind: FileKind, by encoder: Encoder, _ sourceHash: UInt64
    ) throws(PublishError) -> SiteRegistry.Entry? {
        guard let published, let stamp = published.stamps[path] else { return nil }
        return try PublishError.naming("\(location.place)/\(path)", "be compared") { () throws(Errno) in
            try published.withContents(path) { encoded, state in
                guard encoder.stamp(sourceHash: sourceHash, encoded: encoded) == stamp else { return nil }
                return entry(kind, encoded, .init(comparison: .unchanged, state: state), stamp: stamp)
            } ?? nil
        }
    }
}

extension PublishTransaction {
    /// Records the data of a file that the fingerprint needs, while its content is in memory.
    private func entry(
        _ kind: FileKind, _ bytes: UnsafeRawBufferPointer, _ finding: PublishedSite.Finding, stamp: UInt64?
    ) -> SiteRegistry.Entry {
        var entry = SiteRegistry.Entry(kind: kind, size: bytes.count, comparison: finding.comparison, stamp: stamp)
        guard let opened else { return entry }
        // If a file has only just been changed, a further change after reading it may not show.
        if let state = finding.state, opened.isAfter(state) { entry.state = state }
        if isTouched(finding, entry) { entry.hash = XXHash64.hash(bytes) }
        return entry
    }

    /// Whether the present state of a file, even when it is right, cannot prove its content after the publication.
    private func isTouched(_ finding: PublishedSite.Finding, _ entry: SiteRegistry.Entry) -> Bool {
        guard published != nil else { return false }
        if finding.comparison == .unchanged { return method == .swap || entry.state == nil }
        return method == .inPlace && !finding.movesWithFolder
    }

    /// Publishes, and takes the fingerprint. The build does not fail if the fingerprint cannot be taken.
    private func publishWithFingerprint(_ plan: PublishPlan, _ files: RegisteredFiles) throws(PublishError) -> (
        PublishOutcome, OutputFingerprint?
    ) {
        guard opened != nil, let session = area.folder.disk.session() else { return (try publish(plan), nil) }
        let builder = FingerprintBuilder(
            lock: area.lock, files: files, manifest: plan.manifestBytes, session: session, encoders: encoders)
        let isSettled: Bool
        do throws(Errno) { isSettled = try builder.isSettled() } catch { isSettled = false }
        let outcome = try publish(plan)
        guard isSettled else { return (outcome, nil) }
        do throws(Errno) {
            // The old tree has second names of files. Once it is removed, the states of those files no longer change.
            if method == .swap { try area.clear() }
            return (outcome, try builder.fingerprint(touched: outcome.touched, in: outcome.root))
        } catch {
            return (outcome, nil)
        }
    }
}
