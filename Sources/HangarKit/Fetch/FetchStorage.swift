import Catalogue
import LaunchLibrary
import Publishing
import Support

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension SiteFolder {
    /// Writes the snapshot and the history of the changes. A file whose bytes stay the same is not touched.
    ///
    /// - Parameter earlier: the snapshot before the fetch and its bytes. Nil when there is none that can be read.
    /// - Returns: whether the snapshot's file has changed.
    /// - Throws: a ``Failure`` with status 73 when the disk refuses. Both files are then unchanged.
    func store(
        _ snapshot: Snapshot, after earlier: (snapshot: Snapshot, bytes: [UInt8])?, _ changes: [Change], after history: StoredHistory
    ) throws(Failure) -> Bool {
        let storedHistory = history.bytes
        let new = history.entries(for: changes, date: snapshot.dataDate.timestamp)
        let bytes = earlier.map { snapshot.encoded(after: $0.snapshot, $0.bytes).bytes } ?? snapshot.encoded()
        // The history is written first. When a run is killed between the two files, the next run finds the same changes again and does not
        // record them twice.
        if !new.entries.isEmpty { try replace(historyPath, with: new.appended(to: storedHistory ?? [])) }
        guard bytes != earlier?.bytes else { return false }
        do throws(Failure) {
            try replace(snapshotPath, with: bytes)
            return true
        } catch {
            if !new.entries.isEmpty { restore(historyPath, to: storedHistory) }
            throw error
        }
    }

    /// The history on the disk before a fetch.
    func storedHistory() throws(Failure) -> StoredHistory {
        let bytes = files.kind(historyPath) == .file ? try historyBytes() : nil
        return StoredHistory(bytes: bytes, recorded: bytes.map { HistoryLog.decode($0, path: historyPath).log.entries } ?? [])
    }

    /// Notes the moment at which the source was read. It stands apart from the snapshot, which stays as it is when nothing changed.
    ///
    /// - Parameter time: nil for a saved copy, which says nothing of the source's present state.
    /// - Throws: a ``Failure`` with status 73 when the disk refuses.
    func noteCheck(at time: Timestamp?) throws(Failure) {
        guard let time else {
            guard files.kind(checkPath) == .file else { return }
            do { try FileManager.default.removeItem(atPath: checkPath) } catch {
                throw Failure(.cannotWrite, at: checkPath, "cannot be removed", remedy: "Remove it: it is of another source.")
            }
            return
        }
        let bytes = LastCheck(time: time).json
        if try checkBytes() != bytes { try replace(checkPath, with: bytes) }
    }

    /// Removes unfinished files of a killed run. Only the holder of the site's lock may do this. A file that cannot be removed does no
    /// harm.
    func removeUnfinishedFiles() {
        for folder in ["data", "data/pictures"].map({ Self.join(path, $0) }) where files.kind(folder) == .folder {
            do {
                for name in try files.names(folder) where AtomicFile.isUnfinished(name) {
                    try FileManager.default.removeItem(atPath: Self.join(folder, name))
                }
            } catch {
                continue
            }
        }
    }

    private func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
        do { try AtomicFile.replace(path, with: bytes) } catch { throw Failure(error) }
    }

    private func restore(_ path: String, to bytes: [UInt8]?) {
        do {
            if let bytes { try AtomicFile.replace(path, with: bytes) } else { try FileManager.default.removeItem(atPath: path) }
        } catch {
            // The disk refuses this too. The next fetch finds the same changes and does not record them twice.
            return
        }
    }
}

/// The history of a site before a fetch.
struct StoredHistory {
    /// Nil when there is no file.
    let bytes: [UInt8]?
    private let recorded: [DatedChange]

    init(bytes: [UInt8]?, recorded: [DatedChange]) {
        self.bytes = bytes
        self.recorded = recorded
    }

    /// The date of the last entry that has one.
    var lastDate: Timestamp? { recorded.last { $0.date != nil }?.date }

    /// The entries for new changes. None is dated before the last recorded one, because a clock that is wrong must not turn the order.
    ///
    /// Changes that are already the last recorded change of their entity are left out. An entity cannot change twice in the same way without
    /// another change in between. So an earlier run recorded such a change and was killed before it wrote its snapshot.
    func entries(for changes: [Change], date: Timestamp?) -> HistoryLog {
        let last = Dictionary(recorded.map { ($0.change.entity, $0.change) }, uniquingKeysWith: { _, later in later })
        let date = date.map { max($0, lastDate ?? $0) }
        return HistoryLog(changes.filter { last[$0.entity] != $0 }.map { DatedChange(date: date, change: $0) })
    }
}
