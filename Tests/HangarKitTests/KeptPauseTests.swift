import Catalogue
import Foundation
import HangarKit
import LaunchLibrary
import Synchronization
import TestSupport
import Testing

/// The moment from which the source, as it said, allows the next request: before it, it is not asked.
@Suite struct KeptPauseTests {
    private static let configuration = smallestConfiguration + "source: {api_key_variable: LAUNCH_LIBRARY_KEY}\n"

    private final class Source: Sendable {
        private let asked = Mutex(0)
        private let answer: HTTPResponse

        /// - Parameter answer: nil for the records.
        init(_ answer: HTTPResponse? = nil) { self.answer = answer ?? .json(Records.two) }

        var requests: Int { asked.withLock { $0 } }

        var transport: HTTPTransport {
            let records = HTTPTransport.answering(Records.two)
            return HTTPTransport { [self] (request) throws(TransportError) in
                asked.withLock { $0 += 1 }
                guard answer.status != 200 else { return try await records.send(request) }
                var response = answer
                response.url = request.url
                return response
            }
        }

        static func throttled(_ pause: String) -> Source { Source(.json("{}", status: 429, headers: ["Retry-After": pause])) }
    }

    /// A site that was fetched at the hour 0, of 2026-02-25T06:13:20Z.
    private func site() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder(["site/hangar.yml": Self.configuration])
        let outcome = await update(folder, Source(), minute: 0)
        try #require(outcome.status == .done, "\(outcome)")
        return folder
    }

    private func update(
        _ folder: TemporaryFolder, _ source: Source, minute: Int, key: String = "", _ options: [String] = []
    ) async -> Outcome {
        let now = Timestamp(secondsSince1970: 1_772_000_000 + minute * 60)
        let terminal = Terminal(
            variables: ["LAUNCH_LIBRARY_KEY": key], transport: source.transport, now: now, folder: folder)
        let outcome = await terminal.update(folder("site"), to: folder("public"), options)
        return Outcome(
            status: outcome.status, output: outcome.output, diagnostics: outcome.diagnostics.filter { !$0.contains("is not set") })
    }

    @Test func beforeItTheSourceIsNotAskedAndTheSiteIsBuilt() async throws {
        let folder = try await site()
        _ = await update(folder, .throttled("3600"), minute: 30)
        try folder.write("A word of our own.", to: "site/content/contact.md")
        let source = Source()
        let early = await update(folder, source, minute: 60)
        #expect(source.requests == 0)
        #expect(early.status == .tryAgainLater)
        #expect(
            early.diagnostics == [
                "hangar: error: https://ll.thespacedevs.com/2.3.0/: not asked: as it said 30 min ago, it allows no request before "
                    + "2026-02-25T07:43:20Z. Try again after that, use an API key, or ask all the same with --ask-anyway."
            ])
        #expect(folder.exists("public/contact/index.html"))
        // The note stays the one of the refusal.
        #expect(try folder.text("site/data/failed.json").contains("\"failed_at\":\"2026-02-25T06:43:20Z\""))
        #expect(await update(folder, source, minute: 90).status == .done)
        #expect(source.requests > 0)
        #expect(!folder.exists("site/data/failed.json"))
    }

    @Test func itIsHeldBackByQuietForAndStandsInJSON() async throws {
        let folder = try await site()
        _ = await update(folder, .throttled("3600"), minute: 30)
        #expect(await update(folder, Source(), minute: 60, ["--quiet-for", "24h"]) == Outcome())
        let outcome = await update(folder, Source(), minute: 60, ["--json"])
        let report = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let error = try #require(report["error"] as? [String: Any])
        #expect(error["status"] as? Int == 75)
        #expect(error["try_again_at"] as? String == "2026-02-25T07:43:20Z")
    }

    @Test func anotherKeyAnotherSourceAndAskAnywayAskAtOnce() async throws {
        for (key, options) in [("s3cret", []), ("", ["--from", "https://example.org/2.3.0/"]), ("", ["--ask-anyway"])] {
            let folder = try await site()
            _ = await update(folder, .throttled("3600"), minute: 30)
            let source = Source()
            #expect(await update(folder, source, minute: 31, key: key, options).status == .done)
            #expect(source.requests > 0)
        }
    }

    @Test func whatIsReadFromElsewhereMeanwhileDoesNotEndIt() async throws {
        let folder = try await site()
        try folder.write(Records.two, to: "saved.json")
        _ = await update(folder, .throttled("3600"), minute: 30)
        #expect(await update(folder, Source(), minute: 31, ["--from", folder("saved.json")]).status == .done)
        #expect(await update(folder, Source(), minute: 32, ["--from", "https://example.org/2.3.0/"]).status == .done)
        #expect(await update(folder, .throttled("7200"), minute: 33, ["--from", "https://example.net/2.3.0/"]).status == .tryAgainLater)
        let source = Source()
        #expect(await update(folder, source, minute: 60).status == .tryAgainLater)
        #expect(await update(folder, source, minute: 93, ["--from", "https://example.net/2.3.0/"]).status == .tryAgainLater)
        #expect(source.requests == 0)
        #expect(await update(folder, source, minute: 90).status == .done)
    }

    @Test func aRootIsTheSameWithAndWithoutASlashAtItsEnd() async throws {
        let folder = try await site()
        let root = "https://ll.thespacedevs.com/2.3.0"
        _ = await update(folder, .throttled("3600"), minute: 30)
        let source = Source()
        #expect(await update(folder, source, minute: 31, ["--from", root]).status == .tryAgainLater)
        #expect(source.requests == 0)
    }

    @Test func theClientsOwnWaitIsNoPauseOfTheSource() async throws {
        let folder = try await site()
        let refused = await update(folder, Source(.json("{}", status: 429)), minute: 30)
        #expect(refused.status == .tryAgainLater)
        let words = "the API allows no more requests for now. Try again later, or use an API key."
        #expect(refused.diagnostics.first?.hasSuffix(words) == true)
        #expect(try !folder.text("site/data/failed.json").contains("try_again_at"))
        #expect(await update(folder, Source(), minute: 30).status == .done)
    }

    @Test func theKeyThatWasRefusedIsNotAskedWithAndNotShown() async throws {
        let folder = try await site()
        _ = await update(folder, .throttled("3600"), minute: 30, key: "s3cret")
        let source = Source()
        #expect(
            await update(folder, source, minute: 60, key: "s3cret").diagnostics == [
                "hangar: error: https://ll.thespacedevs.com/2.3.0/: not asked: as it said 30 min ago, it allows no request before "
                    + "2026-02-25T07:43:20Z. Try again after that, or ask all the same with --ask-anyway."
            ])
        #expect(source.requests == 0)
        let note = try folder.text("site/data/failed.json")
        #expect(!note.contains("s3cret"))
        // Two bytes of its SHA-256, 1ec1….
        #expect(note.contains("\"key\":\"1ec1\""))
    }

    @Test func aBuildFromTheSourceKeepsItAndNotesOne() async throws {
        let folder = try await site()
        let root = "https://ll.thespacedevs.com/2.3.0/"
        func build(_ source: Source, minute: Int, _ options: [String] = []) async -> Outcome {
            let terminal = Terminal(
                transport: source.transport, now: Timestamp(secondsSince1970: 1_772_000_000 + minute * 60), folder: folder)
            return await terminal.build(folder("site"), to: folder("built"), ["--from", root, "--quiet"] + options)
        }
        #expect(await build(.throttled("3600"), minute: 30).status == .tryAgainLater)
        // It is no failure of the regular work.
        #expect(
            try folder.text("site/data/failed.json") == """
                {"pauses":[{"source":"\(root)","asked_at":"2026-02-25T06:43:20Z","try_again_at":"2026-02-25T07:43:20Z"}]}

                """)
        let source = Source()
        #expect(
            await build(source, minute: 60).diagnostics == [
                "hangar: error: \(root): not asked: as it said 30 min ago, it allows no request before 2026-02-25T07:43:20Z. "
                    + "Try again after that, use an API key, or ask all the same with --ask-anyway."
            ])
        #expect(await update(folder, source, minute: 60).status == .tryAgainLater)
        #expect(source.requests == 0)
        #expect(await build(source, minute: 61, ["--ask-anyway"]).status == .done)
        #expect(!folder.exists("site/data/failed.json"))
    }

    @Test func aBuildThatAsksNoSourceIsNotToldToAskAnyway() async throws {
        let folder = try await site()
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("built"), ["--ask-anyway"])
        #expect(outcome.status == .usage)
        #expect(outcome.diagnostics == ["--ask-anyway is for an API that --from names. Without --from a build asks none."])
        #expect(!folder.exists("built"))
    }

    @Test func aServerInTroubleThatNamesAPauseIsGivenIt() async throws {
        for status in [503, 403] {
            let folder = try await site()
            let refusing = Source(.json("{}", status: status, headers: ["Retry-After": "3600"]))
            #expect(await update(folder, refusing, minute: 30).status == .unavailable)
            let source = Source()
            #expect(await update(folder, source, minute: 60).status == .tryAgainLater)
            #expect(source.requests == 0)
        }
    }

    @Test(arguments: ["99999999999", "Tue, 25 Feb 2036 06:13:20 GMT", "9223372036854775807"])
    func aPauseOfYearsIsADay(pause: String) async throws {
        let folder = try await site()
        _ = await update(folder, .throttled(pause), minute: 0)
        let source = Source()
        #expect(await update(folder, source, minute: 23 * 60).status == .tryAgainLater)
        #expect(source.requests == 0)
        #expect(await update(folder, source, minute: 24 * 60).status == .done)
    }

    @Test func aNoteThatWasWrittenBySomebodyElseStopsNoSiteForMoreThanADay() async throws {
        let folder = try await site()
        _ = await update(folder, .throttled("3600"), minute: 0)
        let note = try folder.text("site/data/failed.json")
        try folder.write(note.replacing("\"try_again_at\":\"2026-", with: "\"try_again_at\":\"2036-"), to: "site/data/failed.json")
        #expect(await update(folder, Source(), minute: 24 * 60 - 1).status == .tryAgainLater)
        #expect(await update(folder, Source(), minute: 24 * 60).status == .done)
    }

    @Test func aNoteOfAClockThatWasSetBackSinceDoesNotHold() async throws {
        let folder = try await site()
        _ = await update(folder, .throttled("3600"), minute: 525_600)
        #expect(await update(folder, Source(), minute: 60).status == .done)
    }

    @Test func aNoteWithoutItsSourceDoesNotHold() async throws {
        let folder = try await site()
        try folder.write(
            "{\"pauses\":[{\"asked_at\":\"2026-02-25T06:13:20Z\",\"try_again_at\":\"2026-02-25T08:13:20Z\"}]}",
            to: "site/data/failed.json")
        #expect(await update(folder, Source(), minute: 1).status == .done)
    }
}
