import Catalogue
import LaunchLibrary

/// The snapshot of a site before a fetch.
enum EarlierSnapshot {
    case none
    case snapshot(Snapshot)
    case damaged

    /// A damaged snapshot is only a warning, because the fetch replaces it.
    init(_ site: SiteFolder, report: (Diagnostic) -> Void) throws(Failure) {
        guard let bytes = try site.snapshotBytes() else {
            self = .none
            return
        }
        do {
            self = .snapshot(try Snapshot(decoding: bytes, path: site.snapshotPath))
        } catch {
            if let first = error.problems.first {
                let remedy = "The snapshot is made anew, and the history does not say what changed."
                report(Diagnostic(.warning, at: first.place, first.what, remedy: remedy))
            }
            self = .damaged
        }
    }

    /// Nil when there is none that can be read.
    var snapshot: Snapshot? {
        if case .snapshot(let snapshot) = self { snapshot } else { nil }
    }

    /// The changes are empty for a damaged snapshot, because its contents are not known.
    func changes(to catalogue: Catalogue) -> [Change] {
        switch self {
        case .none: catalogue.changes(since: nil)
        case .snapshot(let snapshot): catalogue.changes(since: snapshot.catalogue)
        case .damaged: []
        }
    }

    /// Refuses a catalogue that has lost many craft. Such a source is more often broken than right.
    ///
    /// - Throws: a ``Failure`` with status 65 when more than a tenth of the craft are missing.
    func refuseShrinking(to catalogue: Catalogue, source: String) throws(Failure) {
        let count = catalogue.spacecraft.count
        guard let earlier = snapshot?.catalogue.spacecraft.count, (earlier - count) * 10 > earlier else { return }
        throw Failure(
            .badData, at: source, "there are \(count) spacecraft, and last time there were \(earlier): more than a tenth is gone",
            remedy: "Check the source; if it is right, run this once more with --accept-shrink.")
    }
}
