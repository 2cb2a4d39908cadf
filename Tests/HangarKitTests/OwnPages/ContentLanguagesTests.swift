import Foundation
import TestSupport
import Testing

@testable import HangarKit

/// The pages whose texts stand in `content/` in several languages.
@Suite struct ContentLanguagesTests {
    private static let bilingual = smallestConfiguration + "languages: [en, de]\n"

    private func site(_ content: [String: String], configuration: String = bilingual) async throws -> TemporaryFolder {
        try await fetchedSite(
            adding: ["site/hangar.yml": configuration].merging(content.map { ("site/content/" + $0, $1) }, uniquingKeysWith: { $1 }))
    }

    private func build(_ folder: TemporaryFolder) async -> Outcome {
        await Terminal(folder: folder).build(folder("site"), to: folder("public"))
    }

    @Test func aPageIsThereInTheLanguagesThatItsTextsAreIn() async throws {
        let folder = try await site(
            [
                "contact.md": "# Contact", "contact.de.md": "# Kontakt", "imprint.de.html": "<h1>Impressum</h1>",
                "history.en.md": "# History", "about.de.md": "# Wir\n\nMuseum.",
            ])
        #expect(await build(folder).diagnostics == [])
        let (english, german) = (try folder.text("public/contact/index.html"), try folder.text("public/de/contact/index.html"))
        #expect(german.contains("<title>Kontakt – Polar Register</title>"))
        #expect(english.contains("<link rel=\"alternate\" hreflang=\"de\" href=\"https://polar.example/de/contact/\">"))
        #expect(english.contains("<li><a href=\"../de/contact/\" lang=\"de\""))
        #expect(!folder.exists("public/imprint/index.html"))
        #expect(!folder.exists("public/de/history/index.html"))
        let imprint = try folder.text("public/de/imprint/index.html")
        #expect(!imprint.contains("rel=\"alternate\" hreflang"))
        #expect(imprint.contains("<li><a href=\"../../\" lang=\"en\""))
        #expect(try folder.text("public/index.html").contains("<li><a href=\"history/\">History</a></li>"))
        #expect(!(try folder.text("public/de/index.html").contains("History</a>")))
        let sitemap = try folder.text("public/de/sitemap.xml")
        #expect(sitemap.contains("<url><loc>https://polar.example/de/imprint/</loc></url>"))
        #expect(sitemap.contains("hreflang=\"en\" href=\"https://polar.example/contact/\""))
        #expect(try folder.text("public/de/about/index.html").contains("<h2>Wir</h2><p>Museum.</p>"))
        #expect(await Terminal(folder: folder).check(folder("public")).diagnostics == [])
    }

    @Test func theLanguageInANameIsFoundInAnyCaseOfLetters() async throws {
        let folder = try await site(
            ["contact.md": "# Contact", "contact.pt-br.md": "# Contato"], configuration: smallestConfiguration + "languages: [en, pt-BR]\n")
        #expect(await build(folder).diagnostics.filter { !$0.contains("has no words") } == [])
        #expect(try folder.text("public/pt-BR/contact/index.html").contains("<title>Contato – Polar Register</title>"))
    }

    @Test func theAddressOfALanguageIsRefused() async throws {
        let folder = try await site(
            ["de.md": "# Deutsch"], configuration: smallestConfiguration + "languages: [en, DE]\npages: {de: A}\n")
        #expect(
            await build(folder)
                == Outcome(
                    status: .badData,
                    diagnostics: [
                        "hangar: error: ~/site/content/de.md: the pages in the language 'de' have this address. Give it another name."
                    ]))
        try FileManager.default.removeItem(atPath: folder("site/content/de.md"))
        #expect(
            await build(folder)
                == Outcome(
                    status: .configuration,
                    diagnostics: [
                        "hangar: error: ~/site/hangar.yml:4:9: pages › de: the site has a page of its own of this name. "
                            + "Give the template and this page another name."
                    ]))
    }

    @Test func aFolderOfALanguageIsRefusedWithTheNameThatTheFileShouldHave() async throws {
        let folder = try await site(["de/contact.md": "# Kontakt"])
        #expect(
            await build(folder)
                == Outcome(
                    status: .badData,
                    diagnostics: [
                        "hangar: error: ~/site/content/de/contact.md: the folder has the name of a language of the site. "
                            + "Name the language in the file: contact.de.md."
                    ]))
    }
}
