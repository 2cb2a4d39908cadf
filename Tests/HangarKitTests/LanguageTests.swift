import TestSupport
import Testing

@testable import HangarKit

/// The commands of an operator whose site is in another language, or in several.
@Suite struct LanguageTests {
    private func site(_ configuration: String, _ files: [String: String] = [:]) throws -> TemporaryFolder {
        try TemporaryFolder(["site/hangar.yml": smallestConfiguration + configuration, "records.json": Records.two].merging(files) { $1 })
    }

    private func built(_ folder: TemporaryFolder) async -> Outcome {
        await Terminal(folder: folder).run(
            BuildCommand.self, ["--site", folder("site"), "--output", folder("public"), "--from", folder("records.json")])
    }

    @Test func aSiteMayBeInSeveralLanguagesAndCheckFindsNoFault() async throws {
        let folder = try site("languages: [de, ru, ar]\n")
        #expect(await built(folder).diagnostics == [])
        #expect(try folder.text("public/index.html").contains(#"<html lang="de">"#))
        #expect(try folder.text("public/ru/index.html").contains(#"<html lang="ru">"#))
        #expect(try folder.text("public/ar/404.html").contains(#"<html lang="ar" dir="rtl">"#))
        let checked = await Terminal(folder: folder).check(folder("public"))
        #expect(checked.diagnostics == [])
        #expect(checked.status == .done)
    }

