import Foundation
import TestSupport
import Testing

@testable import HangarKit

/// What stands in `static/` of a site folder comes out as it is.
@Suite struct StaticFileTests {
    private static let compressing = smallestConfiguration + "publish:\n  compress:\n    gzip: 6\n"
    private static let later = Terminal(now: .init(secondsSince1970: 4_102_444_800))

    private func site(_ statics: [String: String], configuration: String = smallestConfiguration) async throws -> TemporaryFolder {
        try await fetchedSite(
            adding: ["site/hangar.yml": configuration].merging(statics.map { ("site/static/" + $0, $1) }, uniquingKeysWith: { $1 }))
    }

    @Test(arguments: ["static/pipe.txt", "content/pipe.md", "assets/pipe.txt", "Templates/pages/about.html.mustache"])
    func aPipeInThePlaceOfAFileIsRefusedAndNotWaitedFor(path: String) async throws {
        let folder = try await site([:])
        let pipe = folder("site/" + path)
        try FileManager.default.createDirectory(
            at: URL(filePath: pipe).deletingLastPathComponent(), withIntermediateDirectories: true)
        try #require(mkfifo(pipe, 0o600) == 0)
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(outcome.status == .noInput)
        #expect(
            outcome.diagnostics == [
                "hangar: error: ~/site/\(path): is a pipe, a socket or a device, and not a file. Put a file in its place, or remove it."
            ])
    }

    @Test func eachFileIsPublishedUnderItsOwnPathAndChecked() async throws {
        let statics = [
            "ads.txt": "none\n", "CNAME": "polar.example\n", ".well-known/security.txt": "Contact: https://polar.example/about/\n",
            ".nojekyll": "",
            "spacecraft/notes.txt": "beside the pages", "plans/2026/plan.pdf": "%PDF-1.7",
        ]
        let folder = try await site(statics)
        try folder.write("of git", to: "site/static/plans/.gitkeep")
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(outcome.status == .done)
        #expect(outcome.diagnostics == [])
        for (path, text) in statics { #expect(try folder.text("public/" + path) == text) }
        #expect(!folder.exists("public/plans/.gitkeep"))
        let manifest = try folder.text("public/.hangar-manifest").split(separator: "\n").map(String.init)
        #expect(Set(statics.keys).isSubset(of: manifest))
        #expect(await Terminal(folder: folder).check(folder("public")).diagnostics == [])
        try folder.write("{", to: "site/static/plans/a.json")
        _ = await Terminal().build(folder("site"), to: folder("public"))
        let check = await Terminal(folder: folder).check(folder("public"))
        #expect(check.status == .badData)
        #expect(check.diagnostics.count == 1)
        #expect(check.diagnostics.first?.hasPrefix("hangar: error: ~/public/plans/a.json:1:2: ") == true)
    }

    @Test func aLongTextIsCompressedLikeOtherFiles() async throws {
        let folder = try await site(
            ["long.txt": String(repeating: "and so on\n", count: 200), "ads.txt": "short"], configuration: Self.compressing)
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        #expect(folder.exists("public/long.txt.gz"))
        #expect(!folder.exists("public/ads.txt.gz"))
        #expect(await Terminal().check(folder("public")).status == .done)
    }

    @Test func whatIsAddedChangedAndRemovedIsSoInTheOutputAndAllElseStays() async throws {
        let folder = try await site(["a.txt": "a", "b.txt": "b"])
        let terminal = Terminal(verbosity: .verbose, now: Self.later.now, cache: folder("cache"), folder: folder)
        _ = await terminal.build(folder("site"), to: folder("public"))
        try folder.write("other", to: "site/static/b.txt")
        try folder.write("c", to: "site/static/c.txt")
        try FileManager.default.removeItem(atPath: folder("site/static/a.txt"))
        let before = try folder.identities(in: "public")
        let outcome = await terminal.build(folder("site"), to: folder("public"))
        #expect(outcome.output.split(separator: "\n").prefix(3) == ["wrote b.txt", "wrote c.txt", "removed a.txt"])
        #expect(try folder.text("public/b.txt") == "other")
        #expect(!folder.exists("public/a.txt"))
        let changed = try folder.identities(in: "public").filter { before[$0.key] != $0.value }
        #expect(changed.keys.sorted() == [".hangar-manifest", "b.txt", "c.txt"])
        #expect(await terminal.build(folder("site"), to: folder("public")).diagnostics.last == Rebuild.note)
    }

    @Test func allCollisionsAreToldAtOnceWithPlaceAndRemedyAndNothingIsPublished() async throws {
        let statics = [
            "index.html": "", "robots.txt": "", "status.json": "", "spacecraft": "", "about/index.html/x.txt": "", "feed.xml.gz": "",
            "long.txt": String(repeating: "x", count: 2_000), "long.txt.gz": "", "a\nb.txt": "", ".hangar-manifest": "",
        ]
        let folder = try await site(statics, configuration: Self.compressing)
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(
            outcome
                == Outcome(
                    status: .badData,
                    diagnostics: [
                        ".hangar-manifest: cannot be published: it is a name that is kept for publishing. Give it another name.",
                        "a\\u{a}b.txt: cannot be published: it is a control character in the path. Give it another name.",
                        "about/index.html/x.txt: its folder has the address of a file of the site, about/index.html. Rename the folder.",
                        "feed.xml.gz: the build compresses feed.xml by itself, as publish.compress.gzip says. Remove it, or leave that key out.",
                        "index.html: the site has a file of its own at this address, made from Templates/pages/home.html.mustache. "
                            + "Rename it or remove it, or say there what the address is to show.",
                        "long.txt.gz: the build compresses long.txt by itself, as publish.compress.gzip says. Remove it, or leave that key out.",
                        "robots.txt: the site has a file of its own at this address, made from Templates/pages/robots.txt.mustache. "
                            + "Rename it or remove it, or say there what the address is to show.",
                        "spacecraft: the site has a folder of this name, as for spacecraft/index.html. Rename the file.",
                        "status.json: the site has a file of its own at this address. Rename it or remove it.",
                    ].map { "hangar: error: ~/site/static/" + $0 }))
        #expect(!folder.exists("public"))
    }

    @Test func aPrecompressedFileOfOnesOwnWillDoWhereTheBuildCompressesNothing() async throws {
        let folder = try await site(["notes.json": "{}", "notes.json.br": "\u{0B}\u{02}\u{00}{}\u{03}"])
        #expect(await Terminal().build(folder("site"), to: folder("public")).diagnostics == [])
        #expect(folder.exists("public/notes.json.br"))
    }

    @Test func aFileThatCannotBeReadIsStatus66WithItsPlace() async throws {
        let folder = try await site(["ads.txt": "none"])
        try folder.link("site/static/gone.txt", to: "nowhere")
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(
            outcome
                == Outcome(
                    status: .noInput,
                    diagnostics: [
                        "hangar: error: ~/site/static/gone.txt: cannot be read: No such file or directory. Check the path and its permissions."
                    ]))
        #expect(!folder.exists("public"))
    }
}
