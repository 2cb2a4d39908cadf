import Catalogue
import Foundation
import HangarKit
import LaunchLibrary
import TestSupport
import Testing

@Suite struct UnchangedBuildTests {
    /// A site with some of everything: skipped pictures, a warning of the history, a file that nothing reads.
    private func site() async throws -> TemporaryFolder {
        let records = Records.page(
            Records.craft(11, "Aurora 1", licence: "CC BY 4.0"), Records.craft(12, "Aurora 2", licence: "Kyodo News Copyright"))
        let folder = try await fetchedSite(
            records,
            adding: [
                "site/hangar.yml": smallestConfiguration + "images: {licences: {all_rights_reserved: link}}\n", "site/template/x": "",
                "site/assets/own.css": "p { color: teal }",
            ])
        try folder.write("{\n" + folder.text("site/data/history.jsonl"), to: "site/data/history.jsonl")
        return folder
    }

    @Test func saysWhatABuildSaysThatLooksAtEverythingButThatItDidNot() async throws {
        let folder = try await site()
        let rebuild = Rebuild(folder: folder)
        _ = await rebuild.build()
        let short = await rebuild.build()
        var full = await rebuild.build(remembering: false)
        #expect(full.output.contains("0 written"))
        #expect(full.output.contains("; skipped: 1 picture by licence\n"))
        #expect(full.diagnostics.count == 2)
        full.diagnostics.append(Rebuild.note)
        #expect(short == full)
    }

    @Test(arguments: [Console.Verbosity.normal, .quiet])
    func reportsTheSameAsJSONTooAndIsAsQuiet(verbosity: Console.Verbosity) async throws {
        let folder = try await site()
        let remembering = Terminal(verbosity: verbosity, cache: folder("cache"), folder: folder)
        _ = await remembering.build(folder("site"), to: folder("public"))
        for isJSON in [true, false] {
            let short = await remembering.build(folder("site"), to: folder("public"), isJSON ? ["--json"] : [])
            let full = await Terminal(verbosity: verbosity, folder: folder).build(
                folder("site"), to: folder("public"), isJSON ? ["--json"] : [])
            #expect(short == full)
        }
    }

    @Test(arguments: ["in-place", "swap"])
    func leavesEveryFileAsItIsInTheOutputInTheSiteAndWhatIsRemembered(method: String) async throws {
        let folder = try await fetchedSite(adding: ["site/hangar.yml": smallestConfiguration + "publish: {method: \(method)}\n"])
        let rebuild = Rebuild(folder: folder)
        _ = await rebuild.build()
        let before = try folder.identities(in: ".")
        for _ in 1...2 { try await rebuild.expectShort() }
        #expect(try folder.identities(in: ".") == before)
    }

    @Test(arguments: ["in-place", "swap"])
    func isKnownAlsoAfterABuildThatChangedSomethingAndAfterOneThatOnlyLooked(method: String) async throws {
        let folder = try await fetchedSite(adding: [
            "site/hangar.yml": smallestConfiguration + "publish: {method: \(method), compress: {gzip: 6}}\n"
        ])
        let rebuild = Rebuild(folder: folder)
        try await rebuild.expectFull()
        for words in ["Words of our own.", "Other words."] {
            try folder.write(words, to: "site/content/about.txt")
            try await rebuild.expectFull()
            try await rebuild.expectShort()
        }
        try folder.write(smallestConfiguration + "publish: {method: \(method), compress: {gzip: 6}}\n# a note\n", to: "site/hangar.yml")
        let before = try folder.identities(in: "public")
        try await rebuild.expectFull()
        #expect(try folder.identities(in: "public") == before)
        try await rebuild.expectShort()
    }

    @Test func anUpdateOfTheSameIsSilentAndDoesNotRender() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        func update(_ verbosity: Console.Verbosity) async -> Outcome {
            await Terminal(verbosity: verbosity, transport: .answering(Records.two), cache: folder("cache"), folder: folder)
                .update(folder("site"), to: folder("public"))
        }
        #expect(await update(.normal).output.contains("files written"))
        #expect(await update(.normal) == Outcome())
        #expect(await update(.verbose).diagnostics.contains(Rebuild.note))
    }

    @Test func whateverIsDoneToTheOutputIsMended() async throws {
        let folder = try await fetchedSite()
        let rebuild = Rebuild(folder: folder)
        try await rebuild.expectFull()
        let files = FileManager.default
        let page = folder("public/about/index.html")
        let tamperings: [() throws -> Void] = [
            { try folder.write("hoax", to: "public/index.html") },
            { try files.removeItem(atPath: page) },
            { try files.removeItem(atPath: folder("public/spacecraft")) },
            { try files.removeItem(atPath: folder("public")) },
            {
                try files.moveItem(atPath: folder("public"), toPath: folder("other"))
                try files.copyItem(atPath: folder("other"), toPath: folder("public"))
            },
        ]
        for tamper in tamperings {
            try tamper()
            try await rebuild.expectFull()
            try await rebuild.expectShort()
        }
    }

    @Test func aBuildThatFailsIsNotRememberedAndLeavesWhatIs() async throws {
        let folder = try await fetchedSite()
        let rebuild = Rebuild(folder: folder)
        try await rebuild.expectFull()
        try folder.write("{{#a}}", to: "site/Templates/pages/about.html.mustache")
        for _ in 1...2 { #expect(await rebuild.build().status == .badData) }
        try FileManager.default.removeItem(atPath: folder("site/Templates"))
        try await rebuild.expectShort()
    }

    /// A theme that is the same as at the last build is not checked against the views.
    @Test(arguments: [
        ("Templates/pages/about.html.mustache", "{{no_such_name}}", "no_such_name"),
        ("Templates/words/en.yml", "craft_list:\n  heading: \"{no_such_value}\"\n", "no_such_value"),
    ])
    func aFaultThatComesIntoASoundThemeIsFound(file: String, text: String, name: String) async throws {
        let folder = try await fetchedSite()
        let rebuild = Rebuild(folder: folder)
        try await rebuild.expectFull()
        try folder.write(text, to: "site/" + file)
        for _ in 1...2 {
            let outcome = await rebuild.build()
            #expect(outcome.status == .badData)
            #expect(outcome.diagnostics.first?.contains(name) == true, "\(outcome)")
        }
    }

    @Test func warningsNameTheSiteAsItWasGivenGivenOtherwiseItIsLookedAtAgainWithoutWarningsItNeedNotBe() async throws {
        for (folder, isShort) in [(try await site(), false), (try await fetchedSite(), true)] {
            try folder.link("link", to: folder("site"))
            let terminal = Terminal(verbosity: .verbose, cache: folder("cache"), folder: folder)
            _ = await terminal.build(folder("site"), to: folder("public"))
            let outcome = await terminal.build(folder("link"), to: folder("public"))
            #expect(outcome.diagnostics.contains(Rebuild.note) == isShort)
            #expect(outcome.diagnostics.allSatisfy { !$0.contains("~/site/") })
        }
    }
}
