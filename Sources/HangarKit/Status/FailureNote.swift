import Catalogue
import Support

/// What went wrong when a step of the regular work was last tried.
struct FailureNote: Sendable, Equatable {
    enum Step: String, CaseIterable, Sendable {
        /// Reading the source, and storing what it gave.
        case fetch
        /// The build of `hangar update`.
        case build
    }

    struct Problem: Sendable, Equatable {
        let place: String
        let what: String
        let remedy: String
    }

    var failedAt: Timestamp
    /// The first failure after the last success.
    var since: Timestamp
    /// The exit status.
    var status: Int
    var problems: [Problem]
    /// The moment from which another attempt is useful. Nil when it is not known.
    var tryAgainAt: Timestamp?

    /// - Parameters:
    ///   - failure: the failure to note.
    ///   - time: the moment of the failure.
    ///   - earlier: the note of the attempt before this one. Nil when that succeeded.
    init(_ failure: Failure, at time: Timestamp, after earlier: FailureNote?) {
        failedAt = time
        since = min(earlier?.since ?? time, time)
        status = Int(failure.status.rawValue)
        problems = failure.diagnostics.limited(.error).map { Problem(place: $0.place, what: $0.what, remedy: $0.remedy) }
        tryAgainAt = failure.tryAgainAt.map { SourcePause.bounded($0, from: time) }
    }
}

/// The failures that no success has followed yet, and the pauses that sources asked for, in `data/failed.json`. The pages do not depend on them.
/// The file may be lost, and there is none while there is nothing to note.
struct FailureNotes: Sendable, Equatable {
    private var notes: [FailureNote.Step: FailureNote] = [:]
    /// One at most for each asker.
    private(set) var pauses: [SourcePause] = []

    subscript(step: FailureNote.Step) -> FailureNote? { notes[step] }

    var isEmpty: Bool { notes.isEmpty && pauses.isEmpty }

    /// - Parameters:
    ///   - step: what has succeeded. Nil for work by hand, which only ends a pause.
    ///   - asker: who asked the source in it. Nil when nobody did.
    ///   - now: the present moment.
    mutating func noteSuccess(of step: FailureNote.Step?, by asker: SourceAsker?, at now: Timestamp) {
        if let step { notes[step] = nil }
        guard let asker else { return }
        pauses.removeAll { $0.asker == asker || $0.end <= now }
    }

    /// - Parameters:
    ///   - failure: the failure to note.
    ///   - step: what has failed. Nil for work by hand, of which only a pause is noted.
    ///   - asker: who asked the source in it. Nil when nobody did.
    ///   - now: the present moment.
    mutating func note(_ failure: Failure, of step: FailureNote.Step?, by asker: SourceAsker?, at now: Timestamp) {
        let note = FailureNote(failure, at: now, after: step.flatMap { notes[$0] })
        if let step { notes[step] = note }
        guard let asker, let end = note.tryAgainAt, end > now else { return }
        pauses.removeAll { $0.asker == asker || $0.end <= now }
        pauses.append(SourcePause(of: asker, askedAt: now, until: end))
    }

    init() {}

    /// A note that does not have this form counts as none.
    init(json: [UInt8]) {
        guard let root = JSONDocument(ifReadable: json)?.root else { return }
        notes[.fetch] = root["fetch"].flatMap { FailureNote($0) }
        notes[.build] = root["build"].flatMap { FailureNote($0) }
        pauses = (root["pauses"]?.elements ?? []).compactMap { SourcePause($0) }
    }

    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { object in
            for step in FailureNote.Step.allCases {
                if let note = notes[step] { object.member(named: step.rawValue) { note.write(to: &$0) } }
            }
            if !pauses.isEmpty { object.member("pauses") { $0.list(pauses) { $1.write(to: &$0) } } }
        }
        writer.raw("\n")
        return writer.bytes
    }
}

extension FailureNote {
    fileprivate init?(_ value: JSONValue) {
        func time(_ key: StaticString) -> Timestamp? { value[key]?.string.flatMap { Timestamp(rfc3339: $0) } }
        guard let failedAt = time("failed_at"), let status = value["status"]?.int else { return nil }
        self.failedAt = failedAt
        self.since = time("since") ?? failedAt
        self.status = status
        problems = (value["problems"]?.elements ?? []).map { problem in
            Problem(
                place: problem["place"]?.string ?? "", what: problem["what"]?.string ?? "", remedy: problem["remedy"]?.string ?? "")
        }
        tryAgainAt = time("try_again_at").map { SourcePause.bounded($0, from: failedAt) }
    }

    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { object in
            object.member("failed_at", failedAt.rfc3339)
            object.member("since", since.rfc3339)
            object.member("status", status)
            object.member("problems") {
                $0.list(problems) { writer, problem in
                    writer.object {
                        $0.member("place", problem.place)
                        $0.member("what", problem.what)
                        $0.member("remedy", problem.remedy)
                    }
                }
            }
            object.member("try_again_at", tryAgainAt?.rfc3339)
        }
    }
}

extension SourcePause {
    /// One without its source, or without its moments, holds for nobody.
    fileprivate init?(_ value: JSONValue) {
        func time(_ key: StaticString) -> Timestamp? { value[key]?.string.flatMap { Timestamp(rfc3339: $0) } }
        guard let source = value["source"]?.string, let askedAt = time("asked_at"), let end = time("try_again_at") else { return nil }
        self.init(of: SourceAsker(source: source, key: value["key"]?.string), askedAt: askedAt, until: end)
    }

    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { object in
            object.member("source", asker.source)
            object.member("key", asker.key)
            object.member("asked_at", askedAt.rfc3339)
            object.member("try_again_at", end.rfc3339)
        }
    }
}
