import Catalogue
import Foundation
import HangarKit
import LaunchLibrary
import TestSupport
import Testing

@Suite struct UpdateTests {
    private static let second = Records.page(
        Records.craft(11, "Aurora 1", status: "Retired"), Records.craft(12, "Aurora 2"), Records.craft(13, "Aurora 3"))

    private func site(adding tree: [String: String] = [:]) throws -> TemporaryFolder {
        try TemporaryFolder(["site/hangar.yml": smallestConfiguration].merging(tree) { _, added in added })
    }

    private func update(
        _ records: String, _ folder: TemporaryFolder, day: Int = 0, verbosity: Console.Verbosity = .normal,
        _ options: [String] = []
    ) async -> Outcome {
        let now = Timestamp(secondsSince1970: 1_772_000_000 + day * 86_400)
        let terminal = Terminal(verbosity: verbosity, transport: .answering(records), now: now, folder: folder)
        return await terminal.update(folder("site"), to: folder("public"), options)
    }

    @Test func theFirstRunPublishesTheSiteAndSaysSoInOneLine() async throws {
        let folder = try site()
        let outcome = await update(Records.two, folder)
        let count = try folder.files(in: "public").count - 1
        #expect(outcome == Outcome(output: "~/public: 4 added; \(count) files written\n"))
        #expect(await Terminal().check(folder("public")).status == .done)
    }

    @Test func whatItPublishesIsWhatAFetchAndABuildPublish() async throws {
        let folder = try site()
        _ = await update(Records.two, folder)
        let data = try folder.files(in: "site/data")
        let both = try site()
        _ = await Terminal(transport: .answering(Records.two)).fetch(both("site"))
        _ = await Terminal().build(both("site"), to: both("public"))
        #expect(try both.files(in: "site/data") == data)
        #expect(try both.files(in: "public") == folder.files(in: "public"))
    }

    @Test func whenNothingChangedItIsSilentOnTheSameDayAndOnTheNext() async throws {
        let folder = try site()
        _ = await update(Records.two, folder)
        #expect(await update(Records.two, folder) == Outcome())
        let home = try folder.text("public/index.html")
        #expect(await update(Records.two, folder, day: 1) == Outcome())
        #expect(try folder.text("public/index.html") == home)
    }

    @Test func whenSomethingChangedOneLineSaysWhatByNameWhereItIsLittle() async throws {
        let folder = try site()
        _ = await update(Records.two, folder)
        let before = try folder.identities(in: "public")
        let outcome = await update(Self.second, folder, day: 1)
        let written = try folder.identities(in: "public").count { before[$0.key] != $0.value && $0.key != ".hangar-manifest" }
        #expect(outcome == Outcome(output: "~/public: 1 added (Aurora 3), 1 changed (Aurora 1); \(written) files written\n"))
    }

    @Test func aChangeOfTheOperatorsOwnIsReportedToo() async throws {
        let folder = try site()
        _ = await update(Records.two, folder)
        try folder.write("Words of our own.", to: "site/content/about.txt")
        #expect(await update(Records.two, folder) == Outcome(output: "~/public: no record changed; 1 file written\n"))
    }

    @Test func quietSaysNothingAtAllVerboseSaysWhatFetchAndBuildSay() async throws {
        let folder = try site()
        #expect(await update(Records.two, folder, verbosity: .quiet) == Outcome())
        let outcome = await update(Records.two, folder, verbosity: .verbose)
        #expect(outcome.output.hasPrefix("~/site/data/snapshot.json: 2 spacecraft, 1 configuration; nothing changed\n~/public: "))
        #expect(outcome.diagnostics.contains("hangar: note: page 3 of 3"))
    }

    @Test func aWarningThatComesWithEveryRunIsReportedOnceAndAgainAfterItWasGone() async throws {
        let folder = try site(adding: ["site/template/x": ""])
        let warning = "hangar: warning: ~/site/template: nothing reads this. Did you mean \"Templates\"?"
        #expect(await update(Records.two, folder).diagnostics == [warning])
        #expect(await update(Records.two, folder) == Outcome())
        #expect(try folder.text("site/data/warnings.txt") == warning.replacing("~", with: folder.path) + "\n")
        #expect(await update(Self.second, folder).diagnostics == [])
        // A run that says more or less does not forget what was told.
        #expect(await update(Self.second, folder, verbosity: .quiet) == Outcome())
        #expect(await update(Self.second, folder, verbosity: .verbose).diagnostics.contains(warning))
        #expect(await update(Self.second, folder) == Outcome())
        try FileManager.default.removeItem(atPath: folder("site/template"))
        #expect(await update(Self.second, folder) == Outcome())
        #expect(!folder.exists("site/data/warnings.txt"))
        try folder.write("", to: "site/template/x")
        #expect(await update(Self.second, folder).diagnostics == [warning])
    }

