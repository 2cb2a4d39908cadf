import Support
import Testing

@testable import Publishing

@Suite struct SiteRegistryTests {
    static let entry = SiteRegistry.Entry(kind: .page, size: 1, comparison: .new)

    @Test func itSaysWhichFolderIsNew() throws {
        var registry = SiteRegistry()
        #expect(try registry.add("a/b/c", folder: "a/b", Self.entry))
        #expect(try !registry.add("a/b/d", folder: "a/b", Self.entry))
        #expect(try !registry.add("a/e", folder: "a", Self.entry))
        #expect(try !registry.add("f", folder: "", Self.entry))
    }

    @Test(arguments: [
        ("a/b", SiteRegistry.Conflict.duplicate), ("a", .fileAndFolder("a")), ("a/b/c", .fileAndFolder("a/b")),
        ("a/b/c/d", .fileAndFolder("a/b")),
    ])
    func aPathIsOneThing(_ path: String, _ conflict: SiteRegistry.Conflict) throws {
        var registry = SiteRegistry()
        _ = try registry.add("a/b", folder: "a", Self.entry)
        #expect(throws: conflict) { try registry.add(path, folder: FilePath.split(path).folder, Self.entry) }
    }
}
