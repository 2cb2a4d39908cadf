import Foundation
import HangarKit
import Publishing
import TestSupport
import Testing

/// A failing build reports the reason, with the status of its cause, and leaves the published site unchanged.
@Suite struct BuildFailureTests {
    @Test func aSiteFolderThatIsNotThereOrIsNoneIsStatus66() async throws {
        let folder = try TemporaryFolder([
            "empty/": "", "yaml/hangar.yaml": smallestConfiguration, "file": "", "fresh/hangar.yml": smallestConfiguration,
        ])
        let remedy = "Name the folder that holds hangar.yml with --site."
        let cases = [
            "nowhere": "~/nowhere: there is no such site folder. \(remedy)",
            "file": "~/file: there is no such site folder. \(remedy)",
            "empty": "~/empty: the folder holds no hangar.yml. \(remedy)",
            "yaml": "~/yaml/hangar.yaml: the configuration is not read under this name. Rename it to hangar.yml.",
            "fresh":
                "~/fresh/data/snapshot.json: there is no snapshot yet. Run 'hangar fetch' first, or build with --from.",
        ]
        for (site, message) in cases {
            let outcome = await Terminal(folder: folder).build(folder(site), to: folder("public"))
            #expect(outcome == Outcome(status: .noInput, diagnostics: ["hangar: error: " + message]))
        }
        #expect(!folder.exists("public"))
    }

