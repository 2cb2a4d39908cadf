import Foundation
import HangarKit
import TestSupport
import Testing

@Suite struct DataTests {
    @Test(arguments: ["spacecraft/12-aurora-2/", "/spacecraft/12-aurora-2", "spacecraft/12-aurora-2/index.html"])
    func aPagesViewIsPrintedAsJSONByItsAddressInAnyForm(page: String) async throws {
        let folder = try await fetchedSite()
        let outcome = await Terminal(folder: folder).data(folder("site"), page)
        #expect(outcome.status == .done)
        let view = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(view["title"] as? String == "Aurora 2, Aurora M – Polar Register")
        #expect((view["site"] as? [String: Any])?["title"] as? String == "Polar Register")
        #expect(outcome.output.hasSuffix("}\n") && !outcome.output.hasSuffix("\n\n"))
    }

    @Test func theViewIsWhatThePageIsMadeFromATemplateOfItsFieldsGivesThePagesWords() async throws {
        let folder = try await fetchedSite(adding: ["site/Templates/pages/about.html.mustache": "{{site.title}}: {{title}}, {{root}}"])
        _ = await Terminal().build(folder("site"), to: folder("public"))
        let outcome = await Terminal(folder: folder).data(folder("site"), "about/")
        let view = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let words = [(view["site"] as? [String: Any])?["title"], view["title"], view["root"]].compactMap { $0 as? String }
        try #require(words.count == 3)
        #expect(try folder.text("public/about/index.html") == "\(words[0]): \(words[1]), \(words[2])")
    }

    @Test func ofLongListsTheFirstItemsArePrintedUnlessAllAreWanted() async throws {
        let folder = try await fetchedSite()
        var diagnostics: [String] = []
        func columns(_ options: [String]) async throws -> [NSObject] {
            let outcome = await Terminal().run(DataCommand.self, ["--site", folder("site"), "spacecraft/"] + options)
            diagnostics += outcome.diagnostics
            let view = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
            return try #require((view["craft_table"] as? [String: Any])?["columns"] as? [NSObject])
        }
        let (some, all) = (try await columns([]), try await columns(["--all"]))
        try #require(all.count > 6)
        #expect(some == Array(all.prefix(5)))
        #expect(diagnostics.count == 1)
        let words = "hangar: note: spacecraft/: of each list the first 5 items are printed, and N more are left out. --all prints them too."
        #expect(diagnostics.first?.replacing(/and \d+ more/, with: "and N more") == words)
    }

    @Test func whatIsPrintedOfAViewIsOneThatATemplateReads() async throws {
        let folder = try await fetchedSite(adding: ["row.mustache": "{{#craft_table.columns}}[{{label}}]{{/craft_table.columns}}"])
        let view = await Terminal().data(folder("site"), "spacecraft/").output
        try folder.write(view, to: "view.json")
        let outcome = await Terminal().run(RenderCommand.self, [folder("row.mustache"), "--data", folder("view.json")])
        #expect(outcome.status == .done)
        #expect(outcome.output.split(separator: "[").count == 5)
    }

    @Test(arguments: [
        ("spacecraft/12-aurora2/", "there is no page at this address. Did you mean \"spacecraft/12-aurora-2/\"?"),
        ("/spacecrafts/", "there is no page at this address. Did you mean \"spacecraft/\"?"),
        ("something-else-entirely", "there is no page at this address. Name a page, such as \"spacecraft/\"."),
        ("feed.json", "no template makes this file. Name a page, such as \"spacecraft/\"."),
    ])
    func anAddressWithoutAPageIsStatus66WithTheNearestThatThereIs(page: String, message: String) async throws {
        let folder = try await fetchedSite()
        #expect(
            await Terminal(folder: folder).data(folder("site"), page)
                == Outcome(status: .noInput, diagnostics: ["hangar: error: \(page): \(message)"]))
    }
}
