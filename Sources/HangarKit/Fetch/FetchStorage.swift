import Catalogue
import Foundation
import LaunchLibrary
import Publishing
import Support

extension SiteFolder {
    /// Writes the snapshot and the history of the changes. A file whose bytes stay the same is not touched.
    ///
    /// - Returns: whether the snapshot's file has changed.
    /// - Throws: a ``Failure`` with status 73 when the disk refuses. Both files are then unchanged.
    func store(_ snapshot: Snapshot, _ changes: [Change]) throws(Failure) -> Bool {
        let storedSnapshot = try snapshotBytes()
        let storedHistory = files.kind(historyPath) == .file ? try historyBytes() : nil
        let new = unrecorded(changes, in: storedHistory ?? [], date: snapshot.dataDate.timestamp)
        let bytes = snapshot.encoded()
        // The history is written first. When a run is killed between the two files, the next run finds the same changes again and does not
        // record them twice.
        if !new.entries.isEmpty { try replace(historyPath, with: new.appended(to: storedHistory ?? [])) }
        guard bytes != storedSnapshot else { return false }
        do throws(Failure) {
            try replace(snapshotPath, with: bytes)
            return true
        } catch {
            if !new.entries.isEmpty { restore(historyPath, to: storedHistory) }
            throw error
        }
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

    /// The changes without those that are already the last recorded change of their entity. An entity cannot change twice in the same way
    /// without another change in between. So an earlier run recorded such a change and was killed before it wrote its snapshot.
    private func unrecorded(_ changes: [Change], in history: [UInt8], date: Timestamp?) -> HistoryLog {
        let recorded = HistoryLog.decode(history, path: historyPath).log.entries
        let last = Dictionary(recorded.map { ($0.change.entity, $0.change) }, uniquingKeysWith: { _, later in later })
        return HistoryLog(changes.filter { last[$0.entity] != $0 }.map { DatedChange(date: date, change: $0) })
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
