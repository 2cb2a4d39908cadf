import Foundation
import HangarKit
import TestSupport
import Testing

@Suite struct CheckTests {
    @Test func aWholeSiteIsCountedInOneLine() async throws {
        let folder = try await fetchedSite()
        _ = await Terminal().build(folder("site"), to: folder("public"))
        let files = try folder.files(in: "public").keys.filter { $0 != ".hangar-manifest" }
        let outcome = await Terminal(folder: folder).check(folder("public"))
        #expect(outcome.status == .done)
        #expect(outcome.diagnostics == [])
        let pattern =
            /~\/public: \d+ links in (\d+) pages \((\d+) files\) lead where they should; \d+ links to other sites not followed; 0 warnings\n/
        let match = try #require(outcome.output.wholeMatch(of: pattern))
        #expect(String(match.1) == String(files.count { $0.hasSuffix(".html") }))
        #expect(String(match.2) == String(files.count))
        #expect(await Terminal(verbosity: .quiet).check(folder("public")) == Outcome())
    }

    @Test func aLinkThatWasBrokenByHandIsFoundFileLineColumnStatus65() async throws {
        let folder = try await fetchedSite()
        _ = await Terminal().build(folder("site"), to: folder("public"))
        let page = try folder.text("public/about/index.html")
        let link = try #require(page.range(of: "../records/"))
        try folder.write(page.replacingCharacters(in: link, with: "../rekords/"), to: "public/about/index.html")
        let line = page[..<link.lowerBound].count { $0 == "\n" } + 1
        let outcome = await Terminal(folder: folder).check(folder("public"))
        #expect(outcome.status == .badData)
        #expect(outcome.output == "")
        #expect(outcome.diagnostics.count == 1)
        let message = try #require(outcome.diagnostics.first)
        #expect(message.hasPrefix("hangar: error: ~/public/about/index.html:\(line):"), "\(message)")
        #expect(message.contains("rekords"))
    }

    @Test(arguments: ["data/search.json", "data/spacecraft.json", "feed.json"])
    func aJSONFileThatIsNoneIsAnErrorWithItsLineAndColumn(path: String) async throws {
        let folder = try await fetchedSite()
        _ = await Terminal().build(folder("site"), to: folder("public"))
        try folder.write("{\n  \"title\": tru\n}\n", to: "public/" + path)
        let outcome = await Terminal(folder: folder).check(folder("public"))
        #expect(outcome.status == .badData)
        #expect(
            outcome.diagnostics == [
                "hangar: error: ~/public/\(path):2:15: is no JSON from here on: expected 'true', found a control character. "
                    + "Build the site again, or mend the file."
            ])
    }

    @Test func aSiteThatABuildWasInterruptedInIsOneWarningStatus0() async throws {
        let folder = try await fetchedSite()
        _ = await Terminal().build(folder("site"), to: folder("public"))
        let manifest = try folder.text("public/.hangar-manifest")
        try folder.write(manifest + "types/9/index.html\t?\n", to: "public/.hangar-manifest")
        let outcome = await Terminal(folder: folder).check(folder("public"))
        #expect(outcome.status == .done)
        #expect(
            outcome.diagnostics == [
                "hangar: warning: ~/public: a build was interrupted, or is still at work. Run hangar build to finish it."
            ])
        #expect(outcome.output.hasSuffix("; 1 warnings\n"))
        _ = await Terminal().build(folder("site"), to: folder("public"))
        #expect(try folder.text("public/.hangar-manifest") == manifest)
        #expect(await Terminal(folder: folder).check(folder("public")).diagnostics == [])
    }

    @Test func whatIsNoSiteOrNotThereIsStatus66() async throws {
        let folder = try TemporaryFolder()
        let outcome = await Terminal(folder: folder).check(folder("public"))
        #expect(outcome.status == .noInput)
        #expect(outcome.diagnostics.count == 1)
        #expect(outcome.diagnostics.first?.hasPrefix("hangar: error: ~/public: ") == true)
    }

    @Test func aThemeIsCheckedWithTheSitesOwnTemplates() async throws {
        let folder = try await fetchedSite()
        try folder.write("<p>{{site.title}}</p>\n", to: "site/Templates/partials/mine.html.mustache")
        let short = await Terminal(folder: folder).run(CheckCommand.self, ["--templates", "--site", folder("site")])
        #expect(short.output.hasPrefix("unused template: partials/mine.html.mustache\n"))
        #expect(
            short.output.wholeMatch(of: /.*\n\d+ templates are sound; 1 unused templates, \d+ unused fields; --verbose names them\n/) != nil
        )
        let outcome = await Terminal(verbosity: .verbose, folder: folder).run(
            CheckCommand.self, ["--templates", "--site", folder("site")])
        #expect(outcome.status == .done)
        #expect(outcome.diagnostics == [])
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.first == "unused template: partials/mine.html.mustache")
        #expect(lines.contains("unused field: pages/agency.html.mustache: figure.thumbnail"))
        let last = try #require(lines.last)
        #expect(last.wholeMatch(of: /\d+ templates are sound; 1 unused templates, \d+ unused fields/) != nil, "\(last)")
        try folder.write("{{#a}}", to: "site/Templates/partials/mine.html.mustache")
        let broken = await Terminal(folder: folder).run(CheckCommand.self, ["--templates", "--site", folder("site")])
        #expect(broken.status == .badData)
        #expect(broken.diagnostics.first?.hasPrefix("hangar: error: ~/site/Templates/partials/mine.html.mustache:1:1: ") == true)
    }
}
