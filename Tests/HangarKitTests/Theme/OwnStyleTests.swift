import TestSupport
import Testing

@testable import HangarKit

/// `assets/own.css` changes colours and fonts without a copy of the theme's style sheet.
@Suite struct OwnStyleTests {
    private func styleSheets(_ page: String) -> [Substring] {
        page.matches(of: /<link rel="stylesheet" href="([^"]*)">/).map { $0.1.replacing(/\.[0-9a-f]{10}\./, with: ".") }.map {
            Substring($0)
        }
    }

    @Test func aSiteWithoutOneHasTheStyleSheetOfTheThemeAlone() async throws {
        let folder = try await fetchedSite()
        _ = await Terminal().build(folder("site"), to: folder("public"))
        #expect(styleSheets(try folder.text("public/index.html")) == ["assets/site.css"])
    }

    @Test func itIsLoadedAfterThatOfTheThemeOnEveryPageInEachLanguage() async throws {
        let folder = try await fetchedSite(adding: [
            "site/hangar.yml": smallestConfiguration + "languages: [en, de]\n", "site/assets/own.css": ":root { --signal: #00658a; }\n",
        ])
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(outcome.diagnostics == [])
        #expect(styleSheets(try folder.text("public/index.html")) == ["assets/site.css", "assets/own.css"])
        #expect(styleSheets(try folder.text("public/about/index.html")) == ["../assets/site.css", "../assets/own.css"])
        #expect(styleSheets(try folder.text("public/de/about/index.html")) == ["../../assets/site.css", "../../assets/own.css"])
        #expect(await Terminal(folder: folder).check(folder("public")).diagnostics == [])
    }

    @Test func aFontThatItBringsIsAllowedByThePolicyOfThePages() async throws {
        let folder = try await fetchedSite(adding: [
            "site/assets/own.css": "@font-face { font-family: Own; src: url(own.woff2); }\n:root { --serif: Own; }\n",
            "site/assets/own.woff2": "wOF2",
        ])
        _ = await Terminal().build(folder("site"), to: folder("public"))
        #expect(try folder.text("public/index.html").contains("; font-src 'self'; "))
        #expect(await Terminal(folder: folder).check(folder("public")).diagnostics == [])
    }
}
