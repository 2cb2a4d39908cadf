import Catalogue
import Foundation
import LaunchLibrary
import TestSupport
import Testing

/// What `hangar update` writes when cron runs it each hour.
@Suite struct HourlyUpdateTests {
    private static let compressing = smallestConfiguration + "publish:\n  compress:\n    gzip: 6\n    brotli: 5\n"

    private func site() throws -> TemporaryFolder { try TemporaryFolder(["site/hangar.yml": Self.compressing]) }

    /// The files that an update of this hour writes in the output and in the site folder. The first hour is 2026-02-25T06:13:20Z.
    private func update(_ folder: TemporaryFolder, _ craft: [String], hour: Int) async throws -> Written {
        let (output, data) = (try identities(folder, "public"), try identities(folder, "site"))
        let terminal = Terminal(
            transport: .answering(Records.page(craft)), now: Timestamp(secondsSince1970: 1_772_000_000 + hour * 3_600), folder: folder)
        let outcome = await terminal.update(folder("site"), to: folder("public"))
        try #require(outcome.status == .done, "\(outcome)")
        func changed(_ before: [String: TemporaryFolder.Identity], _ after: [String: TemporaryFolder.Identity]) -> [String] {
            after.keys.filter { before[$0] != after[$0] }.sorted()
        }
        return Written(
            output: changed(output, try identities(folder, "public")), site: changed(data, try identities(folder, "site")),
            line: outcome.output)
    }

    private struct Written: Equatable {
        let output: [String]
        let site: [String]
        var line = ""
    }

    private func identities(_ folder: TemporaryFolder, _ name: String) throws -> [String: TemporaryFolder.Identity] {
        folder.exists(name) ? try folder.identities(in: name) : [:]
    }

    private static let nothingButTheCheck = Written(output: ["status.json"], site: ["data/checked.json"])