    @Test func eachDamagedLineOfTheSnapshotIsNamed() async throws {
        let folder = try await fetchedSite()
        let lines = try folder.text("site/data/snapshot.json").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let first = try #require(lines.firstIndex { $0.hasPrefix("\"11\":") })
        var damaged = lines
        damaged[first] = "<<<<<<< HEAD"
        damaged[first + 1] = lines[first + 1].replacing("Aurora 2\"", with: "Aurora 2")
        try folder.write(damaged.joined(separator: "\n"), to: "site/data/snapshot.json")
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(outcome.status == .badData)
        let file = "hangar: error: ~/site/data/snapshot.json"
        #expect(outcome.diagnostics.count == 2)
        #expect(
            outcome.diagnostics.first
                == "\(file):\(first + 1): this is not the line of an entity. Restore the file, or make it anew with 'hangar fetch'.")
        #expect(outcome.diagnostics.last?.hasPrefix("\(file):\(first + 2): spacecraft 12: broken JSON at column ") == true)
    }

    @Test func aDamagedLineOfTheHistoryIsPassedOverWithAWarning() async throws {
        let folder = try await fetchedSite()
        let history = try folder.text("site/data/history.jsonl")
        try folder.write("{\n" + history, to: "site/data/history.jsonl")
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(outcome.status == .done)
        #expect(
            outcome.diagnostics == [
                "hangar: warning: ~/site/data/history.jsonl:1: broken JSON at column 2: the text ends where a key in quotes is expected. "
                    + "The line is passed over; restore it or delete it."
            ])
        #expect(await Terminal(verbosity: .quiet).build(folder("site"), to: folder("public")) == Outcome())
    }

    @Test func mistakesOfTheSitesTemplatesAreAllReportedAtOnceFileLineColumnTheLineAndACaret() async throws {
        let folder = try await fetchedSite()
        _ = await Terminal().build(folder("site"), to: folder("public"))
        let before = try folder.identities(in: "public")
        try folder.write("<h1>\n\t{{titel}}</h1>\n", to: "site/Templates/pages/about.html.mustache")
        try folder.write("{{#site}}<p>\n", to: "site/Templates/pages/home.html.mustache")
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(
            outcome
                == Outcome(
                    status: .badData,
                    diagnostics: [
                        """
                        hangar: error: ~/site/Templates/pages/about.html.mustache:2:2: the view of 'pages/about.html.mustache' has no 'titel' here. Did you mean 'title'?
                        \t{{titel}}</h1>
                        \t^
                        """,
                        """
                        hangar: error: ~/site/Templates/pages/home.html.mustache:1:1: 'site' is opened here and never closed. Write {{/site}} where it ends.
                        {{#site}}<p>
                        ^
                        """,
                    ]))
        #expect(try folder.identities(in: "public") == before)
    }

    @Test func aTemplateThatGoesWrongWhilePagesAreRenderedLeavesThePublishedSiteAsItWas() async throws {
        let folder = try await fetchedSite()
        _ = await Terminal().build(folder("site"), to: folder("public"))
        let before = try folder.identities(in: "public")
        try folder.write("{{> partials/loop}}", to: "site/Templates/pages/about.html.mustache")
        try folder.write("{{#title}}{{> partials/loop}}{{/title}}", to: "site/Templates/partials/loop.html.mustache")
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(outcome.status == .badData)
        #expect(outcome.output == "")
        #expect(outcome.diagnostics.count == 1)
        #expect(outcome.diagnostics.first?.hasPrefix("hangar: error: ~/site/Templates/partials/loop.html.mustache:1:") == true)
        #expect(try folder.identities(in: "public") == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["public", "records.json", "site"])
    }

    @Test func foldersThatLeadBackIntoThemselvesEndTheBuild() async throws {
        let folder = try await fetchedSite(adding: ["site/Templates/partials/": ""])
        try folder.link("site/Templates/partials/again", to: folder("site/Templates"))
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(outcome.status == .noInput)
        #expect(
            outcome.diagnostics.map { $0.split(separator: ": ").suffix(1).joined() } == [
                "folders nest more than 16 deep. Look for a symbolic link that leads back to a folder above it."
            ])
    }

    @Test func anOutputThatIsAFileIsStatus73() async throws {
        let folder = try await fetchedSite(adding: ["public": "mine"])
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(outcome.status == .cannotWrite)
        #expect(outcome.diagnostics.count == 1)
        #expect(outcome.diagnostics.first?.hasPrefix("hangar: error: ~/public: ") == true)
        let below = await Terminal(folder: folder).build(folder("site"), to: folder("public/below"))
        #expect(below.status == .cannotWrite)
        #expect(try folder.text("public") == "mine")
    }

    @Test func whileAnotherBuildIsAtWorkOnTheOutputTheStatusIs75() async throws {
        let folder = try await fetchedSite()
        let other = try Publisher(output: folder("public")).begin()
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(outcome.status == .tryAgainLater)
        #expect(outcome.diagnostics.count == 1)
        #expect(outcome.diagnostics.first?.hasPrefix("hangar: error: ~/public: ") == true)
        other.abandon()
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
    }

    @Test func filesOfOthersInTheOutputStopTheFirstBuildWithForceTheyStayWhereNoPageNeedsTheirPlace() async throws {
        let folder = try await fetchedSite(adding: ["public/index.html": "mine", "public/mine.txt": "mine too"])
        let refused = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(
            refused
                == Outcome(
                    status: .cannotWrite,
                    diagnostics: [
                        "hangar: error: ~/public: holds files that no build wrote ('index.html', 'mine.txt'). Name an empty or new folder, "
                            + "or build with --force to publish among them; they are kept unless a page needs their place."
                    ]))
        #expect(try folder.files(in: "public").keys.sorted() == ["index.html", "mine.txt"])
        let forced = await Terminal(folder: folder).build(folder("site"), to: folder("public"), ["--force"])
        #expect(forced.status == .done)
        #expect(try folder.text("public/mine.txt") == "mine too")
        #expect(try folder.text("public/index.html").contains("Polar Register"))
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        #expect(try folder.text("public/mine.txt") == "mine too")
    }

    @Test func aSiteWhoseListOfFilesIsLostIsRecognised() async throws {
        let folder = try await fetchedSite()
        _ = await Terminal().build(folder("site"), to: folder("public"))
        let before = try folder.files(in: "public")
        try FileManager.default.removeItem(atPath: folder("public/.hangar-manifest"))
        #expect(
            await Terminal(folder: folder).build(folder("site"), to: folder("public"))
                == Outcome(
                    status: .cannotWrite,
                    diagnostics: [
                        "hangar: error: ~/public: holds a site, but .hangar-manifest, the list of what a build wrote, is gone. "
                            + "Build with --force to write it anew; files of pages that are no more stay, so empty the folder first if all in it is the site's."
                    ]))
        #expect(await Terminal().build(folder("site"), to: folder("public"), ["--force"]).status == .done)
        #expect(try folder.files(in: "public") == before)
    }
}
