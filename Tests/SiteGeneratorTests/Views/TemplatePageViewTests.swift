import Foundation
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// What the templates of a site's own pages may read.
@Suite struct TemplatePageViewTests {
    private static let guide: Result<String, any Error> = Result {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: repository.appending(path: "Documentation/Pages.md"), encoding: .utf8)
    }

    /// The names in a row of a table of the guide that begins with this.
    private static func names(_ row: String) throws -> Set<String> {
        let lines = try guide.get().split(separator: "\n").filter { $0.hasPrefix("| " + row) }
        return Set(lines.flatMap { $0.matches(of: /`([a-z_]+)`/).map { String($0.1) } })
    }

    @Test func theGuideHasEveryFieldThatTemplatesMayRead() throws {
        let fields = Set(CatalogueFields.shapes.map(\.0.text))
        #expect(fields.subtracting(try Self.names("`")) == [])
    }

    /// The view of a page that this template makes, without what all pages have.
    private func view(_ template: String) throws -> TemplateObject {
        var input = try Sample.inputWithFlights()
        input.settings.pages = [TemplatePage("own", title: LocalizedText("Own"))]
        let file = Theme.File(path: "pages/own.html.mustache", bytes: Array(template.utf8), origin: "own")
        input.theme = input.theme.overlaid(by: Theme(templates: [file], assets: []))
        let theme = try LoadedTheme(input.theme, input.settings)
        let site = SiteGenerator(input, theme)
        let page = try #require(site.files.first { $0.address == "own/" })
        guard case .view(_, let view) = page.content else { return [:] }
        let common = Set(PageFrame.shape.map(\.0.text))
        return TemplateObject(view(ViewContext(input)).pairs.filter { !common.contains($0.0.text) })
    }

    @Test(arguments: [
        ("{{heading}}", "{}"),
        ("{{#agencies}}{{name}}, {{#countries}}{{code}}{{/countries}}{{/agencies}}", "agencies: countries name"),
        ("{{agencies | count}}", "agencies: "),
        (
            "{{#families}}{{path}}{{/families}}{{#families_by_date}}{{year}}{{/families_by_date}}",
            "families: path; families_by_date: begins_year year"
        ),
        ("{{#by_type}}{{> partials/count-table}}{{/by_type}}", "by_type"),
    ])
    func theViewHoldsWhatTheTemplateReadsAndNoMore(template: String, expected: String) throws {
        let fields = try view(template).pairs.map { name, value -> String in
            guard case .list(let items) = value, case .object(let first)? = items.first else { return name.text }
            return "\(name.text): \(first.names.map(\.text).sorted().joined(separator: " "))"
        }
        #expect((fields.isEmpty ? "{}" : fields.sorted().joined(separator: "; ")) == expected)
    }

    @Test func recordsWithADateComeInItsOrderWithTheirYears() throws {
        let craft = try view("{{#spacecraft_by_date}}{{name}}{{first_launch.text}}{{year}}{{begins_year}}{{/spacecraft_by_date}}")
            .items("spacecraft_by_date")
        #expect(!craft.isEmpty)
        let years = craft.map { $0.text("year") }
        #expect(years == years.sorted())
        for (index, year) in years.enumerated() {
            #expect(craft[index]["begins_year"] == .bool(index == 0 || years[index - 1] != year))
        }
    }

    @Test func aSiteByOtherTemplatesIsThatWhichIsMadeAfresh() throws {
        let template = Theme.File(
            path: "partials/checked.html.mustache", bytes: Array("<p>{{site.title}}</p>\n".utf8), origin: "checked")
        let words = Theme.File(path: "words/en.yml", bytes: Array("about:\n  name: \"Us\"\n".utf8), origin: "words")
        let input = try Sample.input()
        var other = input
        other.theme = input.theme.overlaid(by: Theme(templates: [template, words], assets: []))
        let replaced = try SiteGenerator(input).replacing(LoadedTheme(other.theme, other.settings))
        #expect(try Rendered(replaced).files == Rendered(SiteGenerator(other)).files)
    }

    /// A page of a site's own at one of these addresses could stand in the way of a page that comes with other records.
    @Test func eachNameAtTheRootOfASiteIsReserved() throws {
        var settings = Sample.settings
        settings.baseURL = "https://example.org/"
        let site = try SiteGenerator(Sample.input(settings: settings))
        let names = Set(site.files.map { String($0.path.prefix { $0 != "/" }) }).subtracting(["index.html"])
        #expect(names.subtracting(SiteGenerator.reservedNames) == [])
    }
}
