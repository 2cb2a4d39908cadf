import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite struct ForeignFileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let site = ["index.html": "home", "a/b.html": "page"]
    static let others: FileTree = [
        "CNAME": "example.org", ".git/HEAD": "ref", "a/notes.txt": "mine", "empty": .emptyFolder, "latest": .link(to: "a"),
        "gone": .link(to: "nowhere"),
    ]

    func expectError(_ kind: PublishError.Kind, _ description: String, _ work: () throws -> Void) {
        let error = #expect(throws: PublishError.self) { try work() }
        #expect(error?.kind == kind)
        #expect(error?.description.replacing(folder.path, with: "~") == description)
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func aFolderOfOthersIsNotUsed(_ method: PublishOptions.Method) throws {
        try Self.others.write(to: folder.output)
        expectError(
            .foreign,
            "~/public: holds files that no build wrote ('.git', 'CNAME', 'a' and 3 more). Name an empty or new folder, or build with --force "
                + "to publish among them; they are kept unless a page needs their place"
        ) { try Build(method: method).publish(Self.site, to: folder) }
        #expect(try FileTree.read(folder.path) == Self.others.under("public"))
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func withForceTheSiteStandsAmongThemAndTheyStay(_ method: PublishOptions.Method) throws {
        try Self.others.write(to: folder.output)
        try Build(method: method, force: true).publish(Self.site, to: folder)
        #expect(try FileTree.read(folder.path) == published(Self.site, and: Self.others).under("public"))
        // From now on the manifest shows which files belong to whom.
        try Build(method: method).publish([:], to: folder)
        #expect(try FileTree.read(folder.path) == published([:], and: Self.others).under("public"))
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func theyKeepTheirInodes(_ method: PublishOptions.Method) throws {
        try Self.others.write(to: folder.output)
        let before = try Identity.read(folder.output)
        try Build(method: method, force: true).publish(Self.site, to: folder)
        let after = try Identity.read(folder.output)
        #expect(before.allSatisfy { after[$0.key] == $0.value })
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func theyMayComeBetweenTwoBuilds(_ method: PublishOptions.Method) throws {
        try Build(method: method).publish(Self.site, to: folder)
        try Self.others.write(to: folder.output)
        try Build(method: method).publish(["index.html": "new home"], to: folder)
        #expect(try FileTree.read(folder.path) == published(["index.html": "new home"], and: Self.others).under("public"))
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func aPageDoesNotTakeTheirPlaceUnlessForced(_ method: PublishOptions.Method) throws {
        try Build(method: method).publish(["index.html": "home"], to: folder)
        try FileTree(["a/b.html": "mine"]).write(to: folder.output)
        expectError(
            .foreign,
            "~/public/a/b.html: was not written by a build and is in the place of a page. Move it away, or overwrite it with --force"
        ) { try Build(method: method).publish(Self.site, to: folder) }
        #expect(try FileTree.read(folder.path) == published(["index.html": "home"], and: ["a/b.html": "mine"]).under("public"))
        try Build(method: method, force: true).publish(Self.site, to: folder)
        #expect(try FileTree.read(folder.path) == published(Self.site).under("public"))
    }

    @Test(
        arguments: PublishOptions.Method.allCases,
        [
            (
                ["a": .link(to: "../elsewhere")],
                "~/public/a: is a symbolic link where 'a/b.html' is to be published; links are not followed. Remove or rename the link"
            ),
            (["a": "file"], "~/public/a: was not written by a build and is in the way of 'a/b.html'. Move it away"),
            (
                ["a/b.html/x": "mine"],
                "~/public/a/b.html/x: was not written by a build and is in the way of 'a/b.html'. Move it away"
            ),
        ] as [(FileTree, String)])
    func whatBlocksAPathIsNeitherFollowedNorRemovedEvenByForce(
        _ method: PublishOptions.Method, _ obstacle: (tree: FileTree, error: String)
    ) throws {
        try FileTree(["b.html": "outside"]).write(to: folder.path + "/elsewhere")
        try obstacle.tree.write(to: folder.output)
        expectError(.foreign, obstacle.error) { try Build(method: method, force: true).publish(Self.site, to: folder) }
        var expected = obstacle.tree.under("public")
        expected.nodes["elsewhere/b.html"] = "outside"
        #expect(try FileTree.read(folder.path) == expected)
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func anEmptyFolderMakesRoomForAPage(_ method: PublishOptions.Method) throws {
        try FileTree(["a/b.html": .emptyFolder]).write(to: folder.output)
        try Build(method: method, force: true).publish(Self.site, to: folder)
        #expect(try FileTree.read(folder.path) == published(Self.site).under("public"))
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func aLinkInPlaceOfAPageIsReplacedAndItsTargetLeftAlone(_ method: PublishOptions.Method) throws {
        try Build(method: method).publish(Self.site, to: folder)
        try FileManager.default.removeItem(atPath: folder.output + "/a/b.html")
        try FileTree(["outside.html": "page", "public/a/b.html": .link(to: "../../outside.html")]).write(to: folder.path)
        let report = try Build(method: method).publish(Self.site, to: folder)
        #expect(report.written == ["a/b.html"])
        var expected = published(Self.site).under("public")
        expected.nodes["outside.html"] = "page"
        #expect(try FileTree.read(folder.path) == expected)
    }

    @Test(arguments: PublishOptions.Method.allCases, [["a/b.html": .link(to: "../index.html")], ["a/b.html/mine.txt": "x"]] as [FileTree])
    func whatStandsNowWhereAFileWasIsNotRemovedWithIt(_ method: PublishOptions.Method, _ now: FileTree) throws {
        try Build(method: method).publish(Self.site, to: folder)
        try FileManager.default.removeItem(atPath: folder.output + "/a/b.html")
        try now.write(to: folder.output)
        let report = try Build(method: method).publish(["index.html": "home"], to: folder)
        #expect(report.removed == [])
        #expect(try FileTree.read(folder.path) == published(["index.html": "home"], and: now).under("public"))
    }

    @Test(arguments: [
        (
            "hangar-manifest 9\n",
            "~/public/.hangar-manifest: begins with 'hangar-manifest 9', not with 'hangar-manifest 1'. "
                + "Use the version of the program that wrote it, or remove it and build with --force"
        ),
        (
            "hangar-manifest 1\n../../etc/passwd\n",
            "~/public/.hangar-manifest: line 2 is no path of a site: '../../etc/passwd'. "
                + "Use the version of the program that wrote it, or remove it and build with --force"
        ),
    ])
    func aManifestThatIsNotUnderstoodStopsTheBuild(_ manifest: String, _ description: String) throws {
        let tree: FileTree = ["index.html": "x", ".hangar-manifest": .file(manifest)]
        try tree.write(to: folder.output)
        expectError(.foreign, description) { try Build().publish(Self.site, to: folder) }
        #expect(try FileTree.read(folder.path) == tree.under("public"))
    }
}
