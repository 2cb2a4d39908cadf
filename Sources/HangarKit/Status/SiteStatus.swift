import Catalogue
import LaunchLibrary
import TemplateEngine

/// How fresh the data of a site folder is, and what keeps it from being fresh.
struct SiteStatus {
    let site: SiteFolder
    let now: Timestamp
    /// Nil before the first fetch.
    let catalogue: Catalogue?
    /// When the source was last read with success. Nil when nothing says it, as for saved copies.
    let checkedAt: Timestamp?
    /// The last change of any record.
    let changedAt: Timestamp?
    let failures: FailureNotes

    /// - Throws: a ``Failure`` with status 65 when the snapshot is damaged.
    init(_ site: SiteFolder, now: Timestamp) throws(Failure) {
        self.site = site
        self.now = now
        failures = site.failures
        guard let bytes = try site.snapshotBytes() else {
            (catalogue, checkedAt, changedAt) = (nil, nil, nil)
            return
        }
        let snapshot = try site.snapshot(decoding: bytes)
        let (history, _) = site.history(decoding: try site.historyBytes())
        catalogue = snapshot.catalogue
        checkedAt = LastCheck.time(try site.checkBytes(), dataDate: snapshot.dataDate)
        changedAt = history.compactMap(\.date).max() ?? snapshot.dataDate.timestamp
    }

    /// The seconds since the last check.
    var age: Int? { checkedAt.map(seconds(since:)) }

    /// The next moment at which the API of the configuration allows a request, when it is known and not past. Nil once a fetch has succeeded: the
    /// pause of another asker then keeps nobody from it.
    var nextRequestAt: Timestamp? {
        guard failures[.fetch] != nil, let source = SourceAsker.root(of: site.configuration.source.url) else { return nil }
        return failures.pauses.filter { $0.asker.source == source && $0.holds(at: now) }.map(\.end).max()
    }

    private func seconds(since time: Timestamp) -> Int { max(0, now.secondsSince1970 - time.secondsSince1970) }
}

extension SiteStatus {
    /// Why the site is not as fresh as it should be.
    ///
    /// - Parameter limit: the age that the data may have. A build may fail for as long.
    func staleness(_ limit: Age) -> Failure? {
        guard catalogue != nil else {
            return Failure(.noInput, at: site.snapshotPath, "there is no snapshot yet", remedy: "Run 'hangar fetch' first.")
        }
        guard let age else {
            return Failure(
                .badData, at: site.snapshotPath, "it comes from a saved copy, so its age is not known",
                remedy: "Fetch it from the API with 'hangar fetch'.")
        }
        guard age <= limit.seconds else {
            return Failure(
                .badData, at: site.snapshotPath, "the data was checked \(Age.words(age)) ago, and \(limit.text) are allowed",
                remedy: failures[.fetch] == nil ? "See whether 'hangar update' is run." : "Mend what keeps the fetch from it.")
        }
        guard let build = failures[.build], seconds(since: build.since) > limit.seconds else { return nil }
        return Failure(
            .badData, at: site.path, "the build has failed for \(Age.words(seconds(since: build.since))), and \(limit.text) are allowed",
            remedy: "Mend what keeps the build from it.")
    }
}

extension SiteStatus {
    var lines: [String] {
        [head] + FailureNote.Step.allCases.compactMap { step in failures[step].map { line(of: $0, step) } }
            + [nextRequestAt.map { "next request allowed in \(Age.words($0.secondsSince1970 - now.secondsSince1970)) (\($0.rfc3339))" }]
            .compactMap(\.self)
    }

    private var head: String {
        guard let catalogue else { return "\(site.path): nothing fetched yet" }
        let parts = [
            checkedAt.map { "checked " + ago($0) } ?? "from a saved copy", changedAt.map { "last change " + ago($0) },
            "\(catalogue.spacecraft.count) spacecraft",
        ]
        return "\(site.path): " + parts.compactMap(\.self).joined(separator: "; ")
    }

    private func line(of note: FailureNote, _ step: FailureNote.Step) -> String {
        let since = note.since < note.failedAt ? ", and since \(Age.words(seconds(since: note.since)))" : ""
        let problems = note.problems.map { problem in
            (problem.place.isEmpty ? "" : problem.place + ": ") + problem.what + (problem.remedy.isEmpty ? "" : ". " + problem.remedy)
        }
        return "last \(step.rawValue) failed \(ago(note.failedAt))\(since), with status \(note.status): "
            + (problems.first ?? "") + (problems.count > 1 ? " (and \(problems.count - 1) more)" : "")
    }

    private func ago(_ time: Timestamp) -> String { "\(Age.words(seconds(since: time))) ago (\(time.rfc3339))" }
}

extension SiteStatus {
    var json: TemplateObject {
        [
            "site": .text(site.path), "source": .text(site.configuration.source.url),
            "checked_at": .optional(checkedAt?.rfc3339), "age_seconds": age.map(TemplateValue.integer) ?? .null,
            "changed_at": .optional(changedAt?.rfc3339), "counts": catalogue?.countsJSON ?? .null,
            "failures": ["fetch": failures[.fetch]?.json ?? .null, "build": failures[.build]?.json ?? .null],
            "next_request_at": .optional(nextRequestAt?.rfc3339),
        ]
    }
}

extension FailureNote {
    fileprivate var json: TemplateValue {
        .object([
            "failed_at": .text(failedAt.rfc3339), "since": .text(since.rfc3339), "status": .integer(status),
            "problems": .list(
                problems.map { .object(["place": .text($0.place), "what": .text($0.what), "remedy": .text($0.remedy)]) }),
            "try_again_at": .optional(tryAgainAt?.rfc3339),
        ])
    }
}
