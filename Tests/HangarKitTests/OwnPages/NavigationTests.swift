import TestSupport
import Testing

@testable import HangarKit

/// What `navigation:` in `hangar.yml` makes of the head of each page.
@Suite struct NavigationTests {
    private func built(_ navigation: String, _ tree: [String: String] = [:]) async throws -> (folder: TemporaryFolder, outcome: Outcome) {
        let folder = try await fetchedSite(adding: tree)
        try folder.write(smallestConfiguration + navigation, to: "site/hangar.yml")
        return (folder, await Terminal(folder: folder).build(folder("site"), to: folder("public")))
    }

    /// The entries of a page's navigation: name and address, with a star for the current one.
    private func entries(_ folder: TemporaryFolder, _ page: String) throws -> [String] {
        let text = try folder.text("public/" + page)
        let list = try #require(text.firstMatch(of: #/(?s)<nav aria-label="(?:Main|Hauptmenü)">\n<ul>\n(.*?)<\/ul>/#)?.1)
        return list.matches(of: #/<a href="([^"]*)"(?: aria-current="([a-z]*)")?>([^<]*)</#).map { match in
            "\(match.3) \(match.1)" + (match.2 == "true" ? " *" : "")
        }
    }

    @Test func itOrdersAndHidesWhatIsThereAndAddsPagesAndLinks() async throws {
        let (folder, outcome) = try await built(
            """
            navigation:
              - records
              - about
              - page: contact
                name: Write to us
              - museum/tickets
              - name: The museum
                url: https://museum.example/a?b=1&c=2
              - types
            """,
            ["site/content/contact.md": "# Contact", "site/content/museum/tickets.md": "# Tickets", "site/content/imprint.md": "# Imprint"])
        #expect(outcome.diagnostics == [])
        let museum = "The museum https://museum.example/a?b=1&amp;c=2"
        #expect(
            try entries(folder, "contact/index.html")
                == [
                    "Records ../records/", "About ../about/", "Write to us ../contact/ *", "Tickets ../museum/tickets/", museum,
                    "Types ../types/",
                ])
        #expect(
            try entries(folder, "museum/tickets/index.html")[3...]
                == ["Tickets ../../museum/tickets/ *", museum, "Types ../../types/"])
        #expect(try entries(folder, "types/2-capsule/index.html").last == "Types ../../types/ *")
        #expect(try entries(folder, "spacecraft/index.html").allSatisfy { !$0.hasSuffix("*") })
        let footer = try folder.text("public/index.html").matches(of: #/<li><a href="([a-z]*\/)">(Imprint|Contact|Tickets)</#).map {
            "\($0.1)"
        }
        #expect(footer == ["imprint/"])
        #expect(await Terminal(folder: folder).check(folder("public")).diagnostics == [])
    }

    @Test func withoutTheKeyItIsThatOfTheTheme() async throws {
        let (folder, _) = try await built("")
        #expect(
            try entries(folder, "index.html") == [
                "Spacecraft spacecraft/", "Configurations configurations/", "Agencies agencies/", "Families families/", "Records records/",
                "Credits credits/",
            ])
    }

    @Test func anEmptyOneIsNoNavigationAndEachLanguageHasItsOwnNames() async throws {
        #expect(try entries(try await built("navigation: []\n").folder, "index.html") == [])
        let (folder, outcome) = try await built(
            "languages: [en, de]\nnavigation: [families, contact, {name: {en: Museum, de: Haus}, url: \"https://museum.example/\"}]\n",
            ["site/content/contact.de.md": "# Kontakt"])
        #expect(outcome.diagnostics == [])
        #expect(try entries(folder, "index.html") == ["Families families/", "Museum https://museum.example/"])
        #expect(
            try entries(folder, "de/contact/index.html")
                == ["Familien ../families/", "Kontakt ../contact/ *", "Haus https://museum.example/"])
    }

    private static let correct = "Correct the value, or remove the key to get its default."
    private static let expected = "expected the name of a page, or {name: …, url: https://…}, found"

    @Test(arguments: [
        ("[spacecrafts]", "3:14: navigation: there is no page 'spacecrafts'. Did you mean \"spacecraft\"?"),
        (
            "[x-y-z]",
            "3:14: navigation: there is no page 'x-y-z'. There are spacecraft, configurations, agencies, families, records, credits, types, "
                + "statuses, compare, changes, data, about."
        ),
        ("spacecraft", "3:13: navigation: expected a list such as [spacecraft, families, contact], found \"spacecraft\". \(correct)"),
        ("[[a]]", "3:14: navigation: \(expected) a list. \(correct)"),
        ("[{name: A}]", "3:14: navigation: \(expected) keys with values. \(correct)"),
        ("[{name: A, link: b}]", "3:14: navigation: \(expected) keys with values. \(correct)"),
        (
            "[{url: \"https://a.example/\"}]",
            "3:14: navigation: expected a name beside the url, which the link shows, found keys with values. \(correct)"
        ),
        (
            "[{name: A, url: \"http://a.example/\"}]",
            "3:29: navigation › url: expected an address that begins with https://, found \"http://a.example/\". \(correct)"
        ),
        (
            "[{name: A, url: \"javascript:alert(1)\"}]",
            "3:29: navigation › url: expected an address that begins with https://, found \"javascript:alert(1)\". \(correct)"
        ),
        (
            "[{name: [], url: \"https://a.example/\"}]",
            "3:21: navigation › name: expected a text, or one for each language such as {en: Timeline, de: Zeitleiste}, found a list. \(correct)"
        ),
    ])
    func whatCannotBeIsAnErrorWithItsPlace(navigation: String, message: String) async throws {
        let (folder, outcome) = try await built("navigation: \(navigation)\n")
        #expect(outcome == Outcome(status: .configuration, diagnostics: ["hangar: error: ~/site/hangar.yml:" + message]))
        #expect(!folder.exists("public"))
    }

    @Test func thePagesThatThereAreAreNamedOnceWhereAboutHasATextToo() async throws {
        let (_, outcome) = try await built(
            "navigation: [x-y-z]\n", ["site/content/about.html": "<p>Words.</p>", "site/content/contact.md": "# Contact"])
        #expect(
            outcome.diagnostics.first?.hasSuffix(
                "There are spacecraft, configurations, agencies, families, records, credits, types, "
                    + "statuses, compare, changes, data, about, contact.") == true)
    }

    @Test func itCanBeGivenFromOutsideAsNamesOrAsALineOfTheFile() async throws {
        let folder = try await fetchedSite(adding: ["site/content/contact.md": "# Contact"])
        func lines(_ variables: [String: String], _ options: [String]) async -> [String] {
            let outcome = await Terminal(variables: variables, folder: folder).run(
                ConfigCommand.self, ["--site", folder("site")] + options)
            return outcome.output.split(separator: "\n").filter { $0.hasPrefix("navigation") || $0.hasPrefix("pages") }.map(String.init)
        }
        #expect(
            await lines(["HANGAR_NAVIGATION": "records, contact"], ["--set", "pages.timeline=A: B"]) == [
                "navigation: [records, contact]                  # HANGAR_NAVIGATION",
                "pages: {timeline: \"A: B\"}                       # --set pages.timeline",
            ])
        #expect(
            await lines([:], ["--set", "navigation=[{name: {en: A, de: B}, url: 'https://a.example/'}, {page: data, name: D}]"]) == [
                "navigation: [{name: {de: B, en: A}, url: \"https://a.example/\"}, {page: data, name: D}] # --set navigation",
                "pages: none                                     # default",
            ])
        try folder.write(smallestConfiguration + "pages:\n  years: Years\n  timeline: {en: A, de: B}\n", to: "site/hangar.yml")
        #expect(
            await lines([:], ["--set", "pages.timeline.title=Of this run"])[1]
                == "pages: {timeline: Of this run, years: Years}    # --set pages.timeline.title")
    }
}
