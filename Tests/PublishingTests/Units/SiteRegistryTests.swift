import Support
import Testing

@testable import Publishing

@Suite struct SiteRegistryTests {
    static let entry = SiteRegistry.Entry(kind: .page, size: 1, comparison: .new)

    @Test func itSaysWhichFolderIsNew() throws {
        var registry = SiteRegistry()
        #expect(try registry.add("a/b/c", at: nil, Self.entry))
        #expect(try !registry.add("a/b/d", at: nil, Self.entry))
        #expect(try !registry.add("a/e", at: nil, Self.entry))
        #expect(try !registry.add("f", at: nil, Self.entry))
    }

    /// The paths are those of a site before, or new, in each combination.
    @Test(
        arguments: [
            ("a/b", SiteRegistry.Conflict.duplicate), ("a", .fileAndFolder("a")), ("a/b/c", .fileAndFolder("a/b")),
            ("a/b/c/d", .fileAndFolder("a/b")),
        ], [[], ["a/b"], ["a", "a/b/c", "a/b/c/d"], ["a", "a-b", "a/b"], ["a/b", "a/b/c", "a/b/c/d"]])
    func aPathIsOneThing(_ path: (String, SiteRegistry.Conflict), _ published: [String]) throws {
        let index = PathIndex(published)
        var registry = SiteRegistry(published: index)
        _ = try registry.add("a/b", at: index.position(of: "a/b"), Self.entry)
        #expect(throws: path.1) { try registry.add(path.0, at: index.position(of: path.0), Self.entry) }
    }

    @Test func itsFilesAreSortedAndThoseThatAreNoMoreAreNamed() throws {
        let index = PathIndex(["b", "d", "e/f", "x"])
        var registry = SiteRegistry(published: index)
        for path in ["x", "z", "a", "b", "e-g", "e/g", "c", "e/f"] { _ = try registry.add(path, at: index.position(of: path), Self.entry) }
        #expect(registry.files.paths == ["a", "b", "c", "e-g", "e/f", "e/g", "x", "z"])
        #expect(registry.files.removed == ["d"])
        #expect(registry.files["e/g"]?.size == 1)
        #expect(registry.files["d"] == nil)
    }

    @Test func twoSpellingsOfALetterAreTwoPaths() {
        let index = PathIndex(["caf\u{e9}.txt"])
        #expect(index.position(of: "caf\u{e9}.txt")?.index == 0)
        #expect(index.position(of: "cafe\u{301}.txt") == nil)
    }

    @Test(
        arguments: [
            (["a", "a-b", "a/b"], true), (["a", "a-b", "a.b", "b/a", "b/a.b/c"], false), (["a/b", "a/b/c"], true), ([], false),
        ] as [([String], Bool)])
    func pathsMayHoldAFileThatIsAFolderOfAnother(paths: [String], holds: Bool) {
        #expect(PathIndex(paths).hasFileAndFolder == holds)
    }

    @Test func aListOfPathsThatSomebodyEditedIsPutInOrder() {
        let index = PathIndex(["b", "a", "b"])
        #expect(index.paths == ["a", "b"])
        #expect(index.position(of: "b")?.index == 1)
        #expect(index.position(of: "c") == nil)
    }
}