    @Test func anUpdateThatFindsNothingWritesTheMomentOfTheCheckAlone() async throws {
        let folder = try site()
        let craft = [Records.craft(11, "Aurora 1"), Records.craft(12, "Aurora 2")]
        _ = try await update(folder, craft, hour: 0)
        #expect(try await update(folder, craft, hour: 1) == Self.nothingButTheCheck)
        // The next day is no news either.
        #expect(try await update(folder, craft, hour: 25) == Self.nothingButTheCheck)
        #expect(try folder.text("site/data/checked.json") == "{\"checked_at\":\"2026-02-26T07:13:20Z\"}\n")
        #expect(
            try folder.text("public/status.json") == """
                {
                  "checked_at": "2026-02-26T07:13:20Z",
                  "changed_at": "2026-02-25T06:13:20Z",
                  "counts": {
                    "spacecraft": 2,
                    "configurations": 1,
                    "agencies": 1,
                    "families": 0,
                    "pictures": 0
                  },
                  "version": "0.1.0",
                  "source": "https://ll.thespacedevs.com/2.3.0/"
                }

                """)
        #expect(await Terminal().check(folder("public")).status == .done)
    }

    @Test func theTimesOfTenCraftInSpaceGoOnByAnHourAndNothingElseIsWritten() async throws {
        let folder = try site()
        func craft(_ hours: Int) -> [String] { (11...20).map { Records.craft($0, "Aurora \($0)", inSpaceFor: "P10DT\(hours)H\($0)M") } }
        _ = try await update(folder, craft(1), hour: 0)
        for hour in 1...2 { #expect(try await update(folder, craft(1 + hour), hour: hour) == Self.nothingButTheCheck) }
        #expect(try folder.text("public/spacecraft/11-aurora-11/index.html").contains("<time datetime=\"P10D\">10\u{A0}d</time>"))
    }

    @Test func aDayThatIsFullCountsOnceADayForAllCraftTogether() async throws {
        let folder = try site()
        func craft(_ first: String, _ second: String) -> [String] {
            [Records.craft(11, "Aurora 1", inSpaceFor: first), Records.craft(12, "Aurora 2", inSpaceFor: second)]
        }
        _ = try await update(folder, craft("P10DT22H", "P20DT21H"), hour: 0)
        // The eleventh day of the one and the twenty-first of the other are full at different hours of this day.
        for (hour, times) in [(1, ("P10DT23H", "P20DT22H")), (2, ("P11D", "P20DT23H")), (3, ("P11DT1H", "P21D"))] {
            #expect(try await update(folder, craft(times.0, times.1), hour: hour) == Self.nothingButTheCheck)
        }
        let next = try await update(folder, craft("P11DT16H", "P21DT15H"), hour: 18)
        #expect(next.site == ["data/checked.json", "data/snapshot.json"])
        #expect(next.line == "")
        #expect(next.output.contains("spacecraft/11-aurora-1/index.html"))
        #expect(try folder.text("public/spacecraft/11-aurora-1/index.html").contains("<time datetime=\"P11D\">11\u{A0}d</time>"))
        #expect(try folder.text("public/data/spacecraft.csv").contains(",\(11 * 86_400),"))
        #expect(try await update(folder, craft("P11DT17H", "P21DT16H"), hour: 19) == Self.nothingButTheCheck)
    }

    @Test func belowTwoDaysEachHourCounts() async throws {
        let folder = try site()
        _ = try await update(folder, [Records.craft(11, "Aurora 1", inSpaceFor: "P1DT2H10M")], hour: 0)
        #expect(
            try await update(folder, [Records.craft(11, "Aurora 1", inSpaceFor: "P1DT2H59M")], hour: 1) == Self.nothingButTheCheck)
        let next = try await update(folder, [Records.craft(11, "Aurora 1", inSpaceFor: "P1DT3H5M")], hour: 2)
        #expect(next.site == ["data/checked.json", "data/snapshot.json"])
        let page = try folder.text("public/spacecraft/11-aurora-1/index.html")
        #expect(page.contains("<time datetime=\"P1DT3H\">1\u{A0}d 3\u{A0}h</time>"))
    }

    @Test func whatTheSourceCorrectsIsTakenAtOnce() async throws {
        let folder = try site()
        _ = try await update(folder, [Records.craft(11, "Aurora 1", inSpaceFor: "P10D")], hour: 0)
        for time in ["P7D", "P40D"] {
            _ = try await update(folder, [Records.craft(11, "Aurora 1", inSpaceFor: time)], hour: 1)
            #expect(try folder.text("public/spacecraft/11-aurora-1/index.html").contains("<time datetime=\"\(time)\">"))
        }
    }

    @Test func aCraftThatChangedIsWrittenWhereItIsShownAndThePagesOfOthersKeepTheirDate() async throws {
        let folder = try site()
        func craft(_ description: String) -> [String] {
            [
                Records.craft(11, "Aurora 1", description: description), Records.craft(12, "Aurora 2"),
                Records.craft(13, "Aurora 3", inSpaceFor: "P10DT1H"),
            ]
        }
        _ = try await update(folder, craft("A craft."), hour: 0)
        let next = try await update(folder, craft("A craft with a history."), hour: 24)
        #expect(next.line == "~/public: 1 changed (Aurora 1); \(next.output.count - 1) files written\n")
        #expect(next.site == ["data/checked.json", "data/history.jsonl", "data/snapshot.json"])
        let orders = ["id", "name", "flights", "mission-ends", "time-docked", "time-in-space"]
        #expect(
            Set(next.output.filter { !$0.hasSuffix(".gz") && !$0.hasSuffix(".br") })
                == Set(
                    // What it holds now, and what tells of the change.
                    [
                        "spacecraft/11-aurora-1/index.html", "spacecraft/11-aurora-1/index.json", "data/spacecraft.csv",
                        "data/spacecraft.json",
                        "data/spacecraft.sqlite", "feed.json", "feed.xml",
                        "changes/index.html",
                        "index.html", "sitemap.xml", "status.json",
                    ]
                        // What shows its row, which has the mark 'changed' now: its group, its siblings, all tables and the search.
                        + [
                            "agencies/501-polar-space-bureau/index.html", "configurations/61-aurora-m/index.html",
                            "statuses/6-active/index.html",
                            "types/2-capsule/index.html", "spacecraft/12-aurora-2/index.html", "spacecraft/13-aurora-3/index.html",
                            "records/index.html", "data/search.json", "spacecraft/index.html",
                        ]
                        + orders.filter { $0 != "name" }.map { "spacecraft/by-\($0)/index.html" }
                        + orders.map { "spacecraft/by-\($0)/\(["id", "name"].contains($0) ? "de" : "a")scending/index.html" }
                        // The stamps of the precompressed files.
                        + [".hangar-manifest"]))
        func date(_ page: String) throws -> String? {
            try folder.text("public/\(page)index.html").firstMatch(of: #/Last change of the records shown: <time datetime="(.*?)"/#)
                .map { String($0.1) }
        }
        #expect(try date("spacecraft/11-aurora-1/") == "2026-02-26T06:13:20Z")
        #expect(try date("spacecraft/12-aurora-2/") == "2026-02-25T06:13:20Z")
        #expect(try date("") == "2026-02-26T06:13:20Z")
        #expect(try date("about/") == "2026-02-25T06:13:20Z")
    }

    @Test func withoutANoteOfTheCheckTheDateOfTheSnapshotCounts() async throws {
        let folder = try site()
        _ = try await update(folder, [Records.craft(11, "Aurora 1")], hour: 0)
        for damage in ["", "{}", "{\"checked_at\":\"yesterday\"}", "{\"checked_at\":\"2020-01-01T00:00:00Z\"}"] {
            try folder.write(damage, to: "site/data/checked.json")
            #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
            #expect(try folder.text("public/status.json").contains("\"checked_at\": \"2026-02-25T06:13:20Z\""))
        }
        try FileManager.default.removeItem(atPath: folder("site/data/checked.json"))
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        #expect(try folder.text("public/status.json").contains("\"checked_at\": \"2026-02-25T06:13:20Z\""))
    }

    @Test func aSavedCopyIsNoCheckOfTheSource() async throws {
        let folder = try site()
        _ = try await update(folder, [Records.craft(11, "Aurora 1")], hour: 0)
        try folder.write(Records.two, to: "records.json")
        #expect(await Terminal().fetch(folder("site"), from: [folder("records.json")]).status == .done)
        #expect(!folder.exists("site/data/checked.json"))
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        #expect(try folder.text("public/status.json").contains("\"checked_at\": null"))
    }
}
