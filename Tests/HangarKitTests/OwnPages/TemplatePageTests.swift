import Foundation
import TestSupport
import Testing

@testable import HangarKit

/// The pages that templates of a site make out of the catalogue.
@Suite struct TemplatePageTests {
    private static let pages = smallestConfiguration + "pages: {timeline: Timeline}\n"
    private static let template = "site/Templates/pages/timeline.html.mustache"

    private func site(_ template: String, configuration: String = pages, _ tree: [String: String] = [:]) async throws -> TemporaryFolder {
        let folder = try await fetchedSite(adding: [Self.template: template].merging(tree) { $1 })
        try folder.write(configuration, to: "site/hangar.yml")
        return folder
    }

    private func build(_ folder: TemporaryFolder, _ verbosity: Console.Verbosity = .normal) async -> Outcome {
        await Terminal(
            verbosity: verbosity, now: .init(secondsSince1970: 4_102_444_800), cache: folder("cache"), folder: folder
        ).build(folder("site"), to: folder("public"))
    }

    private static let list = """
        {{< layouts/page}}
        {{$main}}
        <h1>{{heading}}</h1>
        <ul>
        {{#spacecraft}}
        <li><a href="{{root}}{{path}}">{{name}}</a>, {{configuration.name}}, {{agency.name}}, {{flights.count}}</li>
        {{/spacecraft}}
        </ul>
        <p>{{words.sections.heading}}: {{configurations | count}}</p>
        {{> partials/craft-table}}
        {{/main}}
        {{/ layouts/page}}

        """

