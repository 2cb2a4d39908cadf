import Testing

@testable import SiteGenerator

@Suite struct AssetTests {
    static func assets(_ files: [String: String], templates: [String: String] = [:]) -> Assets {
        let themeFiles = { (contents: [String: String], folder: String) in
            contents.map { Theme.File(path: $0, bytes: Array($1.utf8), origin: "\(folder)/\($0)") }
        }
        return Theme(templates: themeFiles(templates, "Templates"), assets: themeFiles(files, "assets")).publishedAssets
    }

    /// A published address without the ten digits of its hash: `assets/bg.png`.
    static func plain(_ text: String) -> String { text.replacing(/\.[0-9a-f]{10}(?=[.)'"?#;\s]|$)/, with: "") }

    static func published(_ path: String, in assets: Assets) throws -> String {
        String(decoding: try #require(assets.files.first { $0.path == path }).bytes, as: UTF8.self)
    }

    @Test(arguments: [
        "url(bg.png)", "url('bg.png')", "url( \"bg.png\" )", "url(./bg.png)", "url(b%67.png)", "url('b\\67.png')", "url(../assets/bg.png)",
    ])
    func anAddressInAStyleSheetFollowsTheAssetToItsPublishedName(_ written: String) throws {
        let assets = Self.assets(["site.css": "p { background: \(written) }", "bg.png": "picture"])
        let picture = try #require(assets.files.first { $0.path == "bg.png" }).address.dropFirst("assets/".count)
        let css = try Self.published("site.css", in: assets)
        #expect(css.contains(picture))
        #expect(assets.faults == [])
        #expect(Self.plain(css).contains("bg.png"))
    }

    @Test func everyKindOfAddressIsResolvedFromTheFolderOfTheStyleSheet() throws {
        let css = """
            @import "base.css"; @import url(../print.css) print;
            @font-face { src: url(../fonts/f.woff2) format("woff2"), url('../fonts/f.eot?#iefix') }
            a { background: url("../img/a (1).png"); mask: url(../img/sprite.svg#star); filter: url(#blur) }
            b { background: image-set("../img/b.png" 1x, url(../img/b.png) 2x) } /* url(none.png) */
            """
        let assets = Self.assets([
            "css/site.css": css, "css/base.css": "", "print.css": "", "fonts/f.woff2": "1", "fonts/f.eot": "2", "img/a (1).png": "3",
            "img/sprite.svg": "4", "img/b.png": "5",
        ])
        #expect(assets.faults == [])
        let published = try Self.published("css/site.css", in: assets)
        #expect(Self.plain(published) == css)
        #expect(published != css)
    }

    @Test(arguments: [
        "url(data:image/gif;base64,AA==)", "url(#blur)", "url(https://example.org/bg.png)", "url(//example.org/bg.png)", "url(/bg.png)",
        "url(../pictures/1.jpg)", "url()", "'bg.png'",
    ])
    func otherAddressesStayAsTheyAre(_ written: String) throws {
        let css = "p { background: \(written) }"
        let assets = Self.assets(["site.css": css])
        #expect(try Self.published("site.css", in: assets) == css)
        #expect(assets.faults == [])
    }

    @Test func anAddressThatLeadsToNoAssetIsAFaultWithItsPlace() {
        let assets = Self.assets(["site.css": "p {\n  background: url(img/bgg.png), url('none.gif');\n}", "img/bg.png": "x"])
        #expect(
            assets.faults.map(\.description) == [
                "assets/site.css:2:19: 'img/bgg.png' leads to nothing: there is no asset 'img/bgg.png'. Did you mean \"img/bg.png\"?",
                "assets/site.css:2:38: 'none.gif' leads to nothing: there is no asset 'none.gif'. Put the file into assets/, or mend the address",
            ])
    }

    @Test func theNameOfAStyleSheetChangesWithWhatItLoads() throws {
        let address = { (picture: String) throws in
            let assets = Self.assets(["site.css": "@import 'a.css';", "a.css": "p{background:url(bg.png)}", "bg.png": picture])
            return try #require(assets.files.first { $0.path == "site.css" }).address
        }
        #expect(try address("one") != address("two"))
        #expect(try address("one") == address("one"))
    }

    @Test func styleSheetsThatImportEachOtherHaveNames() throws {
        let assets = Self.assets(["a.css": "@import 'b.css';", "b.css": "@import 'a.css';"])
        #expect(assets.files.map { Self.plain($0.address) } == ["assets/a.css", "assets/b.css"])
        #expect(Self.plain(try Self.published("a.css", in: assets)) == "@import 'b.css';")
    }

    @Test(arguments: [
        ("p { background: url(bg.png) }", "", PolicyNeeds()),
        ("@font-face { src: url(f.woff2) }", "", PolicyNeeds(fonts: true)),
        ("@font-face { src: url(https://fonts.example/f.woff2) }", "", PolicyNeeds()),
        ("@font-face { src: url('data:font/woff2;base64,AA==') }", "", PolicyNeeds(dataFonts: true)),
        ("p { background: url(DATA:image/gif,x) }", "", PolicyNeeds(dataImages: true)),
        ("", "<img src=\"data:image/gif;base64,AA==\" alt=\"\">", PolicyNeeds(dataImages: true)),
    ])
    func thePolicyAllowsWhatTheThemeNeeds(_ css: String, _ template: String, _ needs: PolicyNeeds) {
        let assets = Self.assets(
            ["site.css": css, "bg.png": "x", "f.woff2": "x"], templates: ["partials/header.html.mustache": template])
        #expect(assets.needs == needs)
    }
}
