import Foundation
import SiteCheck
import TestSupport
import Testing

@testable import Publishing

/// A build is stopped before each of its changes to the disk. It is stopped once by a kill (nothing more happens) and once by a disk that
/// refuses (the command abandons the build).
@Suite struct InterruptionTests {
    /// The old site, the files of others, and the new site.
    struct Change: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var before: [String: String]?
        var others: FileTree = [:]
        let after: [String: String]
    }

    /// Pages that link to each other, so that moving them in the wrong order has an effect.
    static let oldSite = [
        "index.html": "<a href=s/>s</a><a href=c/>c</a><link href=assets/1.css><link href=feed.json>", "assets/1.css": "1",
        "feed.json": "\"old\"",
        "s/index.html": "<a href=1/>1</a><a href=2/>2</a><a href=../>home</a>", "s/1/index.html": "<a href=../../c/1/>c</a>",
        "s/2/index.html": "<a href=../../c/1/>c</a>", "c/index.html": "<a href=1/>1</a>", "c/1/index.html": "<a href=../../s/1/>1</a>",
    ]
    static let newSite = [
        "index.html": "<a href=s/>s</a><a href=c/>c</a><a href=f/>f</a><link href=assets/2.css><link href=feed.json>",
        "assets/2.css": "2", "feed.json": "\"new\"",
        "s/index.html": "<a href=1/>1</a><a href=3/>3</a><a href=../>home</a>", "s/1/index.html": "<a href=../../c/2/>c</a>",
        "s/3/index.html": "<a href=../../c/2/>c</a><a href=../../f/>f</a>", "c/index.html": "<a href=2/>2</a>",
        "c/2/index.html": "<a href=../../s/3/>3</a>", "f/index.html": "<a href=../s/3/>3</a>",
    ]
    static let others: FileTree = ["CNAME": "example.org", "s/1/notes.txt": "mine", "own/empty": .emptyFolder, "latest": .link(to: "s")]

    static let changes = [
        Change(testDescription: "a first build", before: nil, after: oldSite),
        Change(testDescription: "a first build into an empty folder", before: nil, others: ["own": .emptyFolder], after: oldSite),
        Change(testDescription: "a later build", before: oldSite, after: newSite),
        Change(testDescription: "a later build among files of others", before: oldSite, others: others, after: newSite),
        Change(testDescription: "a build that takes all away", before: oldSite, others: others, after: [:]),
        Change(testDescription: "a file becomes a folder", before: ["a": "1", "b/c": "2"], after: ["a/d": "3", "b": "4"]),
    ]

    @Test(arguments: PublishOptions.Method.allCases, changes)
    func atEveryStepTheSiteIsWholeAndTheNextBuildRepairsIt(_ method: PublishOptions.Method, _ change: Change) throws {
        var steps = 0
        while try interrupt(method, change, after: steps, asKill: true) { steps += 1 }
        #expect(steps > 8)
        for step in 0..<steps { #expect(try interrupt(method, change, after: step, asKill: false)) }
    }

    /// From one site to another and back, both interrupted, at each pair of steps. Files that the first build has brought or not yet
    /// removed are already right for the second, but nothing links to them.
    @Test(arguments: PublishOptions.Method.allCases)
    func aBuildThatIsInterruptedMayFollowAnother(_ method: PublishOptions.Method) throws {
        let old = ["index.html": "<a href=s/>s</a>", "s/index.html": "<a href=1/>1</a><a href=2/>2</a>"]
        let leaving = ["s/1/index.html": "<a href=../2/>2</a>", "s/2/index.html": "<a href=../1/>1</a>"]
        let new = ["index.html": "<a href=s/>s</a>", "s/index.html": "<a href=3/>3</a>"]
        let coming = ["s/3/index.html": "<a href=../4/>4</a>", "s/4/index.html": "<a href=../3/>3</a>"]
        let sites = [old.merging(leaving) { $1 }, new.merging(coming) { $1 }]
        for (before, after) in [(sites[0], sites[1]), (sites[1], sites[0])] {
            for next in [before, after] {
                let first = try Build(method: method).killTwice(before: before, first: after, second: next) { folder, changes in
                    let note: Comment = "\(changes) \(next == before ? "back" : "on")"
                    let problems = try SiteChecker(output: folder.output).check().problems
                    #expect(problems == [], note)
                    let read = try FileTree.read(folder.output)
                    var tree = try #require(read)
                    tree.nodes.removeValue(forKey: ".hangar-manifest")
                    try expectLinksLead(tree, note)
                }
                #expect(first > 8)
            }
        }
    }

    /// - Returns: whether the build was stopped.
    func interrupt(_ method: PublishOptions.Method, _ change: Change, after steps: Int, asKill: Bool) throws -> Bool {
        let folder = try TemporaryFolder()
        if let before = change.before { try Build(method: method).publish(before, to: folder) }
        if !change.others.nodes.isEmpty { try change.others.write(to: folder.output) }
        let start = try FileTree.read(folder.path)

        let interruption = Interruption(after: steps)
        let build = Build(method: method, force: true, disk: interruption.disk)
        let isStopped: Bool
        var hasBegunToPublish = false
        do {
            let transaction = try build.begin(folder)
            do {
                try build.add(change.after, to: transaction)
                hasBegunToPublish = true
                _ = try transaction.publish()
                isStopped = false
            } catch {
                if !asKill { transaction.abandon() }
                throw error
            }
        } catch is PublishError {
            isStopped = true
        }
        let note: Comment = "\(steps) changes: \(interruption.changes.joined(separator: ", "))"

        try expectWhole(folder, change, note)
        if !hasBegunToPublish {
            #expect(try FileTree.read(folder.output) == start?.inside("public"), note)
        }
        try Build(method: method, force: change.before == nil).publish(change.after, to: folder)
        #expect(try FileTree.read(folder.path) == published(change.after, and: change.others).under("public"), note)
        #expect(try SiteChecker(output: folder.output).check().isUnfinished == false, note)
        // The last steps only clear staging away. A build stopped there has done its work, and reports that.
        return isStopped || interruption.changes.count == steps
    }

    /// Every file belongs to the old site, to the new one or to others. The manifest names those of Hangar. Each link leads somewhere.
    func expectWhole(_ folder: TemporaryFolder, _ change: Change, _ note: Comment) throws {
        guard var tree = try FileTree.read(folder.output) else { return #expect(change.before == nil, note) }
        let manifest = tree.nodes.removeValue(forKey: ".hangar-manifest")
        for (path, node) in tree.nodes where node != change.others.nodes[path] && !path.hasPrefix("own") {
            // Folders are emptied before they are removed.
            if node == .emptyFolder { continue }
            let texts = [change.before?[path], change.after[path]].compactMap { $0 }
            #expect(texts.contains { node == .file($0) }, note)
            guard case .file(let names) = manifest else {
                Issue.record("\(path) stands there without a manifest. \(note)")
                continue
            }
            #expect(names.split(separator: "\n").contains { $0.prefix { $0 != "\t" } == path }, note)
        }
        for (path, node) in change.others.nodes where node != .emptyFolder { #expect(tree.nodes[path] == node, note) }
        try expectLinksLead(tree, note)
        #expect(try SiteChecker(output: folder.output).check().problems == [], note)
    }

    /// Pages that can be reached from the home page have everything they link to. (A new page that nothing links to yet may not.)
    func expectLinksLead(_ tree: FileTree, _ note: Comment) throws {
        guard tree.nodes["index.html"] != nil else { return }
        let copy = try TemporaryFolder()
        try tree.write(to: copy.output)
        let report = try SiteChecker(output: copy.output).check()
        let unreached = Set(report.warnings.map(\.file))
        #expect(report.problems.filter { !unreached.contains($0.file) } == [], note)
    }
}
