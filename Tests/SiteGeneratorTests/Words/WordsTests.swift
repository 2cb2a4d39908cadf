import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// The files of words, and how languages fall back on one another.
@Suite struct WordsTests {
    private func theme(_ files: [String: String]) -> Theme {
        Theme.standard.overlaid(
            by: Theme(
                templates: files.sorted { $0.key < $1.key }.map {
                    Theme.File(path: "words/\($0.key).yml", bytes: Array($0.value.utf8), origin: "\($0.key).yml")
                }, assets: []))
    }

    private func text(_ key: String, _ language: String, _ files: [String: String]) throws -> String {
        try Words(theme(files), language: language).messages.text(TemplateMessage(FieldName(key)))
    }

    @Test func aSitesOwnFileShadowsSingleKeys() throws {
        let own = ["de": "values:\n  yes: \"jawohl\"\n"]
        #expect(try text("values.yes", "de", own) == "jawohl")
        #expect(try text("values.no", "de", own) == "nein")
    }

    @Test func aTagFallsBackAlongItsPartsAndThenToEnglish() throws {
        let austrian = ["de-AT": "values:\n  yes: \"freilich\"\n"]
        #expect(try text("values.yes", "de-AT", austrian) == "freilich")
        #expect(try text("values.no", "de-AT", austrian) == "nein")
        #expect(try Words(theme(austrian), language: "de-AT").missing == [])
        let polish = ["pl": "values:\n  yes: \"tak\"\n  no: # \"no\"\n"]
        #expect(try text("values.yes", "pl", polish) == "tak")
        #expect(try text("values.no", "pl", polish) == "no")
        let words = try Words(theme(polish), language: "pl")
        #expect(words.missing.count == words.messages.keys.count - 1)
        #expect(!words.missing.contains("values.yes"))
        #expect(Words.tags(for: "zh-Hant-TW") == ["zh-hant-tw", "zh-hant", "zh", "en"])
        #expect(Words.tags(for: "en-GB") == ["en-gb", "en"])
    }

