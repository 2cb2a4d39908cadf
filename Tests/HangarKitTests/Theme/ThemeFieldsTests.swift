import Foundation
import TestSupport
import Testing

@testable import HangarKit

@Suite struct ThemeFieldsTests {
    @Test func theFieldsOfATemplateAreListedWithTypesNullAndExamples() async throws {
        #expect(
            await Terminal().run(ThemeFieldsCommand.self, ["pages/redirect.html.mustache"])
                == Outcome(
                    output: """
                        pages/redirect.html.mustache: beside those of every page, which 'hangar theme fields' lists

                        field    type    null  example
                        target   object  no
                          name   text    no    European Space Agency
                          path   text    yes   agencies/27-european-space-agency/
                        refresh  HTML    no    <noscript><meta http-equiv="refresh" content="0; url=../../…

                        """))
    }

    @Test(arguments: [
        ("redirect", "redirect"), ("Templates/pages/feed.xml.mustache", "feed"), ("./pages/sitemap-index.xml.mustache", "sitemap-index"),
        ("partials/plate.html.mustache", "partials/plate.html.mustache"),
    ])
    func aTemplateIsNamedByItsFileOrByItsStem(name: String, stem: String) {
        #expect(ThemeFieldsCommand.stem(name) == stem)
    }

    @Test func withoutATemplateThoseOfEveryPageAreListedAndTheTemplates() async throws {
        let outcome = await Terminal().run(ThemeFieldsCommand.self, [])
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(outcome.status == .done)
        #expect(lines.first == "every page")
        #expect(lines.contains { $0.hasPrefix("  title             text           no    The Spacecraft Register") })
        let templates = ThemeFiles.builtIn.files.map(\.path).filter { $0.hasPrefix("Templates/pages/") }.map { $0.dropFirst(10) }
        #expect(lines.suffix(templates.count) == templates.map(String.init)[...])
    }

    @Test func aPageOutOfTheCatalogueHasTheFieldsThatItMayRead() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration + "pages: {timeline: Timeline}\n"])
        let outcome = await Terminal(folder: folder).run(ThemeFieldsCommand.self, ["timeline", "--site", folder("site")])
        #expect(outcome.status == .done)
        #expect(outcome.output.contains("\nspacecraft_by_date"))
    }

    @Test func aTemplateOfTheSiteThatMakesNoPageIsToldAsThat() async throws {
        let folder = try TemporaryFolder([
            "site/hangar.yml": smallestConfiguration, "site/Templates/pages/timeline.html.mustache": "{{heading}}",
        ])
        #expect(
            await Terminal(folder: folder).run(ThemeFieldsCommand.self, ["timeline", "--site", folder("site")])
                == Outcome(
                    status: .noInput,
                    diagnostics: [
                        "hangar: error: timeline: no page of hangar.yml is made by this template. "
                            + "Name it there, as in pages: {timeline: TITLE}; then it gets the fields of a page of your own."
                    ]))
    }

    @Test(arguments: [
        (
            "partials/plate.html.mustache",
            "no page is made from this file alone: it gets what the template has that includes it. Name the template of a page: 'hangar theme fields' lists them."
        ),
        ("spacecraf", "no page has such a template. Did you mean \"spacecraft\"? For a template of your own, name the site with --site."),
        (
            "something-else-entirely",
            "no page has such a template. 'hangar theme fields' lists them. For a template of your own, name the site with --site."
        ),
    ])
    func aTemplateOfNoPageIsStatus66(name: String, message: String) async throws {
        #expect(
            await Terminal().run(ThemeFieldsCommand.self, [name])
                == Outcome(status: .noInput, diagnostics: ["hangar: error: \(name): \(message)"]))
    }

    /// `HANGAR_ACCEPT=1 swift test --filter ThemeFieldsTests` writes it.
    @Test func theDocumentationIsWhatTheCommandWrites() async throws {
        let outcome = await Terminal().run(ThemeFieldsCommand.self, ["--markdown"])
        #expect(outcome.status == .done)
        try GeneratedDocument("Documentation/Fields.md").compare(outcome.output)
    }
}
