import Foundation
import Synchronization
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

    @Test(.timeLimit(.minutes(60)), arguments: methods)
    func afterAFolderCameWhatHappensInItIsToldToo(method: FolderWatch.Method) async throws {
        let folder = try folder()
        let watch = FolderWatch(folder("site"), ["Templates", "static"], by: method, interval: .milliseconds(5))
        try await expectTwoChanges(
            of: watch, { try folder.write("a", to: "site/static/a/b.txt") }, { try folder.write("c", to: "site/static/a/c.txt") })
    }

    @Test(.timeLimit(.minutes(60)), arguments: methods)
    func afterAFileWasReplacedWhatIsWrittenIntoTheNewOneIsToldToo(method: FolderWatch.Method) async throws {
        let folder = try folder()
        let watch = FolderWatch(folder("site"), ["Templates"], by: method, interval: .milliseconds(5))
        try await expectTwoChanges(
            of: watch, { try folder.write("b", to: "site/Templates/pages/a.html", atomically: true) },
            { try Data("longer".utf8).write(to: URL(fileURLWithPath: folder("site/Templates/pages/a.html"))) })
    }

    /// The first may be told several times. So the second comes only once the watch is quiet, and must be told by itself.
    private func expectTwoChanges(of watch: FolderWatch, _ first: () throws -> Void, _ second: () throws -> Void) async throws {
        let (changes, told) = (watch.changes, Told())
        let listening = Task { for await _ in changes { told.count.withLock { $0 += 1 } } }
        defer { listening.cancel() }
        try first()
        while told.now == 0 { try await Task.sleep(for: .milliseconds(5)) }
        var before = 0
        repeat {
            before = told.now
            try await Task.sleep(for: .milliseconds(300))
        } while told.now != before
        try second()
        while told.now == before { try await Task.sleep(for: .milliseconds(5)) }
    }

    private final class Told: Sendable {
        let count = Mutex(0)
        var now: Int { count.withLock { $0 } }
    }

    /// A watch that does not end keeps the test until its limit.
    @Test(.timeLimit(.minutes(60)), arguments: methods)
    func itEndsWithTheTaskThatListens(method: FolderWatch.Method) async throws {
        let folder = try folder()
        let watch = FolderWatch(folder("site"), ["Templates"], by: method, interval: .milliseconds(5))
        let listening = Task { for await _ in watch.changes {} }
        listening.cancel()
        await listening.value
    }
}
