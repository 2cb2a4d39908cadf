import Catalogue
import Foundation
import HangarKit
import LaunchLibrary
import TestSupport
import Testing

/// `hangar update --quiet-for`: what only needs another attempt is told when the data has become old.
@Suite struct QuietForTests {
    private static let start = 1_772_000_000

    private func site() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        let outcome = await update(folder, .answering(Records.two), hour: 0)
        try #require(outcome.status == .done, "\(outcome)")
        return folder
    }

    private func update(
        _ folder: TemporaryFolder, _ transport: HTTPTransport, hour: Int, verbosity: Console.Verbosity = .normal, _ options: [String] = []
    ) async -> Outcome {
        let now = Timestamp(secondsSince1970: Self.start + hour * 3_600)
        let terminal = Terminal(verbosity: verbosity, transport: transport, now: now, folder: folder)
        return await terminal.update(folder("site"), to: folder("public"), ["--quiet-for", "24h"] + options)
    }

    @Test(arguments: [(HTTPTransport.refusing(404), HangarKit.ExitStatus.unavailable), (.refusing(429), .tryAgainLater)])
    func anAPIThatDoesNotAnswerIsToldWhenTheDataIsOlderThanThat(transport: HTTPTransport, status: HangarKit.ExitStatus) async throws {
        let folder = try await site()
        #expect(await update(folder, transport, hour: 24) == Outcome())
        let late = await update(folder, transport, hour: 25)
        #expect(late.status == status)
        #expect(late.diagnostics.count == 1)
        // A success begins anew.
        #expect(await update(folder, .answering(Records.two), hour: 26) == Outcome())
        #expect(await update(folder, transport, hour: 50) == Outcome())
    }

    @Test func whatIsHeldBackIsANoteAndStandsInTheStatusAndInJSON() async throws {
        let folder = try await site()
        let verbose = await update(folder, .refusing(404), hour: 1, verbosity: .verbose)
        #expect(verbose.status == .done)
        #expect(verbose.diagnostics.contains { $0.hasPrefix("hangar: note: https://ll.thespacedevs.com/2.3.0/") && $0.contains("404") })
        let report = try json(await update(folder, .refusing(404), hour: 2, ["--json"]).output)
        #expect(report["fetch"] == NSNull())
        #expect((report["held_back"] as? [String: Any])?["status"] as? Int == 69)
        #expect((report["build"] as? [String: Any])?["written"] as? [String] == [])
        #expect(report["error"] == nil)
        #expect(try folder.text("site/data/failed.json").contains("\"status\":69"))
    }

    @Test func anotherRunThatHoldsTheSiteIsHeldBackToo() async throws {
        let folder = try await site()
        let descriptor = open(folder("site"), O_RDONLY)
        defer { close(descriptor) }
        try #require(flock(descriptor, LOCK_EX) == 0)
        #expect(await update(folder, .answering(Records.two), hour: 24) == Outcome())
        let late = await update(folder, .answering(Records.two), hour: 25)
        #expect(
            late
                == Outcome(
                    status: .tryAgainLater,
                    diagnostics: ["hangar: error: ~/site: another fetch or update is at work on this site. Try again when it is done."]))
    }

    @Test func dataThatCannotBeUsedIsToldAtOnce() async throws {
        let folder = try await site()
        #expect(await update(folder, .answering("[1,"), hour: 1).status == .badData)
    }

    @Test func withoutAnyDataEverythingIsTold() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        #expect(await update(folder, .refusing(404), hour: 0).status == .unavailable)
    }

    @Test(arguments: ["24", "0h", "h", "-1h", "24 h", "1w", "99999d"])
    func anAgeIsAWholeNumberAndAUnit(age: String) async throws {
        let folder = try await site()
        let outcome = await Terminal(folder: folder).update(folder("site"), to: folder("public"), ["--quiet-for", age])
        #expect(outcome.status == .usage)
    }

    private func json(_ text: String) throws -> [String: NSObject] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: NSObject])
    }
}
