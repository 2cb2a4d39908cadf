import HangarKit
import TestSupport
import Testing

@Suite struct UnusedFileTests {
    @Test(arguments: [
        ("templates/pages/home.html.mustache", "templates: nothing reads this. Did you mean \"Templates\"?"),
        ("template/x", "template: nothing reads this. Did you mean \"Templates\"?"),
        ("asset/own.css", "asset: nothing reads this. Did you mean \"assets\"?"),
        ("partials/plate.html.mustache", "partials: nothing reads this. Did you mean \"Templates/partials\"?"),
        (
            "Templates/partials/plate.html",
            "Templates/partials/plate.html: this is not read as a template. Let its name end in .mustache, or put it into assets/."
        ),
        (
            "Templates/partials/plate.mustache",
            "Templates/partials/plate.mustache: this does not replace \"partials/plate.html.mustache\". "
                + "Did you mean \"partials/plate.html.mustache\"?"
        ),
        (
            "Templates/pages/spacecrafts.html.mustache",
            "Templates/pages/spacecrafts.html.mustache: no page is made by this template. Did you mean \"pages/spacecraft.html.mustache\"?"
        ),
        (
            "Templates/pages/x.html.mustache",
            "Templates/pages/x.html.mustache: no page is made by this template. A line in hangar.yml makes a page of it: "
                + "\"pages: {x: Its title}\". What others include belongs into partials/."
        ),
        (
            "Templates/partial/plate.html.mustache",
            "Templates/partial/plate.html.mustache: this replaces no template. Did you mean the folder \"partials\"?"
        ),
        (
            "seed-pages/1.json",
            "seed-pages: nothing reads this folder. "
                + "What is to be published as it is belongs into \"static\"; a folder whose name begins with \"_\" is passed over."
        ), ("statics/ads.txt", "statics: nothing reads this. Did you mean \"static\"?"),
        (
            "content/about.htm",
            "content/about.htm: nothing reads this. "
                + "The text of a page ends in .md, .html or .txt; other files belong into static/ or assets/."
        ),
    ])
    func aFileInTheWrongPlaceIsReportedWithTheRightOne(file: String, message: String) async throws {
        let folder = try await fetchedSite(adding: ["site/" + file: ""])
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(outcome.status == .done)
        #expect(outcome.diagnostics == ["hangar: warning: ~/site/" + message])
    }

    @Test func ofTwoFilesForThePageAboutTheOneThatIsNotUsedIsReported() async throws {
        let folder = try await fetchedSite(adding: ["site/content/about.html": "<p>HTML</p>", "site/content/about.txt": "Text"])
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(outcome.diagnostics == ["hangar: warning: ~/site/content/about.txt: nothing reads this. Keep one of the two."])
        #expect(try folder.text("public/about/index.html").contains("<p>HTML</p>"))
    }

    @Test func whatHasItsReasonToBeThereIsNotReported() async throws {
        let folder = try await fetchedSite(adding: [
            "site/README.md": "", "site/public/": "", "site/.git/x": "", "site/Templates/.DS_Store": "",
            "site/Templates/own/badge.html.mustache": "",
            "site/Templates/partials/badge.html.mustache": "", "site/assets/notes.md": "", "site/_seed-pages/": "",
            "site/static/CNAME": "polar.example", "site/LICENSES/CC0.txt": "", "site/plan.txt": "",
        ])
        #expect(await Terminal().build(folder("site"), to: folder("public")).diagnostics == [])
    }

    @Test func theFoldersToWhichTheSiteIsBuiltAreNotReported() async throws {
        let folder = try await fetchedSite(adding: ["site/htdocs/": ""])
        #expect(await Terminal().build(folder("site"), to: folder("site/htdocs")).diagnostics == [])
        #expect(await Terminal().build(folder("site"), to: folder("public")).diagnostics == [])
    }
}
