import Foundation
import TestSupport

/// Changes a site step by step. After each step the site that is built on the one before must be that of a fresh build, byte for byte.
struct Oracle {
    private(set) var site: OracleSite
    let seed: UInt64
    private(set) var chance: SplitMix64
    private(set) var steps = 0
    /// The changes so far.
    private(set) var log: [String] = []
    /// How often each kind of change was made.
    private(set) var counts: [String: Int] = [:]
    /// How many files the build of each step wrote.
    private(set) var written: [Int] = []
    /// How many pages the site of the last step has.
    private(set) var pages = 0
    /// What is done to the output after each build and before the comparison, to see that the oracle notices.
    var tampering: (@Sendable (OracleSite) throws -> Void)?

    init(seed: UInt64, settings: [String: String] = [:]) async throws {
        self.seed = seed
        chance = SplitMix64(seed: seed)
        site = try OracleSite(settings: settings)
        try site.writePictures()
        try await check("the first build")
    }

    /// Makes a change, builds, and compares.
    ///
    /// - Returns: whether there was something to change in this way.
    /// - Throws: an ``OracleDifference``.
    mutating func step(_ mutation: SiteMutation) async throws -> Bool {
        guard let done = try mutation.apply(&site, &chance) else { return false }
        counts[mutation.kind, default: 0] += 1
        try await check("\(mutation.kind): \(done)")
        return true
    }

    /// One change of all, by their weights.
    mutating func randomStep() async throws {
        while true {
            var place = chance.number(0..<SiteMutation.all.reduce(0) { $0 + $1.weight })
            let mutation = SiteMutation.all.first { mutation in
                defer { place -= mutation.weight }
                return place < mutation.weight
            }
            if let mutation, try await step(mutation) { return }
        }
    }
}

extension Oracle {
    private static let fresh = "fresh"

    private mutating func check(_ change: String) async throws {
        log.append(change)
        defer { steps += 1 }
        try site.write()
        try await meetChangingEncounter()
        let fresh = try await freshBuild()
        let options = try await meetEncounter(fresh.tree)
        let foreign = Set(site.foreign.keys)
        let before = try TreeState(site.folder(site.output)).without(foreign)
        let built = try await site.build(into: site.output, cache: site.cache, options)
        guard let report = built.report else { throw difference(["the build failed"] + built.diagnostics) }
        try tampering?(site)
        let whole = try TreeState(site.folder(site.output))
        let after = whole.without(foreign)
        written.append(report.written.count)
        pages = report.pages
        try expectNone(
            after.differences(fromFresh: fresh.tree) + after.wrongReports(of: report, since: before)
                + report.differences(fromFresh: fresh.report)
                + site.foreign.filter { whole.files[$0.key]?.bytes != Data($0.value.utf8) }.keys.sorted().map {
                    "\($0): others' file is lost"
                })
    }

    /// The site as an empty memory and an empty output give it.
    private func freshBuild() async throws -> (tree: TreeState, report: Built.Report) {
        let built = try await site.build(into: Self.fresh, cache: "fresh-cache")
        guard let report = built.report else { throw difference(["the fresh build failed"] + built.diagnostics) }
        let tree = try TreeState(site.folder(Self.fresh))
        for name in [Self.fresh, "fresh-cache"] where site.folder.exists(name) { try site.folder.remove(name) }
        return (tree, report)
    }

    /// What changes the site once more.
    private mutating func meetChangingEncounter() async throws {
        switch site.encounter {
        case .update(let source):
            let outcome = try await site.update(from: source)
            log[log.count - 1] += ": status \(outcome.status.rawValue)"
            // An API whose records look changed is refused. Then the site stays.
            if ![.done, .badData].contains(outcome.status) { throw difference(["the update failed"] + outcome.diagnostics) }
        case .kill(let share):
            let seconds = try await site.buildInProcess()
            _ = site.set("title", to: "Register \(site.nextSerial())")
            try site.write()
            _ = try await site.buildInProcess(killedAfter: seconds * share)
            _ = try await site.buildInProcess()
        default: break
        }
    }

    /// - Returns: the options of the build that follows.
    private mutating func meetEncounter(_ fresh: TreeState) async throws -> [String] {
        defer { site.encounter = nil }
        switch site.encounter {
        case nil, .update, .kill: return []
        case .refusal(let status, let breaking, let mending, let options):
            try breaking(site)
            let before = try TreeState(site.folder(site.output))
            let built = try await site.build(into: site.output, cache: site.cache)
            let after = try TreeState(site.folder(site.output))
            try mending(site)
            guard built.status == status else {
                throw difference(["the build ends with \(built.status), not \(status)"] + built.diagnostics)
            }
            try expectNone(after.differences(fromFresh: before).map { "after a build that failed: " + $0 })
            return options
        case .cut(let changes):
            try site.publish(fresh.files.mapValues(\.bytes), cutAfter: changes)
            return []
        case .otherOutput(let output):
            let built = try await site.build(into: output, cache: site.cache)
            guard built.report != nil else { throw difference(["the build of \(output) failed"] + built.diagnostics) }
            try expectNone(try TreeState(site.folder(output)).differences(fromFresh: fresh).map { "\(output)/" + $0 })
            return []
        }
    }

    private func expectNone(_ differences: [String]) throws {
        if !differences.isEmpty { throw difference(differences) }
    }

    private func difference(_ differences: [String]) -> OracleDifference {
        OracleDifference(seed: seed, step: steps, changes: log, differences: differences)
    }
}

/// A site that is not that of a fresh build.
struct OracleDifference: Error, CustomStringConvertible {
    let seed: UInt64
    let step: Int
    let changes: [String]
    let differences: [String]

    var description: String {
        let first = changes.count - min(changes.count, 10)
        return "seed \(seed), step \(step): \(differences.count) differences from a fresh build\n"
            + differences.prefix(10).map { "  - \($0)\n" }.joined() + "  after the changes\n"
            + changes[first...].enumerated().map { "  \(first + $0). \($1)\n" }.joined()
    }
}
