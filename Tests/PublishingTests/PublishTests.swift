import Testing

@testable import Publishing

@Suite struct PublishTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let site = [
        "index.html": "home", "assets/a.css": "css", "spacecraft/index.html": "list", "spacecraft/1-soyuz/index.html": "Soyuz",
        "feed.json": "{}",
    ]

    @Test(arguments: PublishOptions.Method.allCases)
    func aFirstBuildMakesTheWholeSiteAndNothingBesideIt(_ method: PublishOptions.Method) throws {
        let report = try Build(method: method).publish(Self.site, to: folder)
        #expect(report == PublishReport(files: 5, bytes: 18, written: Self.site.keys.sorted(), unchanged: 0, removed: []))
        #expect(try FileTree.read(folder.path) == under("public", published(Self.site)))
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
        #expect(try FileTree.read(folder.path) == under("public", published(next)))
    }
}

/// A tree one folder deeper.
func under(_ name: String, _ tree: FileTree) -> FileTree {
    FileTree(Dictionary(uniqueKeysWithValues: tree.nodes.map { ("\(name)/\($0.key)", $0.value) }))
}