    @Test func aTextForAboutHasAFileForEachFurtherLanguage() async throws {
        let folder = try site(
            "languages: [en, de]\n",
            ["site/content/about.html": "<p>Mine.</p>", "site/content/about.de.html": "<p>Meins.</p><iframe></iframe>"])
        #expect(
            await built(folder).diagnostics == [
                "hangar: warning: ~/site/content/about.de.html:1:14: <iframe> and its contents are left out. "
                    + "Text, headings, lists, tables, links and the site's own pictures are kept."
            ])
        #expect(try folder.text("public/about/index.html").contains("<p>Mine.</p>"))
        #expect(try folder.text("public/de/about/index.html").contains("<p>Meins.</p>"))
    }

    @Test func anotherWordIsSeenByTheNextBuild() async throws {
        let folder = try site("language: de\n")
        let terminal = Terminal(cache: folder("cache"), folder: folder)
        let build = ["--site", folder("site"), "--output", folder("public"), "--from", folder("records.json")]
        _ = await terminal.run(BuildCommand.self, build)
        try folder.write("craft:\n  heading: \"Das Schiff\"\n", to: "site/Templates/words/de.yml")
        _ = await terminal.run(BuildCommand.self, build)
        let pages = try folder.files(in: "public").filter { $0.key.contains(/^spacecraft\/[0-9]+-.*\.html$/) }
        #expect(!pages.isEmpty)
        #expect(pages.allSatisfy { String(decoding: $0.value, as: UTF8.self).contains("<h2>Das Schiff</h2>") })
    }

    @Test func aLanguageWithoutWordsIsBuiltInEnglishWithAWarning() async throws {
        let folder = try site("language: pl\n", ["site/Templates/words/pl.yml": "values:\n  yes: \"tak\"\n"])
        let outcome = await built(folder)
        #expect(outcome.status == .done)
        #expect(outcome.diagnostics.count == 1)
        #expect(
            outcome.diagnostics.first?.hasPrefix(
                "hangar: warning: ~/site/Templates/words/pl.yml: the language 'pl' has no words for about.description and ") == true)
        #expect(
            outcome.diagnostics.first?.hasSuffix(
                "Add them, or choose one of the languages with words: ar, de, en, es, fr, ja, ru.") == true)
    }

    @Test func aMistakeInWordsIsAnErrorWithItsPlace() async throws {
        let folder = try site("language: de\n", ["site/Templates/words/de.yml": "values:\n  yess: \"ja\"\n"])
        let outcome = await built(folder)
        #expect(outcome.status == .badData)
        #expect(
            outcome.diagnostics.first?.hasPrefix(
                "hangar: error: ~/site/Templates/words/de.yml:2:9: no page has words 'values.yess'. Did you mean 'values.yes'?") == true)
    }

    @Test(arguments: ["languages: en\n", "languages: []\n", "languages: [en, EN]\n", "languages: [en, 'x y']\n"])
    func languagesAreAListOfDifferentTags(configuration: String) async throws {
        let outcome = await built(try site(configuration))
        #expect(outcome.status == .configuration)
        #expect(outcome.diagnostics.first?.contains(": languages: expected ") == true)
    }

    @Test func wordsNewHasEachKeyOnceAlsoOfASiteWithWordsOfItsOwn() async throws {
        let folder = try site("language: pl\n")
        try folder.write("home:\n  mine: \"Mine\"\nvalues:\n  yes: \"aye\"\nown:\n  key: \"A key\"\n", to: "site/Templates/words/en.yml")
        let terminal = Terminal(folder: folder)
        #expect(await terminal.run(WordsNewCommand.self, ["pl", "--site", folder("site")]).status == .done)
        let text = try folder.text("site/Templates/words/pl.yml")
        for line in ["  mine: # \"Mine\"\n", "\nvalues:\n  yes: # \"aye\"\n", "\nown:\n  key: # \"A key\"\n"] {
            #expect(text.components(separatedBy: line).count == 2, "\(line)")
        }
        #expect(text.components(separatedBy: "\nhome:\n").count == 2)
        #expect(await terminal.run(WordsCheckCommand.self, ["pl", "--site", folder("site")]).output.hasPrefix("pl: about.description\n"))
    }

    @Test func wordsNewWritesAFileOnceAndWordsCheckListsWhatIsMissing() async throws {
        let folder = try site("language: pl\n")
        let terminal = Terminal(folder: folder)
        let made = await terminal.run(WordsNewCommand.self, ["pl", "--site", folder("site")])
        #expect(made.output == "~/site/Templates/words/pl.yml: all keys, with the English beside them. Write a text after each ':'.\n")
        #expect(try folder.text("site/Templates/words/pl.yml").contains("\nvalues:\n  yes: # \"yes\"\n"))
        #expect(await terminal.run(WordsNewCommand.self, ["pl", "--site", folder("site")]).status == .cannotWrite)
        let checked = await terminal.run(WordsCheckCommand.self, ["--site", folder("site")])
        #expect(checked.status == .badData)
        #expect(checked.output.hasPrefix("pl: about.description\n"))
        #expect(await terminal.run(WordsCheckCommand.self, ["de", "--site", folder("site")]).output.hasPrefix("de: all ") == true)
        #expect(await terminal.run(WordsNewCommand.self, ["p l", "--site", folder("site")]).status == .usage)
    }

    /// English is the language that has all keys, so nothing else tells a slip in it.
    @Test func aSlipInASitesOwnEnglishIsTold() async throws {
        let folder = try site("", ["site/Templates/words/en.yml": "craft:\n  haeding: \"The ship\"\n"])
        let warning =
            "hangar: warning: ~/site/Templates/words/en.yml:2:3: no template reads the words 'craft.haeding'. Did you mean 'craft.heading'?\n"
            + "  haeding: \"The ship\"\n  ^"
        #expect(await built(folder).diagnostics == [warning])
        let terminal = Terminal(folder: folder)
        let checked = await terminal.run(WordsCheckCommand.self, ["--site", folder("site")])
        #expect(checked.status == .done)
        #expect(checked.diagnostics == [warning])
        #expect(await terminal.run(CheckCommand.self, ["--templates", "--site", folder("site")]).diagnostics == [warning])
        try folder.write(
            "{{words.craft.haeding}}", to: "site/Templates/partials/checked.html.mustache")
        #expect(await built(folder).diagnostics == [])
    }

    @Test func wordsFindTellsTheKeyOfAText() async throws {
        let folder = try site("", ["site/Templates/words/en.yml": "craft:\n  heading: \"The ship\"\n"])
        let template = "Templates/pages/spacecraft.html.mustache"
        let source = try #require(ThemeFiles.builtIn[template]).bytes
        let lines = String(decoding: source, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains("words.craft.heading") }) + 1
        let found = await Terminal(folder: folder).run(WordsFindCommand.self, ["The", "ship", "--site", folder("site")])
        #expect(
            found
                == Outcome(
                    output: """
                        craft.heading: "The ship"
                          ~/site/Templates/words/en.yml:2:12
                          read by default theme: \(template):\(line)

                        """))
        #expect(
            await Terminal().run(WordsFindCommand.self, ["zebra crossing"])
                == Outcome(
                    status: .noInput,
                    diagnostics: [
                        "hangar: error: zebra crossing: no words of the language en say this. "
                            + "What they do not say comes from the records, from hangar.yml or from a template."
                    ]))
    }

    @Test func initTakesALanguage() async throws {
        let folder = try TemporaryFolder()
        #expect(await Terminal(folder: folder).run(InitCommand.self, [folder("site"), "--language", "de"]).status == .done)
        #expect(try folder.text("site/hangar.yml").contains("\nlanguage: de\n"))
        #expect(await Terminal(folder: folder).build(folder("site"), to: folder("public")).diagnostics == [])
        #expect(try folder.text("public/index.html").contains(#"<html lang="de">"#))
        #expect(await Terminal(folder: folder).run(InitCommand.self, [folder("other"), "--language", "d e"]).status == .usage)
    }
}
