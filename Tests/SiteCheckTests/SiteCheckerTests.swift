import TestSupport
import Testing

@testable import SiteCheck

@Suite struct SiteCheckerTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    func check(_ site: FileTree, baseURL: String? = "https://example.org/catalogue/") throws -> CheckReport {
        try site.write(to: folder.output)
        return try SiteChecker(output: folder.output, baseURL: baseURL).check()
    }

    /// One link on the page `a/b/index.html` of a site with a few targets, and the problems that it causes, as text.
    @Test(arguments: [
        // Relative addresses, in a static server's reading.
        ("<a href='../../'>x</a>", []),
        ("<a href='../../index.html'>x</a>", []),
        ("<a href=''>x</a>", []),
        ("<a href='../b/'>x</a>", []),
        ("<a href='../b'>x</a>", []),
        ("<a href='../../x%20y.html?q=1#frag'>x</a>", []),
        ("<a href=../../x%20y.html>x</a>", []),
        ("<a href='../../R&amp;D.html'>x</a>", []),
        ("<a href='../../R&#38;D.html'>x</a>", []),
        ("<a href='../../R&#x26;D.html'>x</a>", []),
        ("<a href=' ../../ \n'>x</a>", []),
        ("<a href='../c/'>x</a>", ["1:10: '../c/' leads to nothing: there is no 'a/c/'. Mend the link, or add the file"]),
        ("<a\nHREF=\"../c.html\">x</a>", ["2:7: '../c.html' leads to nothing: there is no 'a/c.html'. Mend the link, or add the file"]),
        (
            "<a href='../B/'>x</a>",
            ["1:10: '../B/' leads to nothing: upper and lower case differ from 'a/b/index.html'. Write it as the file is named"]
        ),
        ("<a href='../../assets/'>x</a>", ["1:10: '../../assets/' is a folder without index.html. Link to a page in it"]),
        (
            "<a href='../../../'>x</a>",
            ["1:10: '../../../' leads out of the site. Link to a file of the site, or give the full address"]
        ),
        // From the root and absolute.
        (
            "<a href='/a/b/'>x</a>",
            [
                "1:10: '/a/b/' leads out of the site. Link to a file of the site, or give the full address"
            ]
        ),
        (
            "<a href='/catalogue/a/b/'>x</a>",
            [
                "1:10: '/catalogue/a/b/' begins with '/', and so breaks where the site is not at the root of its host. "
                    + "Make it relative to the page"
            ]
        ),
        ("<a href='https://example.org/catalogue/a/b/'>x</a>", []),
        ("<a href='https://example.org/catalogue'>x</a>", []),
        ("<a href='https://example.org/other/'>x</a>", []),
        ("<a href='//example.org/catalogue/none'>x</a>", []),
        ("<a href='mailto:a@example.org'>x</a>", []),
        (
            "<a href='https://example.org/catalogue/none/'>x</a>",
            [
                "1:10: 'https://example.org/catalogue/none/' leads to nothing: there is no 'none/'. Mend the link, or add the file"
            ]
        ),
        // Fragments.
        ("<p id=here><a href='#here'>x</a>", []),
        ("<a name=here href='#here'>x</a>", []),
        ("<a href='#top'>x</a><a href='#'>x</a>", []),
        ("<p id='caf\u{E9}'><a href='#caf%C3%A9'>x</a>", []),
        ("<p id='a&amp;b'><a href='#a&amp;b'>x</a>", []),
        ("<a href='../../assets/icons.svg#craft'>x</a>", []),
        (
            "<svg><use href='../../assets/icons.svg#none'/></svg>",
            ["1:17: '#none' is no id in assets/icons.svg. Mend the link, or give the place that id"]
        ),
        ("<a href='#Here'>x</a><p id=here>", ["1:10: '#Here' is no id in a/b/index.html. Mend the link, or give the place that id"]),
        ("<a href='#gone:~:text=word'>x</a>", ["1:10: '#gone' is no id in a/b/index.html. Mend the link, or give the place that id"]),
        ("<a href='#:~:text=word'>x</a>", []),
        // Every attribute that loads or leads.
        (
            "<script src='none.js'></script>",
            ["1:14: 'none.js' leads to nothing: there is no 'a/b/none.js'. Mend the link, or add the file"]
        ),
        (
            "<video poster='none.jpg'></video>",
            ["1:16: 'none.jpg' leads to nothing: there is no 'a/b/none.jpg'. Mend the link, or add the file"]
        ),
        (
            "<object data='none.svg'></object>",
            ["1:15: 'none.svg' leads to nothing: there is no 'a/b/none.svg'. Mend the link, or add the file"]
        ),
        ("<form action='none/'></form>", ["1:15: 'none/' leads to nothing: there is no 'a/b/none/'. Mend the link, or add the file"]),
        (
            "<use xlink:href='none.svg#a'/>",
            ["1:18: 'none.svg#a' leads to nothing: there is no 'a/b/none.svg'. Mend the link, or add the file"]
        ),
        (
            "<source srcset='../../assets/1.jpg 1x, none.jpg 2x'>",
            ["1:40: 'none.jpg' leads to nothing: there is no 'a/b/none.jpg'. Mend the link, or add the file"]
        ),
        (
            "<meta http-equiv=refresh content='0; URL=../c/'>",
            ["1:42: '../c/' leads to nothing: there is no 'a/c/'. Mend the link, or add the file"]
        ),
        ("<meta http-equiv=Refresh content=\"0;url='../b/'\">", []),
        ("<meta property='og:title' content='none'>", []),
        ("<meta property='og:image' content='https://example.org/none.jpg'>", []),
        (
            "<meta property='og:image' content='https://example.org/catalogue/none.jpg'>",
            [
                "1:36: 'https://example.org/catalogue/none.jpg' leads to nothing: there is no 'none.jpg'. Mend the link, or add the file"
            ]
        ),
        // Text that is not a tag.
        ("<!-- <a href='none'> --><a href=''>x</a>", []),
        ("<!--><a href='none'>x</a>", ["1:15: 'none' leads to nothing: there is no 'a/b/none'. Mend the link, or add the file"]),
        ("<script>'<a href=none>'</script><style>a{}</style><title><a href='none'></title>", []),
        ("1 < 2 <3 </ <a href=''", []),
    ])
    func aLinkIsFollowedAsAServerWould(_ html: String, _ expected: [String]) throws {
        let report = try check([
            "index.html": "<a href='a/b/'>x</a>", "a/b/index.html": .file(html), "x y.html": "<p id=frag>", "R&D.html": "x",
            "assets/icons.svg": "<svg><g id='craft'/></svg>", "assets/1.jpg": "x",
        ])
        #expect(report.problems.map(\.description) == expected.map { "a/b/index.html:" + $0 })
    }
}
