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
    /// Whom the source refused. Nil when the step asks nobody.
    var asker: SourceAsker?

    /// - Parameters:
    ///   - failure: the failure to note.
    ///   - time: the moment of the failure.
    ///   - earlier: the note of the attempt before this one. Nil when that succeeded.
    ///   - asker: who asked the source. Nil when nobody did.
    init(_ failure: Failure, at time: Timestamp, after earlier: FailureNote?, by asker: SourceAsker? = nil) {
        failedAt = time
        since = min(earlier?.since ?? time, time)
        status = Int(failure.status.rawValue)
        problems = failure.diagnostics.limited(.error).map { Problem(place: $0.place, what: $0.what, remedy: $0.remedy) }
        tryAgainAt = failure.tryAgainAt
        self.asker = asker
    }
}

/// The failures that no success has followed yet, in `data/failed.json`. The pages do not depend on them. The file may be lost, and there is
/// none while nothing has failed.
struct FailureNotes: Sendable, Equatable {
    private var notes: [FailureNote.Step: FailureNote] = [:]

    subscript(step: FailureNote.Step) -> FailureNote? {
        get { notes[step] }
        set { notes[step] = newValue }
    }

    var isEmpty: Bool { notes.isEmpty }

    init() {}

    /// A note that does not have this form counts as none.
    init(json: [UInt8]) {
        guard let root = JSONDocument(ifReadable: json)?.root else { return }
        notes[.fetch] = root["fetch"].flatMap { FailureNote($0) }
        notes[.build] = root["build"].flatMap { FailureNote($0) }
    }

    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { object in
            for step in FailureNote.Step.allCases {
                if let note = notes[step] { object.member(named: step.rawValue) { note.write(to: &$0) } }
            }
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
        tryAgainAt = time("try_again_at")
        asker = value["source"]?.string.map { SourceAsker(source: $0, key: value["key"]?.string) }
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
            if let asker {
                object.member("source", asker.source)
                object.member("key", asker.key)
            }
        }
    }
}
