import Foundation
import TestSupport
import Testing

@testable import PreviewServer

@Suite struct FolderWatchTests {
    private static let methods: [FolderWatch.Method] = [.events, .polling]

    /// What is done with a file or folder, and how often it is told.
    private static let works: [(String, @Sendable (TemporaryFolder) throws -> Void)] = [
        ("written in place", { try Data("b".utf8).write(to: URL(fileURLWithPath: $0("site/Templates/pages/a.html"))) }),
        ("replaced by another", { try $0.write("b", to: "site/Templates/pages/a.html", atomically: true) }),
        ("added", { try $0.write("b", to: "site/content/new.md") }),
        ("removed", { try FileManager.default.removeItem(atPath: $0("site/Templates/pages/a.html")) }),
        ("in a new folder", { try $0.write("b", to: "site/assets/a/b/c.css") }),
        ("beside the folders", { try $0.write("title: B", to: "site/hangar.yml", atomically: true) }),
        ("in a folder that a link leads to", { try $0.write("b", to: "elsewhere/b.md") }),
    ]

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder([
            "site/hangar.yml": "title: A", "site/Templates/pages/a.html": "a", "site/content/a.md": "a", "elsewhere/a.md": "a",
        ])
        try folder.link("site/content/linked", to: folder("elsewhere"))
        return folder
    }

    @Test(arguments: methods, works.indices)
    func aChangeOfAnyKindIsTold(method: FolderWatch.Method, work: Int) async throws {
        let folder = try folder()
        let watch = FolderWatch(folder("site"), ["Templates", "content", "assets"], by: method, interval: .milliseconds(5))
        try Self.works[work].1(folder)
        #expect(await watch.changes.first { true } != nil, "\(Self.works[work].0)")
    }

    @Test(arguments: methods)
    func afterAFolderCameWhatHappensInItIsToldToo(method: FolderWatch.Method) async throws {
        let folder = try folder()
        let watch = FolderWatch(folder("site"), ["Templates", "static"], by: method, interval: .milliseconds(5))
        var changes = watch.changes.makeAsyncIterator()
        try folder.write("a", to: "site/static/a/b.txt")
        _ = await changes.next()
        try folder.write("c", to: "site/static/a/c.txt")
        #expect(await changes.next() != nil)
    }

    @Test(arguments: methods) func afterAFileWasReplacedWhatIsWrittenIntoTheNewOneIsToldToo(method: FolderWatch.Method) async throws {
        let folder = try folder()
        let watch = FolderWatch(folder("site"), ["Templates"], by: method, interval: .milliseconds(5))
        var changes = watch.changes.makeAsyncIterator()
        try folder.write("b", to: "site/Templates/pages/a.html", atomically: true)
        _ = await changes.next()
        try Data("longer".utf8).write(to: URL(fileURLWithPath: folder("site/Templates/pages/a.html")))
        #expect(await changes.next() != nil)
    }

    /// A watch that does not end keeps the test until its limit.
    @Test(.timeLimit(.minutes(10)), arguments: methods)
    func itEndsWithTheTaskThatListens(method: FolderWatch.Method) async throws {
        let folder = try folder()
        let watch = FolderWatch(folder("site"), ["Templates"], by: method, interval: .milliseconds(5))
        let listening = Task { for await _ in watch.changes {} }
        listening.cancel()
        await listening.value
    }
}