    @Test func aTemplateAndALineOfTheConfigurationMakeAPage() async throws {
        let folder = try await site(
            Self.list.replacing("{{> partials/craft-table}}", with: "{{#craft_table}}{{> partials/craft-table}}{{/craft_table}}"))
        let outcome = await build(folder)
        #expect(outcome.status == .done)
        #expect(outcome.diagnostics == [])
        let page = try folder.text("public/timeline/index.html")
        #expect(page.contains("<title>Timeline – Polar Register</title>"))
        #expect(
            page.contains(
                """
                <ul>
                <li><a href="../spacecraft/11-aurora-1/">Aurora 1</a>, Aurora M, Polar Space Bureau, 1</li>
                <li><a href="../spacecraft/12-aurora-2/">Aurora 2</a>, Aurora M, Polar Space Bureau, 1</li>
                </ul>
                <p>Ways in: 1</p>
                """))
        #expect(page.contains("<table"))
        #expect(try folder.text("public/sitemap.xml").contains("<loc>https://polar.example/timeline/</loc>"))
        #expect(try folder.text("public/index.html").contains("<li><a href=\"timeline/\">Timeline</a></li>"))
        #expect(await Terminal(folder: folder).check(folder("public")).diagnostics == [])
    }

    @Test func titlesAndDescriptionsMayBeInEachLanguage() async throws {
        let folder = try await site(
            "{{< layouts/page}}{{$main}}<h1>{{heading}}</h1><p>{{words.timeline.lead}}</p>{{/main}}{{/ layouts/page}}",
            configuration: smallestConfiguration + """
                languages: [en, de]
                pages:
                  timeline:
                    title: {en: Timeline, de: Zeitleiste}
                    description: Since 1961
                navigation: [timeline]

                """,
            [
                "site/Templates/words/en.yml": "timeline:\n  lead: \"By year\"\n",
                "site/Templates/words/de.yml": "timeline:\n  lead: \"Nach Jahren\"\n",
            ])
        #expect(await build(folder).diagnostics == [])
        let german = try folder.text("public/de/timeline/index.html")
        #expect(german.contains("<h1>Zeitleiste</h1><p>Nach Jahren</p>"))
        #expect(german.contains("<meta name=\"description\" content=\"Since 1961\">"))
        #expect(german.contains("<a href=\"../timeline/\" aria-current=\"true\">Zeitleiste</a>"))
        #expect(try folder.text("public/timeline/index.html").contains("<h1>Timeline</h1><p>By year</p>"))
    }

    @Test func aNameThatTheViewDoesNotHaveIsAnErrorWithItsPlace() async throws {
        let folder = try await site("{{< layouts/page}}\n{{$main}}\n{{#spacecraft}}{{nmae}}{{/spacecraft}}\n{{/main}}{{/ layouts/page}}")
        let message =
            "hangar: error: ~/\(Self.template):3:16: the view of 'pages/timeline.html.mustache' has no 'nmae' here. Did you mean 'name'?"
        #expect(await build(folder).diagnostics.first?.hasPrefix(message) == true)
        let check = await Terminal(folder: folder).run(CheckCommand.self, ["--templates", "--site", folder("site")])
        #expect(check.status == .badData)
        #expect(check.diagnostics.first?.hasPrefix(message) == true)
    }

    @Test(arguments: [
        (
            "{{< layouts/page}}{{$mian}}x{{/mian}}{{/ layouts/page}}",
            "1:19: 'layouts/page.html.mustache' has no block 'mian'. Did you mean 'main'?"
        ),
        (
            "{{#spacecraft}}{{#in_space > 1}}x{{/in_space}}{{/spacecraft}}",
            "1:16: 'in_space > 1' is a condition, and Mustache has none: no comparisons, no 'and', no 'not'. "
                + "Ask by a name alone whether there is a value, as in {{#name}} and {{^name}}. "
                + "Records are chosen in hangar.yml: 'Some of the craft' in Documentation/Themes.md."
        ),
        (
            "{{#spacecraft}}{{zebra}}{{/spacecraft}}",
            "1:16: the view of 'pages/timeline.html.mustache' has no 'zebra' here. There are agency, configuration, description_html, families, "
                + "figure, first_launch, flight_table, flights, has_flown, id and N more. 'hangar theme fields timeline' lists them."
        ),
    ])
    func aSlipOfAnAuthorIsToldOnceWithItsPlace(template: String, message: String) async throws {
        let folder = try await site(template)
        let faults = await build(folder).diagnostics
        #expect(
            faults.map { String($0.prefix { $0 != "\n" }).replacing(/[0-9]+ more/, with: "N more") } == [
                "hangar: error: ~/\(Self.template):" + message
            ])
    }

    @Test func theCommandsForThemesKnowIt() async throws {
        let folder = try await site(
            "{{< layouts/page}}{{$main}}{{heading}}{{/main}}{{/ layouts/page}}", ["plain/hangar.yml": smallestConfiguration])
        let check = await Terminal(folder: folder).run(CheckCommand.self, ["--templates", "--site", folder("site")])
        #expect(check.status == .done)
        let plain = await Terminal(folder: folder).run(CheckCommand.self, ["--templates", "--site", folder("plain")])
        let fields = try #require(plain.output.firstMatch(of: /0 unused templates, \d+ unused fields/)?.0)
        #expect(check.output.contains(fields))
        let list = await Terminal(folder: folder).run(ThemeListCommand.self, ["--site", folder("site")])
        #expect(list.output == "Templates/pages/timeline.html.mustache: the site's own, for the page timeline/\n")
        let data = await Terminal(folder: folder).data(folder("site"), "timeline/")
        #expect(data.status == .done)
        for name in ["spacecraft", "configurations_by_date", "by_agency", "in_space_now", "heading", "site"] {
            #expect(data.output.contains("\n  \"\(name)\":"), "\(name)")
        }
    }

    @Test(arguments: [
        (
            "{timelines: A}",
            "3:9: pages › timelines: there is no template ~/site/Templates/pages/timelines.html.mustache. "
                + "Did you mean \"pages/timeline.html.mustache\"?"
        ),
        ("{home: A}", "3:9: pages › home: the site has a page of its own of this name. Give the template and this page another name."),
        (
            "{spacecraft: A}",
            "3:9: pages › spacecraft: the site has a page of its own of this name. Give the template and this page another name."
        ),
        ("{contact: A}", "3:9: pages › contact: a text in content/ has the same address, contact/. Rename one of them."),
        (
            "{Time line: A}",
            "3:9: pages: expected a name of small letters a to z, digits and hyphens, as its template and its address have it, "
                + "found \"Time line\". Correct the value, or remove the key to get its default."
        ),
        (
            "{timeline: {titel: A}}",
            "3:19: pages › timeline: expected a text, or one for each language such as {en: Timeline, de: Zeitleiste}, "
                + "found keys with values. Correct the value, or remove the key to get its default."
        ),
        (
            "[timeline]",
            "3:8: pages: expected names of pages with their titles, such as {timeline: Timeline}, found a list. "
                + "Correct the value, or remove the key to get its default."
        ),
    ])
    func whatTheConfigurationCannotMeanIsAnErrorWithItsPlace(pages: String, message: String) async throws {
        let folder = try await site("", configuration: smallestConfiguration + "pages: \(pages)\n", ["site/content/contact.md": "# C"])
        let outcome = await build(folder)
        #expect(outcome.status == .configuration)
        #expect(outcome.diagnostics.filter { $0.hasPrefix("hangar: error") } == ["hangar: error: ~/site/hangar.yml:" + message])
    }

    @Test func aChangeOfARecordReachesThePageOnlyWhereItsTemplateReadsRecords() async throws {
        let folder = try await site("{{< layouts/page}}{{$main}}{{heading}}{{/main}}{{/ layouts/page}}")
        _ = await build(folder)
        let changed = try folder.text("site/data/snapshot.json").replacing(
            "\"serial_number\":\"No. 11\"", with: "\"serial_number\":\"No. X\"")
        #expect(changed.contains("No. X"))
        try folder.write(changed, to: "site/data/snapshot.json")
        let outcome = await build(folder, .verbose)
        #expect(outcome.output.contains("wrote spacecraft/index.html\n"))
        #expect(!outcome.output.contains("wrote timeline/index.html\n"))
        try folder.write(
            "{{< layouts/page}}{{$main}}{{#spacecraft}}{{serial_number}}{{/spacecraft}}{{/main}}{{/ layouts/page}}", to: Self.template)
        _ = await build(folder)
        try folder.write(changed.replacing("No. X", with: "No. Y"), to: "site/data/snapshot.json")
        #expect(await build(folder, .verbose).output.contains("wrote timeline/index.html\n"))
        #expect(try folder.text("public/timeline/index.html").contains("No. YNo. 12"))
    }
}
