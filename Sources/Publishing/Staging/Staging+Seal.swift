import Support

extension Staging {
    /// What the seal needs to know of a file, found out while its content is at hand.
    func entry(
        _ kind: FileKind, _ bytes: UnsafeRawBufferPointer, _ finding: PublishedSite.Finding, stamp: UInt64?
    ) -> SiteRegistry.Entry {
        var entry = SiteRegistry.Entry(kind: kind, size: bytes.count, comparison: finding.comparison, stamp: stamp)
        guard let opened else { return entry }
        // A file that has just been changed could be changed again, after it was read, without showing it.
        if let state = finding.state, opened.isAfter(state) { entry.state = state }
        if isTouched(finding, entry) { entry.hash = XXHash64.hash(bytes) }
        return entry
    }

    /// Whether the state of a file that is right now will not prove it after the publication.
    private func isTouched(_ finding: PublishedSite.Finding, _ entry: SiteRegistry.Entry) -> Bool {
        guard published != nil else { return false }
        if finding.comparison == .unchanged { return method == .swap || entry.state == nil }
        return method == .inPlace && !finding.movesWithFolder
    }

    /// Publishes and seals. The seal is not what a build is for: where it cannot be had, there is none.
    func publishSealed(_ plan: PublishPlan, _ entries: [String: SiteRegistry.Entry]) throws(PublishError) -> (
        PublishOutcome, PublicationSeal?
    ) {
        guard opened != nil, let session = area.folder.disk.session() else { return (try publish(plan), nil) }
        let sealing = Sealing(lock: area.lock, entries: entries, manifest: plan.manifest, session: session)
        let isSettled: Bool
        do throws(Errno) { isSettled = try sealing.isSettled() } catch { isSettled = false }
        let outcome = try publish(plan)
        guard isSettled else { return (outcome, nil) }
        do throws(Errno) {
            // The old tree has second names of files in it; with them gone, their states change no more.
            if method == .swap { try area.clear() }
            return (outcome, try sealing.seal(touched: outcome.touched, in: outcome.root))
        } catch {
            return (outcome, nil)
        }
    }
}

/// What a publication did beside writing what it planned.
struct PublishOutcome {
    /// The output folder as it is now.
    let root: Folder
    /// Paths of files of earlier builds that are gone, sorted.
    var removed: [String] = []
    /// Files whose time of change the publication has moved by giving them another name, or a second one.
    var touched: Set<String> = []
}
