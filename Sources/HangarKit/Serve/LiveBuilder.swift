import Catalogue
import LaunchLibrary
import PreviewServer
import SiteGenerator
import Support

/// Follows the changes of a site folder, and shows the site that it is now, or why there is none.
actor LiveBuilder {
    /// The folders whose contents make the site, beside `hangar.yml`.
    static let watched = ["Templates", "assets", "content", StaticFiles.folder, "data"]

    private let folder: @Sendable () throws(Failure) -> SiteFolder
    private let environment: CommandEnvironment
    private let preview: LivePreview
    private var shown: LiveSite?
    private var records: (digest: [UInt8], snapshot: Snapshot)?
    private var history: (bytes: [UInt8], read: (changes: [DatedChange], warnings: [Diagnostic]))?
    private var theme: LoadedTheme?
    /// What was read of the stored pictures.
    private var pictureEntries: [String: PictureMemory.Entry] = [:]
    /// What was told last.
    private var told: [Diagnostic] = []
    private var isFaulty = false

    /// - Parameter folder: reads the site folder.
    init(
        _ preview: LivePreview, in environment: CommandEnvironment, folder: @escaping @Sendable () throws(Failure) -> SiteFolder
    ) {
        self.preview = preview
        self.environment = environment
        self.folder = folder
    }

    /// Looks at the folder, and shows what is in it now.
    func update() async {
        let start = environment.uptime()
        do throws(Failure) {
            guard try await make() else {
                if isFaulty { preview.mend() }
                return endFault()
            }
            endFault()
            let milliseconds = Int((environment.uptime() - start) * 1_000)
            environment.console.report(Diagnostic(.note, "the site is made anew, in \(milliseconds) ms"))
        } catch {
            isFaulty = true
            preview.fail(error.text)
            tell(error.diagnostics)
        }
    }

    private func endFault() {
        if isFaulty { environment.console.writeDiagnostic("The fault is mended.") }
        isFaulty = false
    }

    /// - Returns: whether the site is another one than before.
    private func make() async throws(Failure) -> Bool {
        let site = try folder()
        let inputs = try BuildInputs(site, in: environment)
        let (snapshot, digest) = try snapshot(of: site)
        let now = LiveInputs(
            configuration: site.configurationBytes, theme: inputs.theme, pages: inputs.content.pages, history: inputs.history,
            check: inputs.check, statics: inputs.statics.states,
            pictures: site.configuration.images.delivery == .copy ? try site.pictureStore.stored() : [], records: digest)
        let difference = shown.map { now.difference(from: $0.inputs) } ?? .other
        if difference == .none { return false }
        let theme = try site.loadedTheme(inputs.theme, inputs.content, after: self.theme)
        self.theme = theme
        let (history, historyWarnings) = history(of: site, inputs.history)
        var memory = PictureMemory(known: pictureEntries, now: environment.fetchClock.now())
        let pictures = try site.pictureCopies(snapshot.catalogue, &memory)
        pictureEntries = memory.entries
        let generator: SiteGenerator
        if difference == .templates, let shown {
            generator = shown.generator.replacing(theme)
        } else {
            let prepared = site.prepared(
                from: snapshot, history: history, check: inputs.check, theme: theme.theme, pages: inputs.content.pages, pictures: pictures)
            generator = SiteGenerator(prepared, theme)
        }
        let copies = pictures.publishedFiles
        try CardPicture(name: site.configuration.images.card, statics: inputs.statics).check(site)
        try StaticCollisions(inputs.statics, site.configuration.publish.compress).refuse(generator.files, copies: copies.map(\.path))
        let warnings = OwnWarnings(site, generator)
        tell(
            historyWarnings + (try warnings.texts()) + warnings.words + warnings.selections + warnings.unshownTexts
                + (try unused(site, inputs)))
        let live = LiveSite(generator, now, statics: inputs.statics, store: site.pictureStore, copies: copies)
        preview.show(
            live.files, styles: difference == .styles ? styles(from: shown, to: live) : nil,
            snapshot: digest == shown?.inputs.records ? nil : snapshot)
        shown = live
        return true
    }

    /// The records are read only when they are others.
    private func snapshot(of site: SiteFolder) throws(Failure) -> (Snapshot, digest: [UInt8]) {
        let bytes = try site.requiredSnapshotBytes()
        var hash = BLAKE2b()
        hash.add(bytes)
        let digest = hash.digest()
        if let records, records.digest == digest { return (records.snapshot, digest) }
        let snapshot = try site.snapshot(decoding: bytes)
        records = (digest, snapshot)
        return (snapshot, digest)
    }

    /// The history is read only when it is another one.
    private func history(of site: SiteFolder, _ bytes: [UInt8]) -> (changes: [DatedChange], warnings: [Diagnostic]) {
        if let history, history.bytes == bytes { return history.read }
        let read = site.history(decoding: bytes)
        history = (bytes, read)
        return read
    }

    private func unused(_ site: SiteFolder, _ inputs: BuildInputs) throws(Failure) -> [Diagnostic] {
        try UnusedFiles(site: site, output: SiteFolder.join(site.path, "public"), content: inputs.content).warnings()
    }

    /// The published names of the style sheets that are others now, by those before.
    private func styles(from last: LiveSite?, to now: LiveSite) -> [String: String] {
        let names = now.generator.assetPaths
        return Dictionary(
            (last?.generator.assetPaths ?? [:]).compactMap { path, before in
                names[path].flatMap { $0 == before ? nil : (before, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Tells what was not told last.
    private func tell(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics where !told.contains(diagnostic) { environment.console.report(diagnostic) }
        told = diagnostics
    }
}
