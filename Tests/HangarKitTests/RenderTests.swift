import HangarKit
import TestSupport
import Testing

@Suite struct RenderTests {
    private func render(_ folder: TemporaryFolder, _ template: String = "page.html.mustache", partials: String? = nil) async -> Outcome {
        let options = [folder(template), "--data", folder("data.json")] + (partials.map { ["--partials", folder($0)] } ?? [])
        return await Terminal(folder: folder).run(RenderCommand.self, options)
    }

    @Test func templateDataAndPartialsBecomeATextTheEndOfTheTemplatesNameSaysHowValuesAreEscaped() async throws {
        let folder = try TemporaryFolder([
            "page.html.mustache": "{{#craft}}{{> row}}{{/craft}}", "page.txt.mustache": "{{#craft}}{{> row}}{{/craft}}",
            "data.json": "{\"craft\": [{\"name\": \"R&D\"}, {\"name\": \"Aurora\"}]}", "parts/row.html.mustache": "<li>{{name}}</li>\n",
            "parts/row.txt.mustache": "* {{name}}\n", "parts/deeper/unused.html.mustache": "{{name}}", "parts/notes.md": "{{#",
        ])
        #expect(await render(folder, partials: "parts") == Outcome(output: "<li>R&amp;D</li>\n<li>Aurora</li>\n"))
        #expect(await render(folder, "page.txt.mustache", partials: "parts") == Outcome(output: "* R&D\n* Aurora\n"))
    }

    @Test func partialsInFoldersAreNamedByTheirPathAsInATheme() async throws {
        let folder = try TemporaryFolder([
            "Templates/pages/page.html.mustache": "{{> partials/name}}", "Templates/partials/name.html.mustache": "<b>{{.}}</b>",
            "data.json": "\"Aurora\"",
        ])
        #expect(await render(folder, "Templates/pages/page.html.mustache", partials: "Templates") == Outcome(output: "<b>Aurora</b>"))
    }

    @Test func aPartialOfTheTemplatesOwnNameIsThePartialNotTheTemplate() async throws {
        let folder = try TemporaryFolder([
            "page.html.mustache": "<main>{{> page}}</main>", "parts/page.html.mustache": "{{.}}", "data.json": "1",
        ])
        #expect(await render(folder, partials: "parts") == Outcome(output: "<main>1</main>"))
    }

    @Test func whatCannotBeRenderedIsReportedWithItsPlaceAndNothingIsPrinted() async throws {
        let template = "<p>\n{{#craft}}\n"
        let cases: [([String: String], HangarKit.ExitStatus, String)] = [
            (
                ["page.html.mustache": template, "data.json": "{}"], .badData,
                "~/page.html.mustache:2:1: 'craft' is opened here and never closed. Write {{/craft}} where it ends.\n{{#craft}}\n^"
            ),
            (
                ["page.html.mustache": "", "data.json": "{\n  \"a\": }"], .badData,
                "~/data.json:2:8: a value was expected here. Mend the JSON there."
            ),
            (
                ["page.html.mustache": ""], .noInput,
                "~/data.json: cannot be read: No such file or directory. Check the path and its permissions."
            ),
            (
                ["data.json": "{}"], .noInput,
                "~/page.html.mustache: cannot be read: No such file or directory. Check the path and its permissions."
            ),
        ]
        for (tree, status, message) in cases {
            let folder = try TemporaryFolder(tree)
            #expect(await render(folder) == Outcome(status: status, diagnostics: ["hangar: error: " + message]))
        }
        let folder = try TemporaryFolder(["page.html.mustache": "", "data.json": "{}"])
        #expect(
            await render(folder, partials: "parts")
                == Outcome(
                    status: .noInput,
                    diagnostics: ["hangar: error: ~/parts: there is no such folder. Name the folder of the partials with --partials."]))
    }
}