    @Test(arguments: [
        (HTTPTransport.refusing(500), HangarKit.ExitStatus.unavailable), (.refusing(429), .tryAgainLater),
        (.answering("<!doctype html>"), .badData),
    ])
    func aFetchThatFailsLeavesEverythingAsItWasAndHasItsOwnExitCode(transport: HTTPTransport, status: HangarKit.ExitStatus) async throws {
        let folder = try site()
        _ = await update(Records.two, folder)
        let (data, published) = (try folder.identities(in: "site/data"), try folder.identities(in: "public"))
        let outcome = await Terminal(transport: transport, folder: folder).update(folder("site"), to: folder("public"))
        #expect(outcome.status == status)
        #expect(outcome.output == "")
        #expect(outcome.diagnostics.count == 1)
        #expect(try folder.identitiesBesidesFailures(in: "site/data") == data)
        #expect(try folder.identities(in: "public") == published)
    }

    @Test func afterAFetchThatFailedWhatChangedInTheSiteFolderIsBuilt() async throws {
        let folder = try site()
        _ = await update(Records.two, folder)
        try folder.write("Words of our own.", to: "site/content/about.txt")
        let outcome = await Terminal(transport: .refusing(404), folder: folder).update(folder("site"), to: folder("public"))
        #expect(outcome.status == .unavailable)
        #expect(outcome.output == "~/public: 1 file written\n")
        #expect(outcome.diagnostics.count == 1)
        #expect(try folder.text("public/about/index.html").contains("Words of our own."))
    }

    @Test func whenBothHalvesFailBothAreToldWithTheStatusOfTheFetch() async throws {
        let folder = try site()
        _ = await update(Records.two, folder)
        try folder.write("{{#a}}", to: "site/Templates/pages/about.html.mustache")
        let outcome = await Terminal(transport: .refusing(404), folder: folder).update(folder("site"), to: folder("public"))
        #expect(outcome.status == .unavailable)
        #expect(outcome.diagnostics.count == 2)
        #expect(outcome.diagnostics.last?.hasPrefix("hangar: error: ~/site/Templates/pages/about.html.mustache:1:1: ") == true)
    }

