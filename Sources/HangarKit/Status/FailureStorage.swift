import Catalogue
import Support

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension SiteFolder {
    var failurePath: String { Self.join(path, "data/failed.json") }

    /// The failures that no success has followed yet. A file that cannot be read counts as none.
    var failures: FailureNotes {
        guard files.kind(failurePath) == .file else { return FailureNotes() }
        do { return FailureNotes(json: try files.contents(failurePath)) } catch { return FailureNotes() }
    }

    /// Runs one step of the regular work, and notes whether it failed. A success takes back the note. When the disk refuses
    /// the note, `hangar status` only knows less.
    ///
    /// - Parameters:
    ///   - step: the step. Nil for work by hand, of which only a pause is noted that the source asks for.
    ///   - isNoted: whether its end says something about the regular work.
    ///   - asker: who asks the source in this step. Nil when nobody does.
    ///   - now: the present moment.
    ///   - work: the work of the step.
    /// - Throws: the failure of the step.
    func noting<Result>(
        _ step: FailureNote.Step?, isNoted: Bool = true, by asker: SourceAsker? = nil, now: () -> Timestamp,
        _ work: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        do throws(Failure) {
            let result = try await work()
            if isNoted { changeFailures { $0.noteSuccess(of: step, by: asker, at: now()) } }
            return result
        } catch {
            if isNoted { changeFailures { $0.note(error, of: step, by: asker, at: now()) } }
            throw error
        }
    }

    /// Asks a source, unless it wants no request yet, and notes whether that failed. A build by hand does so without the lock of the site, so
    /// beside an update the note of one of them may be lost.
    ///
    /// - Parameters:
    ///   - source: the source. Saved copies are only read.
    ///   - step: the step to which the reading belongs. Nil for work by hand.
    ///   - isAnyway: whether a source is asked that wants no request yet.
    ///   - environment: the environment of the command.
    ///   - work: the reading, and what it is for.
    /// - Throws: the failure of the work, or one with status 75 in its place.
    func asking<Result>(
        _ source: SourceReading, for step: FailureNote.Step?, isAnyway: Bool, in environment: CommandEnvironment,
        _ work: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        let asker = source.isAPI ? SourceAsker(source: source.locations[0], apiKey: source.apiKey(environment)) : nil
        let now = environment.fetchClock.now
        if let asker, !isAnyway { try failures.keepPause(for: asker, now: now()) }
        return try await noting(step, isNoted: source.isAPI, by: asker, now: now, work)
    }

    private func changeFailures(_ change: (inout FailureNotes) -> Void) {
        let earlier = failures
        var notes = earlier
        change(&notes)
        guard notes != earlier else { return }
        do {
            if notes.isEmpty {
                try FileManager.default.removeItem(atPath: failurePath)
            } else {
                try AtomicFile.replace(failurePath, with: notes.json, durable: false)
            }
        } catch {
            return
        }
    }
}
