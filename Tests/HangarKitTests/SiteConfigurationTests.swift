import SiteGenerator
import Testing

@testable import HangarKit

@Suite struct SiteConfigurationTests {
    @Test func everyFaultIsNamedWithItsPlaceAMisspeltKeyWithTheNearestKnownOne() throws {
        let yaml = """
            titel: The Register
            base_url: example.org
            images:
              licences:
                unknwon: show
                attribution: hide
            """
        let failure = try #require(throws: Failure.self) {
            try SiteConfiguration(yaml: Array(yaml.utf8), file: "Site/hangar.yml")
        }
        #expect(failure.status == .configuration)
        #expect(
            failure.diagnostics.map(\.description) == [
                "hangar: error: Site/hangar.yml:1:1: unknown key \"titel\". Did you mean \"title\"?",
                "hangar: error: Site/hangar.yml:2:11: base_url: expected an address that begins with http:// or https://, without user, ? and #, "
                    + "found \"example.org\". Correct the value, or remove the key to get its default.",
                "hangar: error: Site/hangar.yml:5:5: unknown key \"images › licences › unknwon\". Did you mean \"unknown\"?",
                "hangar: error: Site/hangar.yml:6:18: images › licences › attribution: expected one of \"show\", \"copy\", \"link\", \"omit\", "
                    + "found \"hide\". Correct the value, or remove the key to get its default.",
                "hangar: error: Site/hangar.yml: the key \"title\" is missing. Add it, such as \"title: The Spacecraft Register\".",
            ])
    }

    @Test(arguments: [
        ("https://example.org/a/../b/", "an address without the segments . and .."),
        ("https://example.org/%2E/", "an address without the segments . and .."),
        ("https://example.org:99999/", "an address with a port from 1 to 65535"),
        ("https://example.org/?a", "an address that begins with http:// or https://, without user, ? and #"),
    ])
    func aRootThatIsRefusedNamesTheRuleThatItBreaks(address: String, expected: String) throws {
        let failure = try #require(throws: Failure.self) {
            try SiteConfiguration(yaml: Array("title: A\nbase_url: \(address)\n".utf8), file: "hangar.yml")
        }
        #expect(
            failure.diagnostics.map(\.description).first?.hasPrefix(
                "hangar: error: hangar.yml:2:11: base_url: expected \(expected), found ") == true)
    }

    @Test func everyKeyReachesWhatItSets() throws {
        let yaml = """
            title: Polar Register
            description: Craft of the north
            base_url: https://polar.example/craft
            language: nb-NO
            source:
              url: https://lldev.thespacedevs.com/2.3.0
              mode: detailed
              api_key_variable: POLAR_KEY
            images:
              delivery: none
              licences: {public_domain: show, attribution: link, share_alike: omit, non_commercial: link, no_derivatives: omit,
                agency_terms: link, all_rights_reserved: omit, unknown: omit}
            index:
              page_size: 25
            downloads: {csv_byte_order_mark: true}
            publish:
              method: swap
              compress: {gzip: 9, brotli: 5}
            author:
              name: Polar Bureau
              url: https://polar.example/about
              email: office@polar.example
            """
        var expected = SiteConfiguration()
        expected.title = LocalizedText("Polar Register")
        expected.description = LocalizedText("Craft of the north")
        expected.baseURL = "https://polar.example/craft/"
        expected.language = "nb-NO"
        expected.source = .init(url: "https://lldev.thespacedevs.com/2.3.0/", mode: .detailed, apiKeyVariable: "POLAR_KEY")
        expected.images.delivery = .none
        expected.images.treatments = [
            .publicDomain: .show, .attribution: .link, .shareAlike: .omit, .nonCommercial: .link, .noDerivatives: .omit,
            .agencyTerms: .link, .allRightsReserved: .omit, .unknown: .omit,
        ]
        expected.index.pageSize = 25
        expected.downloads.csvByteOrderMark = true
        expected.publish.method = .swap
        expected.publish.compress = .init(gzip: 9, brotli: 5)
        expected.author = .init(name: "Polar Bureau", url: "https://polar.example/about", email: "office@polar.example")
        #expect(try SiteConfiguration(yaml: Array(yaml.utf8), file: "hangar.yml") == expected)
    }

    @Test func theTitleAndTheDescriptionMayBeOneForEachLanguage() throws {
        let yaml = """
            title: {de: Polarregister, en: Polar Register}
            description: {en: Craft of the north}
            base_url: https://polar.example/
            languages: [en, de]
            """
        let configuration = try SiteConfiguration(yaml: Array(yaml.utf8), file: "hangar.yml")
        #expect(configuration.title == LocalizedText(["en": "Polar Register", "de": "Polarregister"]))
        #expect(configuration.description == LocalizedText(["en": "Craft of the north"]))
        #expect(configuration.unshownTexts == [])
    }

    @Test(arguments: [
        ("de-AT", "Das Register"), ("DE", "Das Register"), ("pt-br", "O Registo"), ("pt-PT", "Das Register"), ("ja", "Das Register"),
    ])
    func aTextIsThatOfTheTagOfAShorterOneOrElseThatOfTheFirstLanguageThatHasOneAndOfAny(language: String, title: String) {
        let texts = LocalizedText(["De": "Das Register", "pt-BR": "O Registo"])
        #expect(texts.text(in: language, of: [language, "de"]) == title)
        #expect(texts.text(in: language, of: [language]) == title)
        #expect(LocalizedText("One").text(in: language, of: [language, "de"]) == "One")
    }

    @Test(arguments: ["language: de\nlanguages: [en, de]\n", "languages: [en, de]\nlanguage: de\n"])
    func severalLanguagesAreInPlaceOfOneWhereverItStands(lines: String) throws {
        let configuration = try SiteConfiguration(yaml: Array((smallestConfiguration + lines).utf8), file: "hangar.yml")
        #expect(configuration.languages == ["en", "de"])
    }

    @Test func aTextInALanguageThatTheSiteDoesNotHaveIsTold() throws {
        let yaml = """
            title: {DE: Das Register, en: Register, dr: Das Register}
            description: All craft
            base_url: https://polar.example/
            languages: [en, de-AT]
            pages: {line: {title: {fr: Ligne}, description: {en: A, de-CH: B}}, other: {ja: C}}
            navigation: [{page: line, name: {ru: D}}, records, {name: {en: E}, url: "https://polar.example/"}]
            """
        let configuration = try SiteConfiguration(yaml: Array(yaml.utf8), file: "hangar.yml")
        let remedy = "Its languages are en, de-AT."
        #expect(
            configuration.unshownTexts.map(\.description) == [
                "hangar: warning: hangar.yml:1:41: title: the site has no language 'dr'. \(remedy)",
                "hangar: warning: hangar.yml:5:24: pages › line › title: the site has no language 'fr'. \(remedy)",
                "hangar: warning: hangar.yml:5:57: pages › line › description: the site has no language 'de-CH'. \(remedy)",
                "hangar: warning: hangar.yml:5:77: pages › other: the site has no language 'ja'. \(remedy)",
                "hangar: warning: hangar.yml:6:34: navigation › name: the site has no language 'ru'. \(remedy)",
            ])
    }

    @Test(arguments: ["description:", "description: ~", "description: ' '", "images:", "source:\n  url: null", "# only words"])
    func aKeyWithoutAValueIsAsGoodAsNoKey(line: String) throws {
        let plain = try SiteConfiguration(yaml: Array(smallestConfiguration.utf8), file: "hangar.yml")
        #expect(try SiteConfiguration(yaml: Array((smallestConfiguration + line).utf8), file: "hangar.yml") == plain)
    }

    @Test(arguments: ["", "# nothing yet\n", "---\n", "title:\nbase_url: ~\n"])
    func whatMustBeThereIsMissedByItsName(yaml: String) {
        #expect(
            messages(yaml) == [
                "hangar.yml: the key \"title\" is missing. Add it, such as \"title: The Spacecraft Register\".",
                "hangar.yml: the key \"base_url\" is missing. Add it, such as \"base_url: https://example.org/\".",
            ])
    }

    private static let localized = "a text, or one for each language such as {en: Timeline, de: Zeitleiste}"
    private static let correct = "Correct the value, or remove the key to get its default."

    @Test(arguments: [
        ("index: {page_size: 0}", "3:20: index › page_size: expected a whole number from 1 to 1000, found \"0\""),
        (
            "publish: {compress: {gzip: 13}}", "3:28: publish › compress › gzip: expected a whole number from 1 to 12, found \"13\""
        ),
        (
            "publish: {compress: {brotli: 12}}", "3:30: publish › compress › brotli: expected a whole number from 0 to 11, found \"12\""
        ),
        ("index: {page_size: many}", "3:20: index › page_size: expected a whole number from 1 to 1000, found \"many\""),
        ("index: {page_size: [1]}", "3:20: index › page_size: expected a whole number from 1 to 1000, found a list"),
        ("index: 5", "3:8: index: expected keys with values, found \"5\""),
        ("images: [show]", "3:9: images: expected keys with values, found a list"),
        (
            "description: {a: b}",
            "3:14: description: expected a text, or one for each language such as {en: Timeline, de: Zeitleiste}, found keys with values"
        ),
        ("languages: []", "3:12: languages: expected a list of language tags such as [en, de], found a list"),
        ("languages: [en, zh-yue]", "3:17: languages: expected a language tag such as en or pt-BR, found \"zh-yue\""),
        ("languages: [en, de, EN]", "3:21: languages: expected each language once, found \"EN\""),
        ("description: {de: A, DE: B}", "3:22: description: expected each language once, found \"DE\""),
        ("description: {de: A, en: ' '}", "3:26: description › en: expected a text, found \"\""),
        ("description: {de: A, en: [B]}", "3:26: description › en: expected a text, found a list"),
        ("language: English, please", "3:11: language: expected a language tag such as en or pt-BR, found \"English, please\""),
        ("downloads: {csv_byte_order_mark: yes}", "3:34: downloads › csv_byte_order_mark: expected true or false, found \"yes\""),
        ("publish: {method: rsync}", "3:19: publish › method: expected one of \"in-place\", \"swap\", found \"rsync\""),
        ("source: {mode: list}", "3:16: source › mode: expected one of \"normal\", \"detailed\", found \"list\""),
        (
            "author: {url: polar.example}",
            "3:15: author › url: expected an address that begins with http:// or https://, found \"polar.example\""
        ),
        (
            "source: {url: \"https://a.example/?mode=list\"}",
            "3:15: source › url: expected an address that begins with http:// or https://, without user, ? and #, found \"https://a.example/?…\""
        ),
        (
            "source: {url: \"https://me:s3cret@a.example/\"}",
            "3:15: source › url: expected an address that begins with http:// or https://, without user, ? and #, found \"https://…@a.example/\""
        ),
        (
            "source: {api_key_variable: 9f86d081884c7d659a2f}",
            "3:28: source › api_key_variable: expected the name of an environment variable, in capitals, "
                + "found something else, which is not shown here"
        ),
    ])
    func aValueThatCannotBeUsedIsReportedWithWhatIsExpectedAndWhatIsThere(line: String, message: String) {
        #expect(messages(smallestConfiguration + line) == ["hangar.yml:\(message). \(Self.correct)"])
    }

    @Test func anEmptyTitleIsNoTitle() {
        #expect(
            messages("title: ' '\nbase_url: https://polar.example/\n") == [
                "hangar.yml:1:8: title: expected \(Self.localized), found \"\". \(Self.correct)"
            ])
    }

    @Test(arguments: ["example.org", "example.org,26", "https://example.org,2026", "example.org,2026:x", "müller.example,2026", ",2026"])
    func anAuthorityOfFeedsHasAHostAndAYear(authority: String) {
        #expect(
            messages("title: A\nbase_url: https://polar.example/\nfeed:\n  authority: \"\(authority)\"\n") == [
                "hangar.yml:4:14: feed › authority: expected a host and a year in which it was yours, such as example.org,2026, "
                    + "found \"\(authority)\". \(Self.correct)"
            ])
    }

    private static let syntax = "Mend the YAML there; indentation is by spaces, and a text with ': ' or '#' stands in quotes."

    @Test(arguments: [
        ("title: a: b\n", "1:9: mapping values are not allowed in this context. \(syntax)"),
        ("title: A\n\tdescription: B\n", "2:1: found a tab character that violates indentation. \(syntax)"),
        ("title: 'A\n", "2:1: found unexpected end of stream. \(syntax)"),
        ("title: A\nbase_url: https://a.example/\ntitle: B\n", "3:1: the key \"title\" stands in line 1 too. Keep one of them."),
        (
            "title: A\nindex:\n  page_size: 5\nimages:\n  page_size: 6\n  delivery: link\n  'page_size': 7\n",
            "7:3: the key \"page_size\" stands in line 5 too. Keep one of them."
        ),
        ("title: A\nindex: {page_size: 5, page_size: 6}\n", "2:23: the key \"page_size\" stands before in this line. Keep one of them."),
        ("index: {page_size: 5,\n  page_size: 6}\n", "2:3: the key \"page_size\" stands in line 1 too. Keep one of them."),
        ("- title\n", "1:1: expected keys with values, found a list. Write one key a line, as \"key: value\"."),
        ("The Register\n", "1:1: expected keys with values, found \"The Register\". Write one key a line, as \"key: value\"."),
    ])
    func whatIsNoYAMLIsReportedWithItsPlace(yaml: String, message: String) {
        #expect(messages(yaml).first == "hangar.yml:" + message)
    }

    @Test func aFileThatIsNotUTF8IsRefusedBeforeItsLettersAreLost() throws {
        let failure = try #require(throws: Failure.self) {
            try SiteConfiguration(yaml: Array("title: Mus".utf8) + [0xE9] + Array("e\n".utf8), file: "hangar.yml")
        }
        #expect(failure == Failure(.configuration, at: "hangar.yml", "the file is not UTF-8", remedy: "Save it as UTF-8."))
    }

    @Test(arguments: [
        ("discription: A", "3:1: unknown key \"discription\". Did you mean \"description\"?"),
        ("base-url: A", "3:1: unknown key \"base-url\". Did you mean \"base_url\"?"),
        ("image: {}", "3:1: unknown key \"image\". Did you mean \"images\"?"),
        ("source: {api_key: s3cret}", "3:10: unknown key \"source › api_key\". Known here: api_key_variable, mode, url."),
        ("publish: {methods: swap}", "3:11: unknown key \"publish › methods\". Did you mean \"method\"?"),
    ])
    func anUnknownKeyIsAnsweredWithTheNearestOfItsPlaceOrWithAllOfThem(line: String, message: String) {
        #expect(messages(smallestConfiguration + line) == ["hangar.yml:" + message])
    }

    /// The messages about an unusable file, without the words that begin every line.
    private func messages(_ yaml: String) -> [String] {
        do {
            _ = try SiteConfiguration(yaml: Array(yaml.utf8), file: "hangar.yml")
            return []
        } catch {
            #expect(error.status == .configuration)
            return error.diagnostics.map { String($0.description.dropFirst("hangar: error: ".count)) }
        }
    }
}