    @Test func aKeyThatTheConfigurationNamesAndNobodySetIsAWarningOnceAlsoWhenTheFetchFails() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration + "source: {api_key_variable: POLAR_KEY}\n"])
        let warning =
            "hangar: warning: ~/site/hangar.yml: source › api_key_variable: POLAR_KEY is not set, so the API is asked without a key. "
            + "Set it in the environment of this command, or remove the line to ask without a key."
        #expect(await update(Records.two, folder).diagnostics == [warning])
        #expect(await update(Records.two, folder) == Outcome())
        let failed = await Terminal(transport: .refusing(404), folder: folder).update(folder("site"), to: folder("public"))
        #expect(failed.diagnostics.count == 1)
        #expect(await update(Records.two, folder) == Outcome())
        let terminal = Terminal(variables: ["POLAR_KEY": "s3cret"], transport: .answering(Records.two), folder: folder)
        #expect(await terminal.update(folder("site"), to: folder("public")) == Outcome())
        #expect(await update(Records.two, folder).diagnostics == [warning])
    }

    @Test func aBuildThatFailsAfterAGoodFetchLeavesThePublishedSiteAsItWasTheNextRunBuildsWhateverItsFetchFinds() async throws {
        let folder = try site()
        _ = await update(Records.two, folder)
        let published = try folder.identities(in: "public")
        try folder.write("{{#a}}", to: "site/Templates/pages/about.html.mustache")
        let failed = await update(Self.second, folder, day: 1)
        #expect(failed.status == .badData)
        #expect(failed.output == "")
        #expect(failed.diagnostics.count == 1)
        #expect(try folder.identities(in: "public") == published)
        try FileManager.default.removeItem(atPath: folder("site/Templates"))
        #expect(await update(Self.second, folder, day: 1).status == .done)
        #expect(folder.exists("public/spacecraft/13-aurora-3/index.html"))
    }

    @Test func whatCannotWorkIsRefusedBeforeAnythingIsFetched() async throws {
        let folder = try site()
        let outcome = await update(Records.two, folder, ["--base-url", "example.org"])
        #expect(outcome.status == .usage)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("site")) == ["hangar.yml"])
    }

    @Test func jsonReportsAllOfBothHalvesAsOneObjectAlsoWhenNothingChanged() async throws {
        let folder = try site()
        _ = await update(Records.page(Records.craft(11, "Aurora 1")), folder)
        let outcome = await update(
            Records.page(Records.craft(11, "Aurora 1", status: "Retired")), folder, day: 1, verbosity: .quiet, ["--json"])
        let report = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: NSObject])
        #expect(report.keys.sorted() == ["build", "command", "fetch", "format_version", "held_back"])
        #expect((report["build"] as? [String: Any])?["output"] as? String == "~/public")
        #expect(
            report["fetch"]
                == [
                    "snapshot": "~/site/data/snapshot.json", "source": "https://ll.thespacedevs.com/2.3.0/",
                    "data_as_of": "2026-02-26T06:13:20Z",
                    "counts": ["spacecraft": 1, "configurations": 1, "agencies": 1, "families": 0, "pictures": 0],
                    "made_anew": false,
                    "changes": [
                        [
                            "kind": "spacecraft", "id": 11, "name": "Aurora 1", "event": "changed",
                            "fields": [["field": "status", "from": "6", "to": "7"]],
                        ]
                    ],
                    "set_aside": [], "pictures": NSNull(), "warnings": [],
                ] as NSDictionary)
        #expect(outcome.diagnostics == [])
        let same = await update(Records.page(Records.craft(11, "Aurora 1", status: "Retired")), folder, day: 1, ["--json"])
        #expect(same.output.contains("\"changes\": [],"))
        #expect(same.output.contains("\"written\": [],"))
    }

    @Test func fetchJsonReportsAsOneObjectWhole() async throws {
        let folder = try site()
        let terminal = Terminal(transport: .answering(Records.page(Records.craft(11, "Aurora 1"))), folder: folder)
        #expect(
            await terminal.fetch(folder("site"), ["--json"])
                == Outcome(
                    output: """
                        {
                          "format_version": 1,
                          "command": "fetch",
                          "snapshot": "~/site/data/snapshot.json",
                          "source": "https://ll.thespacedevs.com/2.3.0/",
                          "data_as_of": "2026-02-25T06:13:20Z",
                          "counts": {
                            "spacecraft": 1,
                            "configurations": 1,
                            "agencies": 1,
                            "families": 0,
                            "pictures": 0
                          },
                          "made_anew": false,
                          "changes": [
                            {
                              "kind": "spacecraft",
                              "id": 11,
                              "name": "Aurora 1",
                              "event": "appeared"
                            },
                            {
                              "kind": "spacecraft_configuration",
                              "id": 61,
                              "name": "Aurora M",
                              "event": "appeared"
                            },
                            {
                              "kind": "agency",
                              "id": 501,
                              "name": "Polar Space Bureau",
                              "event": "appeared"
                            }
                          ],
                          "set_aside": [],
                          "pictures": null,
                          "warnings": []
                        }

                        """))
    }

    @Test func aSecondRunLearnsWhichProcessHoldsTheSiteAndSinceWhenAKilledHolderHoldsNothing() async throws {
        let folder = try site()
        _ = await update(Records.two, folder)
        let before = try folder.identities(in: "site")
        let patient = HTTPResponse.json("", status: 503, headers: ["Retry-After": "300"])
        let stub = StubAPI { _, _ in patient }
        try await stub.serve { root in
            let holder = Process()
            holder.executableURL = URL(fileURLWithPath: Executable.path)
            holder.arguments = ["update", "--site", folder("site"), "--output", folder("public"), "--from", root]
            holder.environment = Executable.environment(cache: folder("cache"), Executable.withoutCoverage)
            holder.standardError = FileHandle.nullDevice
            try holder.run()
            defer { if holder.isRunning { kill(holder.processIdentifier, SIGKILL) } }
            // A run that asks the API holds the lock of the site.
            while stub.asked.isEmpty, holder.isRunning { try await Task.sleep(for: .milliseconds(20)) }
            let outcome = await Terminal(transport: .answering(Records.two), folder: folder).fetch(folder("site"))
            let message = try #require(outcome.diagnostics.first)
            let pattern =
                #/hangar: error: ~/site: another fetch or update is at work on this site \(process (\d+), since (\S+)\). Try again when it is done./#
            let match = try #require(message.wholeMatch(of: pattern), "\(message)")
            #expect(outcome.status == .tryAgainLater)
            #expect(match.1 == "\(holder.processIdentifier)")
            #expect(outcome.diagnostics.count == 1)
            #expect(try folder.identities(in: "site") == before)
            #expect(match.2.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
            kill(holder.processIdentifier, SIGKILL)
            holder.waitUntilExit()
            #expect(await Terminal(transport: .answering(Records.two), folder: folder).fetch(folder("site")).status == .done)
        }
    }
}
