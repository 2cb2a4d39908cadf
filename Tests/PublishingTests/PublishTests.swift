import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite struct PublishTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let site = [
        "index.html": "home", "assets/a.css": "css", "spacecraft/index.html": "list", "spacecraft/1-soyuz/index.html": "Soyuz",
        "feed.json": "{}",
    ]

    /// The content of the folder that holds the output: only the output.
    func expectOnDisk(_ tree: FileTree, sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(try FileTree.read(folder.path) == tree.under("public"), sourceLocation: sourceLocation)
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func aFirstBuildMakesTheWholeSiteAndNothingBesideIt(_ method: PublishOptions.Method) throws {
        let report = try Build(method: method).publish(Self.site, to: folder)
        #expect(report == PublishReport(files: 5, bytes: 18, written: Self.site.keys.sorted(), unchanged: 0, removed: []))
        try expectOnDisk(published(Self.site))
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func anEmptyFolderIsFilled(_ method: PublishOptions.Method) throws {
        try FileManager.default.createDirectory(atPath: folder.output, withIntermediateDirectories: true)
        let report = try Build(method: method).publish(Self.site, to: folder)
        #expect(report == PublishReport(files: 5, bytes: 18, written: Self.site.keys.sorted(), unchanged: 0, removed: []))
        try expectOnDisk(published(Self.site))
    }

    @Test func foldersAboveTheOutputAreMade() throws {
        try Build().publish(Self.site, to: folder, output: folder.path + "/srv/www/public/")
        #expect(try FileTree.read(folder.path) == published(Self.site).under("srv/www/public"))
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func aLaterBuildWritesWhatDiffersAndRemovesWhatIsGone(_ method: PublishOptions.Method) throws {
        try Build(method: method).publish(Self.site, to: folder)
        var next = Self.site
        next["spacecraft/1-soyuz/index.html"] = nil
        next["spacecraft/2-mir/index.html"] = "Mir"
        next["spacecraft/index.html"] = "list of one"
        let report = try Build(method: method).publish(next, to: folder)
        #expect(
            report
                == PublishReport(
                    files: 5, bytes: 23, written: ["spacecraft/2-mir/index.html", "spacecraft/index.html"], unchanged: 3,
                    removed: ["spacecraft/1-soyuz/index.html"]))
        try expectOnDisk(published(next))
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func aBuildInWhichNothingChangedTouchesNothing(_ method: PublishOptions.Method) throws {
        try Build(method: method).publish(Self.site, to: folder)
        let before = try Identity.read(folder.output)
        let report = try Build(method: method).publish(Self.site, to: folder)
        #expect(report == PublishReport(files: 5, bytes: 18, written: [], unchanged: 5, removed: []))
        #expect(try Identity.read(folder.output) == before)
        try expectOnDisk(published(Self.site))
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func onlyTheFileThatChangedGetsAnotherInode(_ method: PublishOptions.Method) throws {
        try Build(method: method).publish(Self.site, to: folder)
        let before = try Identity.read(folder.output)
        var next = Self.site
        next["feed.json"] = "[]"
        try Build(method: method).publish(next, to: folder)
        let after = try Identity.read(folder.output)
        #expect(Set(after.keys).filter { after[$0] != before[$0] } == ["feed.json"])
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func aFileEditedByHandIsPutRightAlsoWhenItsSizeIsTheSame(_ method: PublishOptions.Method) throws {
        try Build(method: method).publish(Self.site, to: folder)
        try FileTree(["index.html": "hoax"]).write(to: folder.output)
        let report = try Build(method: method).publish(Self.site, to: folder)
        #expect(report.written == ["index.html"])
        try expectOnDisk(published(Self.site))
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func aFileRemovedByHandComesBack(_ method: PublishOptions.Method) throws {
        try Build(method: method).publish(Self.site, to: folder)
        try FileManager.default.removeItem(atPath: folder.output + "/spacecraft")
        let report = try Build(method: method).publish(Self.site, to: folder)
        #expect(report.written == ["spacecraft/1-soyuz/index.html", "spacecraft/index.html"])
        try expectOnDisk(published(Self.site))
    }

    @Test(
        arguments: PublishOptions.Method.allCases,
        [
            (["a": "file"], ["a/b/c": "deep"]), (["a/b/c": "deep", "a/d": "x"], ["a": "file"]),
            (["a/b": "file"], ["a/b/c": "deep", "a/d": "x"]),
        ] as [([String: String], [String: String])])
    func aFileBecomesAFolderAndAFolderAFile(
        _ method: PublishOptions.Method, _ change: (before: [String: String], after: [String: String])
    ) throws {
        try Build(method: method).publish(change.before, to: folder)
        let report = try Build(method: method).publish(change.after, to: folder)
        #expect(report.written == change.after.keys.sorted())
        #expect(report.removed == change.before.keys.filter { change.after[$0] == nil }.sorted())
        try expectOnDisk(published(change.after))
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func aSiteMayBecomeEmpty(_ method: PublishOptions.Method) throws {
        try Build(method: method).publish(Self.site, to: folder)
        let report = try Build(method: method).publish([:], to: folder)
        #expect(report == PublishReport(files: 0, bytes: 0, written: [], unchanged: 0, removed: Self.site.keys.sorted()))
        try expectOnDisk(published([:]))
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func filesAndFoldersHaveTheUsualPermissions(_ method: PublishOptions.Method) throws {
        let mask = umask(0o022)
        defer { umask(mask) }
        try Build(method: method).publish(Self.site, to: folder)
        try Build(method: method).publish(["assets/b.css": "new", "spacecraft/index.html": "other"], to: folder)
        for path in ["", "/assets", "/spacecraft"] { #expect(try permissions(path) == 0o755) }
        for path in ["/assets/b.css", "/spacecraft/index.html", "/.hangar-manifest"] { #expect(try permissions(path) == 0o644) }
    }

    func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder.output + path)[.posixPermissions] as? Int
    }

    @Test func aLinkToTheOutputFolderIsKeptAndItsTargetFilled() throws {
        try FileTree(["real": .emptyFolder, "public": .link(to: "real")]).write(to: folder.path)
        try Build().publish(Self.site, to: folder)
        var expected = published(Self.site).under("real")
        expected.nodes["public"] = .link(to: "real")
        #expect(try FileTree.read(folder.path) == expected)
    }

    @Test func manyThreadsMayAddAtOnce() async throws {
        let transaction = try Build().begin(folder)
        let site = Dictionary(uniqueKeysWithValues: (0..<400).map { ("craft/\($0 % 40)/\($0)/index.html", "page \($0)") })
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (path, text) in site { group.addTask { try transaction.add(path, Array(text.utf8), kind: .page) } }
            try await group.waitForAll()
        }
        let report = try transaction.publish()
        #expect(report.written == site.keys.sorted())
        try expectOnDisk(published(site))
    }

    @Test func aFileOfManyBuffersIsComparedToItsEnd() throws {
        let text = String(repeating: "0123456789abcdef", count: 20_000)
        try Build().publish(["data.json": text], to: folder)
        #expect(try Build().publish(["data.json": text], to: folder).unchanged == 1)
        #expect(try Build().publish(["data.json": text.dropLast() + "x"], to: folder).written == ["data.json"])
    }
}