    @Test(arguments: [
        ("\"{count | number} hits\"", "3:15", "{count | number} hits"),
        ("\n    plural: first\n    one: \"{count}\"\n    other: \"{count}\"", "4:13", "first"),
        ("\n    select: count\n    other: \"{count}\"", "4:13", "count"),
        (
            "\n    plural: count\n    one: \"{count}\"\n    other:\n      select: first\n      other: \"{count}\"", "6:5", "other"
        ),
    ])
    func whatNoScriptCanSayIsAnErrorAtItsPlace(words: String, place: String, what: String) throws {
        let own = theme(["en": "# Own words\nsearch:\n  found_part: \(words)\n"])
        let errors = #expect(throws: TemplateErrors.self) { try Words(own, language: "en") }
        #expect(
            firstLines(errors) == [
                "en.yml:\(place): a script says the words 'search.found_part', and it cannot read '\(what)'. "
                    + "Write plain values such as {count}, and forms by 'plural: count' alone"
            ])
    }

    @Test func aFileThatIsNotUTF8IsAnErrorWithItsLine() throws {
        let file = Theme.File(path: "words/de.yml", bytes: Array("values:\n  yes: \"J".utf8) + [0xE4, 0x22, 0x0A], origin: "de.yml")
        let errors = #expect(throws: TemplateErrors.self) {
            try Words(Theme.standard.overlaid(by: Theme(templates: [file], assets: [])), language: "de")
        }
        #expect(firstLines(errors) == ["de.yml:2:1: this line is not UTF-8. Save the file as UTF-8"])
    }

    private func firstLines(_ errors: TemplateErrors?) -> [String] {
        (errors?.errors ?? []).map { String($0.description.prefix { $0 != "\n" }) }
    }

    @Test(arguments: ["en-GB", "EN", "en-Latn-US"])
    func theEnglishOfARegionIsEnglishAndLacksNothing(language: String) throws {
        #expect(try Words(.standard, language: language).missing == [])
        #expect(try text("values.yes", language, [:]) == "yes")
        #expect(try text("values.yes", language, [language: "values:\n  yes: \"aye\"\n"]) == "aye")
    }

    @Test(arguments: Theme.standard.languages)
    func aShippedLanguageHasAllWordsWithTheValuesThatEnglishHas(language: String) throws {
        let english = try Words(.standard, language: "en").messages
        let words = try Words(.standard, language: language)
        #expect(words.missing == [])
        for key in words.messages.keys {
            let values = Set(words.messages.valueNames(of: key) ?? [])
            #expect(values.subtracting(english.valueNames(of: key) ?? []) == [], "\(key)")
        }
    }

    @Test func theCaseOfATagHasNoMeaning() throws {
        #expect(try text("values.yes", "DE", [:]) == "ja")
        #expect(try Words(.standard, language: "DE").missing == [])
        #expect(try Words(.standard, language: "EN").missing == [])
    }

    @Test func sevenLanguagesAreShipped() {
        #expect(Theme.standard.languages == ["ar", "de", "en", "es", "fr", "ja", "ru"])
    }

    @Test(arguments: [
        ("values:\n  yes: x\n  yes: y\n", "de.yml:2:3: the key 'yes' is here twice. Take one of them out"),
        ("values:\n  yes: [x]\n", "de.yml:2:8: a list is no text. Write a text, or a form for each case"),
        ("values:\n  yes:\n    one: x\n", "de.yml:3:5: these forms do not say which value decides. "),
        ("values: x\n", "de.yml:1:1: the group 'values' has no keys. "), ("- x\n", "de.yml:1:1: this is not a list of groups. "),
        ("values:\n  yes: \"{a\"\n", "de.yml:2:8: this '{' is not closed. "),
        ("values:\n  yess: \"x\"\n", "de.yml:2:9: no page has words 'values.yess'. Did you mean 'values.yes'?"),
        ("values:\n  yes: \"{count}\"\n", "de.yml:2:8: the words 'values.yes' have no value 'count' here. "),
    ])
    func aMistakeInAFileIsReportedAtItsPlace(yaml: String, message: String) throws {
        let error = #expect(throws: TemplateErrors.self) { _ = try Words(theme(["de": yaml]), language: "de") }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }

    /// Of what a choice by a value does not name, nothing would be written.
    @Test(arguments: [
        (
            "nameless:\n  name:\n    select: kind\n    spacecraft: \"A craft\"\n",
            "en.yml:3:13: the form 'spacecraft_configuration' of the words 'nameless.name' is missing. "
                + "The theme has 'spacecraft', 'spacecraft_configuration', 'spacecraft_configuration_type', 'agency'"
        ),
        (
            "own:\n  state:\n    select: kind\n    open: \"open\"\n",
            "en.yml:3:13: the form 'other' of the words 'own.state' is missing. A form 'other' stands for all that are not there"
        ),
        (
            "own:\n  state:\n    plural: count\n    one: x\n    other:\n      select: kind\n      open: \"open\"\n",
            "en.yml:6:15: the form 'other' of the words 'own.state' is missing. "
        ),
        ("own:\n  state:\n    plural: count\n    other: x\n", "en.yml:3:13: the plural form 'one' is missing. "),
    ])
    func aFormThatIsMissingIsToldAtItsWords(yaml: String, message: String) throws {
        let error = #expect(throws: TemplateErrors.self) { _ = try Words(theme(["en": yaml]), language: "en") }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        "own:\n  state:\n    select: kind\n    open: x\n    other: y\n", "own:\n  state:\n    select: flag\n    true: x\n    false: y\n",
        "craft_list:\n  heading: \"All of them\"\n",
    ])
    func oneFormMayStandForAll(yaml: String) throws {
        #expect(try Words(theme(["en": yaml]), language: "en").blankForms == [])
    }

    @Test func wordsOfWhichOneFormHasNoTextAreNotUsedWhichIsTold() throws {
        let words = try Words(theme(["en": "craft_list:\n  heading:\n    plural: count\n    one: \"x\"\n    other:\n"]), language: "en")
        #expect(words.messages.text(TemplateMessage("craft_list.heading", ["count": 3])) == "All 3 in the register")
        #expect(
            words.blankForms.map(\.description) == [
                """
                en.yml:5:5: the form 'other' of the words 'craft_list.heading' has no text, so none of their forms is used. Write a text for it
                    other:
                    ^
                """
            ])
        let untouched = ["pl": "craft_list:\n  heading:\n    plural: count\n    one:\n    few:\n    many:\n    other:\n"]
        #expect(try Words(theme(untouched), language: "pl").blankForms == [])
    }

    @Test func aBlankFileHasAllKeysWithTheFormsOfItsLanguageAndIsSound() throws {
        let blank = TranslationReport.blankFile(.standard, language: "pl")
        #expect(blank.contains("\nvalues:\n  yes: # \"yes\"\n  no: # \"no\"\n"))
        #expect(
            blank.contains(
                """
                \n  pictures:
                    plural: count
                    one: # "{count}\\_picture"
                    few: # "{count}\\_pictures"
                    many: # "{count}\\_pictures"
                    other: # "{count}\\_pictures"\n
                """))
        let report = try TranslationReport(theme(["pl": blank]), language: "pl")
        #expect(report.missing.count == report.total)
    }
}
