import Catalogue
import TestSupport
import Testing

@testable import HangarKit

/// The picture of the site that stands for pages without one of their own when they are shared.
@Suite struct CardPictureTests {
    private static let records = Records.page(
        Records.craft(11, "Aurora 1", licence: "CC BY 4.0"), Records.craft(12, "Aurora 2", licence: "Unknown"),
        Records.craft(13, "Aurora 3"))

    private func site(_ configuration: String = "", files: [String: [UInt8]] = [:]) async throws -> TemporaryFolder {
        let folder = try await fetchedSite(Self.records)
        try folder.write(smallestConfiguration + configuration, to: "site/hangar.yml")
        for (name, bytes) in files { try folder.write(bytes, to: "site/static/\(name)") }
        return folder
    }

    /// The tags for cards of a page, line by line.
    private func tags(_ page: String, in folder: TemporaryFolder) throws -> [String] {
        try folder.text("public/\(page)").split(separator: "\n").map(String.init).filter {
            $0.contains("og:image") || $0.contains("twitter:card")
        }
    }

    private static let own = [
        #"<meta property="og:image" content="https://pictures.example/11.jpg">"#,
        #"<meta property="og:image:alt" content="Picture of 11">"#, #"<meta name="twitter:card" content="summary_large_image">"#,
    ]
    private static let none = [#"<meta name="twitter:card" content="summary">"#]
    private static let pages = ["spacecraft/12-aurora-2/index.html", "spacecraft/13-aurora-3/index.html", "index.html", "about/index.html"]

    @Test func withoutOneAPageHasItsOwnPictureIfItsLicenceIsKnownAndOtherPagesHaveNone() async throws {
        let folder = try await site()
        _ = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(try tags("spacecraft/11-aurora-1/index.html", in: folder) == Self.own)
        for page in Self.pages { #expect(try tags(page, in: folder) == Self.none, "\(page)") }
    }

    @Test func theOneOfTheConfigurationStandsForAllOtherPagesInEveryLanguage() async throws {
        let folder = try await site(
            "languages: [en, de]\nimages: {card: our card.png}\n", files: ["our card.png": PictureHost.png])
        let terminal = Terminal(folder: folder)
        #expect(await terminal.build(folder("site"), to: folder("public")).diagnostics == [])
        let card = [
            #"<meta property="og:image" content="https://polar.example/our%20card.png">"#,
            #"<meta property="og:image:alt" content="Polar Register">"#, #"<meta name="twitter:card" content="summary_large_image">"#,
        ]
        #expect(try tags("spacecraft/11-aurora-1/index.html", in: folder) == Self.own)
        for page in Self.pages + Self.pages.map({ "de/" + $0 }) { #expect(try tags(page, in: folder) == card, "\(page)") }
        #expect(await terminal.check(folder("public")).status == .done)
    }

    @Test(arguments: [("a#b.png", "a%23b.png"), ("a?b.png", "a%3Fb.png"), ("50%25.png", "50%2525.png"), ("c/ü\\.png", "c/%C3%BC%5C.png")])
    func itsAddressLeadsToTheFileOfThatNameAndToNoOther(name: String, address: String) async throws {
        let folder = try await site("images: {card: '\(name)'}\n", files: [name: PictureHost.png])
        let terminal = Terminal(folder: folder)
        #expect(await terminal.build(folder("site"), to: folder("public")).diagnostics == [])
        #expect(try tags("index.html", in: folder)[0] == #"<meta property="og:image" content="https://polar.example/\#(address)">"#)
        #expect(await terminal.check(folder("public")).status == .done)
    }

    @Test(
        arguments: [
            ("kard.png", "there is no file ~/site/static/kard.png. Did you mean \"card.png\"?"),
            (
                "cards/none.jpeg",
                "there is no file ~/site/static/cards/none.jpeg. Put a PNG or JPEG there, best of 1200 by 630 pixels, or remove the line."
            ),
            (
                "card.svg",
                "~/site/static/card.svg is no PNG and no JPEG, and many readers of such pictures take nothing else. Save it as one of them."
            ),
            (
                "card.webp",
                "~/site/static/card.webp is no PNG and no JPEG, and many readers of such pictures take nothing else. Save it as one of them."
            ),
        ])
    func oneThatIsNotThereOrIsNoPictureThatAllTakeIsAFaultOfTheConfiguration(name: String, why: String) async throws {
        let folder = try await site(
            "images: {card: \(name)}\n",
            files: [
                "card.png": PictureHost.png, "card.svg": Array("<svg/>".utf8), "card.webp": PictureHost.webP(width: 1_200, height: 630),
            ])
        #expect(
            await Terminal(folder: folder).build(folder("site"), to: folder("public"))
                == Outcome(status: .configuration, diagnostics: ["hangar: error: ~/site/hangar.yml: images › card: \(why)"]))
    }
}
