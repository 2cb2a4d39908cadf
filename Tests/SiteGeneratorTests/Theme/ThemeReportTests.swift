import Testing

@testable import SiteGenerator

@Suite struct ThemeReportTests {
    @Test func aTemplateThatNoPageComesToAndAFieldThatNoTemplateNamesAreReported() throws {
        let stray = Theme.File(path: "partials/stray.html.mustache", bytes: Array("<p>".utf8), origin: "stray")
        let plain = Theme.File(path: "pages/about.html.mustache", bytes: Array("<h1>{{heading}}</h1>".utf8), origin: "about")
        let report = try ThemeReport(Theme.standard.overlaid(by: Theme(templates: [stray, plain], assets: [])))
        #expect(report.unusedTemplates == ["partials/stray.html.mustache"])
        #expect(report.unusedFields.contains(.init(template: "pages/about.html.mustache", fields: ["body_html", "report_link"])))
    }

    @Test func theDefaultThemeHasNoUnusedTemplate() throws {
        #expect(try ThemeReport(.standard).unusedTemplates.isEmpty)
    }
}
