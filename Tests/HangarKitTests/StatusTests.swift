import Catalogue
import Foundation
import HangarKit
import LaunchLibrary
import TestSupport
import Testing

@Suite struct StatusTests {
    /// A site that was last updated 2026-02-25T06:13:20Z.
    private func site() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        let outcome = await update(folder, .answering(Records.two), minute: 0)
        try #require(outcome.status == .done, "\(outcome)")
        return folder
    }

    private func terminal(_ folder: TemporaryFolder, _ transport: HTTPTransport, minute: Int) -> Terminal {
        Terminal(transport: transport, now: Timestamp(secondsSince1970: 1_772_000_000 + minute * 60), folder: folder)
    }

    private func update(_ folder: TemporaryFolder, _ transport: HTTPTransport, minute: Int) async -> Outcome {
        await terminal(folder, transport, minute: minute).update(folder("site"), to: folder("public"))
    }

    private func status(_ folder: TemporaryFolder, minute: Int, _ options: [String] = []) async -> Outcome {
        await terminal(folder, .refusing(404), minute: minute).run(StatusCommand.self, ["--site", folder("site")] + options)
    }

    @Test func itSaysWhenTheSourceWasCheckedAndWhenItLastChanged() async throws {
        let folder = try await site()
        _ = await update(folder, .answering(Records.two), minute: 150)
        let head = "~/site: checked 50 min ago (2026-02-25T08:43:20Z); last change 3 h ago (2026-02-25T06:13:20Z); 2 spacecraft\n"
        #expect(await status(folder, minute: 200) == Outcome(output: head))
        #expect(!folder.exists("site/data/failed.json"))
    }

    @Test func aFetchThatFailedIsShownUntilOneSucceeds() async throws {
        let folder = try await site()
        let throttled = HTTPTransport { (request) throws(TransportError) in
            var response = HTTPResponse.json("{}", status: 429, headers: ["Retry-After": "3600"])
            response.url = request.url
            return response
        }
        for minute in [0, 60] { #expect(await update(folder, throttled, minute: minute).status == .tryAgainLater) }
        let page = "https://ll.thespacedevs.com/2.3.0/spacecraft/?format=json&limit=100&mode=normal&ordering=id"
        #expect(
            await status(folder, minute: 90).output.split(separator: "\n") == [
                "~/site: checked 1 h ago (2026-02-25T06:13:20Z); last change 1 h ago (2026-02-25T06:13:20Z); 2 spacecraft",
                "last fetch failed 30 min ago (2026-02-25T07:13:20Z), and since 1 h, with status 75: \(page): the API allows no more requests "
                    + "for now. Try again after 2026-02-25T08:13:20Z, or use an API key.",
                "next request allowed in 30 min (2026-02-25T08:13:20Z)",
            ])
        #expect(await status(folder, minute: 121).output.split(separator: "\n").count == 2)
        _ = await update(folder, .answering(Records.two), minute: 130)
        #expect(await status(folder, minute: 130).output.split(separator: "\n").count == 1)
    }

    @Test func jsonHasTheSameAsOneObject() async throws {
        let folder = try await site()
        _ = await update(folder, .refusing(404), minute: 30)
        #expect(
            await status(folder, minute: 90, ["--json"])
                == Outcome(
                    output: """
                        {
                          "format_version": 1,
                          "command": "status",
                          "site": "~/site",
                          "source": "https://ll.thespacedevs.com/2.3.0/",
                          "checked_at": "2026-02-25T06:13:20Z",
                          "age_seconds": 5400,
                          "changed_at": "2026-02-25T06:13:20Z",
                          "counts": {
                            "spacecraft": 2,
                            "configurations": 1,
                            "agencies": 1,
                            "families": 0,
                            "pictures": 0
                          },
                          "failures": {
                            "fetch": {
                              "failed_at": "2026-02-25T06:43:20Z",
                              "since": "2026-02-25T06:43:20Z",
                              "status": 69,
                              "problems": [
                                {
                                  "place": "https://ll.thespacedevs.com/2.3.0/spacecraft/?format=json&limit=100&mode=normal&ordering=id",
                                  "what": "answered with status 404",
                                  "remedy": "There is no Launch Library API here; name its root, such as https://ll.thespacedevs.com/2.3.0/."
                                }
                              ],
                              "try_again_at": null
                            },
                            "build": null
                          },
                          "next_request_at": null
                        }

                        """))
    }

    @Test func withMaxAgeTheExitStatusSaysWhetherTheDataIsOlder() async throws {
        let folder = try await site()
        #expect(await status(folder, minute: 90, ["--max-age", "90m"]).status == .done)
        let old = await status(folder, minute: 91, ["--max-age", "90m"])
        #expect(old.status == .badData)
        #expect(old.output.hasPrefix("~/site: checked 1 h ago "))
        #expect(
            old.diagnostics == [
                "hangar: error: ~/site/data/snapshot.json: the data was checked 1 h ago, and 90m are allowed. See whether 'hangar update' is run."
            ])
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(await status(folder, minute: 91, ["--max-age", "90m", "--json"]).output.utf8))
                as? [String: Any])
        #expect(report["age_seconds"] as? Int == 5_460)
        #expect((report["error"] as? [String: Any])?["status"] as? Int == 65)
    }

    @Test func aBuildThatKeepsFailingMakesTheSiteOldToo() async throws {
        let folder = try await site()
        try folder.write("{{#a}}", to: "site/Templates/pages/about.html.mustache")
        for minute in [30, 60, 120] { #expect(await update(folder, .answering(Records.two), minute: minute).status == .badData) }
        #expect(await status(folder, minute: 120, ["--max-age", "90m"]).status == .done)
        let old = await status(folder, minute: 121, ["--max-age", "90m"])
        #expect(old.status == .badData)
        #expect(
            old.diagnostics == [
                "hangar: error: ~/site: the build has failed for 1 h, and 90m are allowed. Mend what keeps the build from it."
            ])
        #expect(
            old.output.split(separator: "\n").last?.hasPrefix(
                "last build failed 1 min ago (2026-02-25T08:13:20Z), and since 1 h, with status 65: ~/site/Templates/pages/about.html.mustache:1:1: "
            ) == true)
    }

    @Test func beforeTheFirstFetchThereIsNothingToBeOld() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        #expect(await status(folder, minute: 0) == Outcome(output: "~/site: nothing fetched yet\n"))
        #expect(await status(folder, minute: 0, ["--max-age", "24h"]).status == .noInput)
    }

    @Test func theAgeOfASavedCopyIsNotKnown() async throws {
        let folder = try await fetchedSite()
        #expect(await status(folder, minute: 0) == Outcome(output: "~/site: from a saved copy; 2 spacecraft\n"))
        #expect(await status(folder, minute: 0, ["--max-age", "24h"]).status == .badData)
    }

    @Test(arguments: ["", "{", "[]", "{\"fetch\":{}}", "{\"fetch\":{\"failed_at\":\"yesterday\",\"status\":69}}"])
    func aNoteOfAFailureThatCannotBeReadCountsAsNone(note: String) async throws {
        let folder = try await site()
        try folder.write(note, to: "site/data/failed.json")
        #expect(await status(folder, minute: 1, ["--max-age", "24h"]).output.split(separator: "\n").count == 1)
        #expect(await update(folder, .refusing(404), minute: 2).status == .unavailable)
        #expect(await status(folder, minute: 3).output.contains("last fetch failed 1 min ago"))
    }

    @Test func aPauseOfYearsInANoteIsADayInAllThatIsSaidOfIt() async throws {
        let folder = try await site()
        let pause = "\"asked_at\":\"2026-02-25T06:13:20Z\",\"try_again_at\":\"2036-02-25T06:13:20Z\""
        try folder.write(
            "{\"fetch\":{\"failed_at\":\"2026-02-25T06:13:20Z\",\"status\":75,\"try_again_at\":\"2036-02-25T06:13:20Z\"},"
                + "\"pauses\":[{\"source\":\"https://ll.thespacedevs.com/2.3.0/\",\"key\":null,\(pause)}]}",
            to: "site/data/failed.json")
        let lines = await status(folder, minute: 1, ["--json"]).output.split(separator: "\n")
        #expect(
            lines.map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.contains("2026-02-26") || $0.contains("2036") } == [
                "\"try_again_at\": \"2026-02-26T06:13:20Z\"", "\"next_request_at\": \"2026-02-26T06:13:20Z\"",
            ])
    }

    @Test func aFailureIsNoInputOfThePages() async throws {
        let folder = try await site()
        let published = try folder.identities(in: "public")
        _ = await update(folder, .refusing(404), minute: 30)
        #expect(try folder.identities(in: "public") == published)
        #expect(folder.exists("site/data/failed.json"))
    }
}
