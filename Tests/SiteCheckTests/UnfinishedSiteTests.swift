import Foundation
import Publishing
import Support
import TestSupport
import Testing

@testable import SiteCheck

/// The findings of a check of a site in which a build was interrupted. (`InterruptionTests` checks that it never finds a fault.)
@Suite struct UnfinishedSiteTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let before = ["index.html": "<a href=s/>s</a>", "s/index.html": "<a href=../>home</a>", "old/index.html": "<a href=../s/>s</a>"]
    static let after = [
        "index.html": "<a href=s/>s</a><a href=n/>n</a>", "s/index.html": "<a href=../>home</a>", "n/index.html": "<a href=../p/>p</a>",
        "p/index.html": "<a href=../n/>n</a>",
    ]

    /// Publishes the first site, and a part of the other, up to a file that the disk refuses to move.
    func interrupt(before stop: String, to after: [String: String] = after) throws {
        try Build().publish(Self.before, to: folder)
        let disk = DiskAccess(
            before: { (change, name) throws(Errno) in if "\(change) \(name)" == stop { throw Errno(code: 5) } }, waits: false)
        let transaction = try Build(disk: disk).begin(folder)
        try Build().add(after, to: transaction)
        #expect(throws: PublishError.self) { try transaction.publish() }
        transaction.abandon()
    }

    func check() throws -> CheckReport { try SiteChecker(output: folder.output).check() }

    @Test func itIsUnfinishedAndWithoutFaults() throws {
        try interrupt(before: "move p")
        #expect(
            try FileTree.read(folder.output)?.nodes[".hangar-manifest"]
                == "hangar-manifest 1\nindex.html\nn/index.html\t?\nold/index.html\t?\np/index.html\t?\ns/index.html\n")
        #expect(
            try check()
                == CheckReport(
                    problems: [], warnings: [], counts: .init(files: 4, pages: 4, links: 4, externalLinks: 0, bytes: 74),
                    sizes: [.init(type: "html", files: 4, bytes: 74, largest: "s/index.html", largestBytes: 20)], isUnfinished: true))
    }

    @Test func theNextBuildFinishesIt() throws {
        try interrupt(before: "move p")
        try Build().publish(Self.after, to: folder)
        let report = try check()
        #expect(report.problems == [])
        #expect(!report.isUnfinished)
    }

    @Test func whatBothSitesHaveMustBeThere() throws {
        try interrupt(before: "move p")
        try FileManager.default.removeItem(atPath: folder.output + "/s/index.html")
        #expect(
            try check().problems.map(\.description) == [
                "s/index.html:1:1: is named in the manifest, but is not there. Build the site again"
            ])
    }

    @Test func aPageThatVisitorsComeUponMustNotLeadToWhatIsNotThereYet() throws {
        try interrupt(before: "move p")
        try FileTree(["s/index.html": "<a href=../n/>n</a><a href=../p/>p</a>"]).write(to: folder.output)
        let missing = "leads to nothing: a build was interrupted before it brought 'p/'. Build the site again"
        #expect(
            try check().problems.map(\.description) == [
                // It makes the new page reachable.
                "n/index.html:1:9: '../p/' \(missing)", "s/index.html:1:28: '../p/' \(missing)",
            ])
    }

    @Test func aLinkToWhatNeitherSiteHasIsAFault() throws {
        try interrupt(before: "move p", to: Self.after.merging(["n/index.html": "<a href=../q/>q</a>"]) { $1 })
        #expect(
            try check().problems.map(\.description) == [
                "n/index.html:1:9: '../q/' leads to nothing: there is no 'q/'. Mend the link, or add the file"
            ])
    }

    @Test func aPlaceInAPageMayBeThatOfTheOtherBuild() throws {
        try interrupt(before: "move p", to: Self.after.merging(["n/index.html": "<a href=../s/#new>s</a><a href=#none>n</a>"]) { $1 })
        #expect(
            try check().problems.map(\.description) == [
                "n/index.html:1:32: '#none' is no id in n/index.html. Mend the link, or give the place that id"
            ])
    }
}
