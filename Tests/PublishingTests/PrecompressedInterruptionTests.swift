import Foundation
import SiteCheck
import TestSupport
import Testing

@testable import Publishing

/// The same as `InterruptionTests` for a server that sends precompressed files. It sees another tree, and that tree must be whole as well.
@Suite struct PrecompressedInterruptionTests {
    /// Comments make the pages long enough to be compressed.
    static func lengthen(_ site: [String: String]) -> [String: String] {
        site.mapValues { $0.hasPrefix("<") ? $0 + "<!--" + String(repeating: "long ", count: 60) + "-->" : $0 }
    }
    static let oldSite = lengthen(InterruptionTests.oldSite)
    static let newSite = lengthen(InterruptionTests.newSite)
    static let oldFlatSite = lengthen(["index.html": "<a href=a.html>a</a>", "a.html": "<a href=./>home</a>"])
    static let newFlatSite = lengthen([
        "index.html": "<a href=a.html>a</a><a href=b.html>b</a>", "a.html": "<a href=b.html>b</a>", "b.html": "<a href=a.html>a</a>",
    ])
    static let gzip = Compression(gzip: 6)

    struct Change: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let before: Compression
        let after: Compression
        var oldSite = PrecompressedInterruptionTests.oldSite
        var newSite = PrecompressedInterruptionTests.newSite
    }

    static let changes = [
        Change(testDescription: "precompressed before and after", before: gzip, after: gzip),
        Change(testDescription: "switched on", before: .none, after: gzip),
        Change(testDescription: "switched off", before: gzip, after: .none),
        Change(
            testDescription: "switched on where pages are no folders", before: .none, after: gzip, oldSite: oldFlatSite,
            newSite: newFlatSite),
    ]

    @Test(arguments: PublishOptions.Method.allCases, changes)
    func atEveryStepBothViewsAreWholeAndTheNextBuildRepairsThem(_ method: PublishOptions.Method, _ change: Change) throws {
        let old = try contents(of: change.oldSite, change.before)
        let new = try contents(of: change.newSite, change.after)
        var steps = 0
        while true {
            let folder = try TemporaryFolder()
            try Build(method: method, compression: change.before).publish(change.oldSite, to: folder)
            let interruption = Interruption(after: steps)
            let isStopped: Bool
            do {
                let transaction = try Build(method: method, compression: change.after, disk: interruption.disk).begin(folder)
                try Build().add(change.newSite, to: transaction)
                _ = try transaction.publish()
                isStopped = false
            } catch is PublishError {
                isStopped = true
            }
            let note: Comment = "\(steps) changes: \(interruption.changes.joined(separator: ", "))"
            let files = try read(folder)
            for (path, bytes) in files { #expect([old[path], new[path]].contains(bytes), note) }
            try expectLinksLead(in: files, old, new, note)
            #expect(try SiteChecker(output: folder.output).check().problems == [], note)
            try Build(method: method, compression: change.after).publish(change.newSite, to: folder)
            #expect(try read(folder) == new, note)
            if !isStopped, interruption.changes.count < steps { break }
            steps += 1
        }
        #expect(steps > 8)
    }

    /// A page has moved and its precompressed file has not. Then the former site is built, for which the precompressed file is already
    /// right.
    @Test(arguments: PublishOptions.Method.allCases)
    func aBuildBackIsInterruptedAfterOneForth(_ method: PublishOptions.Method) throws {
        let old = Self.oldFlatSite
        let new = old.mapValues { $0 + "<p>new</p>" }
        let forth = try Build(method: method, compression: Self.gzip).killTwice(before: old, first: new, second: old) { folder, changes in
            let problems = try SiteChecker(output: folder.output).check().problems
            #expect(problems == [], "\(changes)")
        }
        #expect(forth > 4)
    }

    func contents(of site: [String: String], _ compression: Compression) throws -> [String: Data] {
        let folder = try TemporaryFolder()
        try Build(compression: compression).publish(site, to: folder)
        return try read(folder)
    }

    func read(_ folder: TemporaryFolder) throws -> [String: Data] {
        let paths = try Identity.read(folder.output).keys.filter { $0 != ".hangar-manifest" }
        return Dictionary(
            uniqueKeysWithValues: try paths.map { ($0, try Data(contentsOf: URL(fileURLWithPath: "\(folder.output)/\($0)"))) })
    }

    /// The files that a client accepting gzip gets. Each is the version that its precompressed file was made from.
    func expectLinksLead(in files: [String: Data], _ old: [String: Data], _ new: [String: Data], _ note: Comment) throws {
        let copy = try TemporaryFolder()
        for (path, bytes) in files where !path.hasSuffix(".gz") {
            var seen: Data? = bytes
            if let precompressed = files[path + ".gz"] { seen = precompressed == new[path + ".gz"] ? new[path] : old[path] }
            let file = URL(fileURLWithPath: "\(copy.output)/\(path)")
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try #require(seen).write(to: file)
        }
        let report = try SiteChecker(output: copy.output).check()
        let unreached = Set(report.warnings.map(\.file))
        #expect(report.problems.filter { !unreached.contains($0.file) } == [], note)
    }
}
