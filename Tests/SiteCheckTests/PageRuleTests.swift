import TestSupport
import Testing

@testable import SiteCheck

@Suite struct PageRuleTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let noCredit = "a picture without its credit. Put it in a <figure> with a <figcaption> or an element of class 'credit'"
    static let noAlt = "a picture without an alt attribute. Say what it shows; alt=\"\" only if it adds nothing to the text"

    @Test(
        arguments: [
            ("<figure><img alt='A capsule' src=i.jpg><figcaption>NASA</figcaption></figure>", []),
            ("<figure><img alt='' src=i.jpg><p class='small credit'>NASA</p></figure>", []),
            ("<figure><p class=credit>NASA</p><picture><source srcset=i.jpg><img alt src=i.jpg></picture></figure>", []),
            ("<figure><figure><img alt=x src=i.jpg></figure><figcaption>Both: NASA</figcaption></figure>", []),
            ("<img alt=x src=i.jpg>", ["1:1: " + noCredit]),
            ("<figure><img alt=x src=i.jpg></figure><p class=credit>NASA</p>", ["1:9: " + noCredit]),
            ("<figure><img alt=x src=i.jpg><p class='credits'>x</p></figure>", ["1:9: " + noCredit]),
            ("<figure><img src=i.jpg><figcaption>x</figcaption></figure>", ["1:9: " + noAlt]),
            ("<figure><img src=i.jpg>", ["1:9: " + noAlt, "1:9: " + noCredit]),
            ("<p>\n \u{416}<img alt=x src=i.jpg>", ["2:3: " + noCredit]),
            ("<p id=a><p id=b><p id=a>", ["1:23: id 'a' is there already, in line 1. Give each element an id of its own"]),
            (
                "<p id=a>\n<p id='a'>\n<p id=\"a\">",
                [
                    "2:8: id 'a' is there already, in line 1. Give each element an id of its own",
                    "3:8: id 'a' is there already, in line 2. Give each element an id of its own",
                ]
            ),
            ("<p id=a><p id=A><a name=a>", []),
        ] as [(String, [String])])
    func aPageCreditsItsPicturesAndHasEachIdOnce(_ html: String, _ expected: [String]) throws {
        try FileTree(["index.html": .file(html), "i.jpg": "x"]).write(to: folder.output)
        let report = try SiteChecker(output: folder.output).check()
        #expect(report.problems.map(\.description) == expected.map { "index.html:" + $0 })
    }

    @Test(
        arguments: [
            ("<a href='/catalogue/a/'>x</a><link href='https://example.org/catalogue/a/'><a href='#'>x</a>", []),
            (
                "<a href='a/'>x</a>",
                [
                    "1:10: 'a/' is relative, but 404.html is served for addresses in any folder. Begin it with '/' and the site's base path"
                ]
            ),
            ("<a href='/catalogue/b/'>x</a>", ["1:10: '/catalogue/b/' leads to nothing: there is no 'b/'. Mend the link, or add the file"]),
            ("<a href='/a/'>x</a>", ["1:10: '/a/' leads out of the site. Link to a file of the site, or give the full address"]),
        ] as [(String, [String])])
    func thePageForNoPageLinksFromTheRoot(_ html: String, _ expected: [String]) throws {
        try FileTree(["index.html": "<a href=a/>x</a>", "404.html": .file(html), "a/index.html": "x"]).write(to: folder.output)
        let report = try SiteChecker(output: folder.output, baseURL: "https://example.org/catalogue").check()
        #expect(report.problems.map(\.description) == expected.map { "404.html:" + $0 })
        #expect(report.warnings == [])
    }

    @Test(
        arguments: [
            ("<meta property=og:image content='https://example.org/catalogue/b/'>", true),
            ("<meta name=twitter:image content='https://example.org/catalogue/b/'>", true),
            ("<meta property=og:title content='https://example.org/catalogue/b/'>", false),
            ("<meta name=description content='https://example.org/catalogue/b/'>", false),
        ])
    func aTextThatLooksLikeAnAddressIsNone(_ html: String, _ isAddress: Bool) throws {
        try FileTree(["index.html": .file(html)]).write(to: folder.output)
        let report = try SiteChecker(output: folder.output, baseURL: "https://example.org/catalogue").check()
        #expect(report.problems.count == (isAddress ? 1 : 0))
    }

    @Test func aPageToWhichNoWayLeadsIsAnOrphan() throws {
        try FileTree([
            "index.html": "<a href=a/>x</a>", "a/index.html": "<a href=../>x</a>",
            "island/1.html": "<a href=2.html>x</a>", "island/2.html": "<a href=1.html>x</a>", "404.html": "x",
            "old/index.html": "<meta http-equiv=refresh content='0; url=../a/'>", "data.json": "{}",
        ]).write(to: folder.output)
        let report = try SiteChecker(output: folder.output).check()
        #expect(report.problems == [])
        #expect(
            report.warnings.map(\.description)
                == ["island/1.html", "island/2.html"].map {
                    $0 + ":1:1: no way of links leads to this page from the home page. Link to it, or do not publish it"
                })
    }
}
