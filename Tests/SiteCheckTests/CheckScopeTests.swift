import Foundation
import Publishing
import TestSupport
import Testing

@testable import SiteCheck

@Suite struct CheckScopeTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func aFinishedSiteIsCounted() throws {
        try Build().publish(
            [
                "index.html": "<link href=a.css><a href=b/>b</a><a href='https://example.com/'>x</a>",
                "b/index.html": "<a href=../#>home</a>", "a.css": "b{}",
                "i.jpg": "123456", "LICENSE": "x",
            ], to: folder)
        let found = try SiteChecker(output: folder.output).check()
        #expect(
            found
                == CheckReport(
                    problems: [], warnings: [], counts: .init(files: 5, pages: 2, links: 3, externalLinks: 1, bytes: 100),
                    sizes: [
                        .init(type: "html", files: 2, bytes: 90, largest: "index.html", largestBytes: 69),
                        .init(type: "jpg", files: 1, bytes: 6, largest: "i.jpg", largestBytes: 6),
                        .init(type: "css", files: 1, bytes: 3, largest: "a.css", largestBytes: 3),
                        .init(type: "", files: 1, bytes: 1, largest: "LICENSE", largestBytes: 1),
                    ]))
    }

    @Test func filesOfOthersAreNotReadButMayBeLinkedTo() throws {
        try Build().publish(
            ["index.html": "<a href=own/>x</a><a href=own/Map.pdf>x</a><a href=shared/x.txt>x</a><a href=own/map.pdf>x</a>"], to: folder)
        try FileTree([
            "elsewhere/x.txt": "x", "public/own/index.html": "<a href=none>x</a>", "public/own/Map.pdf": "x",
            "public/shared": .link(to: "../elsewhere"),
        ]).write(to: folder.path)
        let found = try SiteChecker(output: folder.output).check().problems.map(\.description)
        #expect(
            found == [
                "index.html:1:78: 'own/map.pdf' leads to nothing: there is no 'own/map.pdf'. Mend the link, or add the file"
            ])
    }

    @Test func aFileThatTheManifestNamesMustBeThere() throws {
        try Build().publish(["index.html": "x", "data.sqlite": "x"], to: folder)
        try FileManager.default.removeItem(atPath: folder.output + "/data.sqlite")
        let found = try SiteChecker(output: folder.output).check().problems.map(\.description)
        #expect(
            found == [
                "data.sqlite:1:1: is named in the manifest, but is not there. Build the site again"
            ])
    }

    @Test func withoutAFolderThereIsNothingToCheck() throws {
        let error = #expect(throws: PublishError.self) { try SiteChecker(output: folder.output).check() }
        #expect(
            error
                == PublishError(
                    .cannotRead, at: folder.output, "cannot be opened as a folder: no such file or folder",
                    remedy: "Name the output folder of a build, or build the site first"))
    }

    @Test func aLargeSiteIsReportedInOrder() throws {
        let pages = Dictionary(
            uniqueKeysWithValues: (0..<300).map { ("p/\($0).html", "<a href=none.html>x</a><a href=\(($0 + 1) % 300).html#f>x</a>") })
        try Build().publish(pages.merging(["index.html": "<a href=p/0.html>x</a>"]) { first, _ in first }, to: folder)
        let report = try SiteChecker(output: folder.output).check()
        #expect(report.problems.count == 600)
        #expect(report.problems == report.problems.sorted())
        #expect(report.warnings == [])
    }
}
