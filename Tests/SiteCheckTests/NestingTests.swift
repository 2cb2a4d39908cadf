import TestSupport
import Testing

@testable import SiteCheck

@Suite struct NestingTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    func warnings(_ site: FileTree) throws -> [String] {
        try site.write(to: folder.output)
        let report = try SiteChecker(output: folder.output).check()
        #expect(report.problems == [])
        return report.warnings.map(\.description)
    }

    static let close = "Close it inside the element in which it began"
    static let remove = "Remove it, or open what it closes"

    @Test(
        arguments: [
            ("<p><b>x", ["1:4: <b> is not closed. \(close)"]),
            ("<main>\n<p><b>x\n</main>", ["2:4: <b> is not closed before </main>. \(close)"]),
            ("<div><p></div>", ["1:6: <p> is empty and not closed before </div>. \(close)"]),
            ("<p>\n<div>x</div>", ["1:1: <p> is empty and not closed before <div>. \(close)"]),
            ("<b><i>x</b></i>", ["1:4: <i> is not closed before </b>. \(close)", "1:12: </i> closes nothing. \(remove)"]),
            ("<p>x<ul><li>y</ul></p>", ["1:19: </p> closes nothing. \(remove)"]),
            ("<p><em>x<p>y", ["1:4: <em> is not closed before <p>. \(close)"]),
            ("<ul><li><b>x<li>y</ul>", ["1:9: <b> is not closed before <li>. \(close)"]),
            ("<table><tr><td><i>x<td>y</table>", ["1:16: <i> is not closed before <td>. \(close)"]),
            ("<a href=a>x <a href=b>y</a></a>", ["1:13: <a> is inside another <a>. End the first before it"]),
            ("x<br></br>", ["1:6: </br> closes nothing. \(remove)"]),
            ("<DIV><section>x</Div>", ["1:6: <section> is not closed before </div>. \(close)"]),
            ("<div/>x", ["1:1: <div> is not closed. \(close)"]),
            ("<svg><g><path></g></svg>", ["1:9: <path> is not closed before </g>. \(close)"]),
            ("<title>x", ["1:1: <title> is not closed. \(close)"]),
        ] as [(String, [String])])
    func aTagThatDoesNotNestIsWarnedOf(_ html: String, _ expected: [String]) throws {
        let found = try warnings(["index.html": .file(html), "a": "x", "b": "x"])
        #expect(found == expected.map { "index.html:" + $0 })
    }

    @Test(arguments: [
        "<!doctype html><html><head><title>x</title><meta charset=utf-8><link rel=icon href=a><body><p>x<p>y</body></html>",
        "<title>x</title><p>x", "<ul><li>x<li>y<ul><li>z</ul></ul>", "<dl><dt>a<dd>b<dt>c<dd>d</dl>", "<div><p>x</div>",
        "<table><caption>c<colgroup><col><thead><tr><th>a<th>b<tbody><tr><td>c<td>d<tr><td>e<tfoot><tr><td>f</table>",
        "<table><tr><td><table><tr><td>x</table><td>y</table>", "<select><optgroup><option>a<option>b<optgroup><option>c</select>",
        "<ruby>x<rp>(<rt>y<rp>)</ruby>", "<p>x<br>y<br/>z<img src=a alt=''><hr>", "<p>x<blockquote>y</blockquote>",
        "<svg><g><path d=''/><circle/></g><foreignObject><p>x</p></foreignObject></svg>", "<p></p><td>", "</body></html>",
        "<script>if (a<b) '<p>'</script><style>/*<b>*/</style><textarea><b></textarea>", "<!-- <b> --><p title='<b>'>x</p>",
        "<p><a href=a>x</a><a href=b>y</a></p>", "<ul><li><p>x<li><p>y</ul>", "<object data=a><p>x</p></object>",
    ])
    func whatHTMLAllowsToLeaveOutIsNoWarning(_ html: String) throws {
        #expect(try warnings(["index.html": .file(html), "a": "x", "b": "x"]) == [])
    }

    @Test func aMistakeThatATemplateBroughtToManyPagesIsToldOnce() throws {
        let page = { (name: String) in FileTree.Node.file("<a href=../\(name)/>x</a><div class=head><b id=\(name)>x</div>") }
        let found = try warnings([
            "index.html": "<a href=a/>x</a>", "a/index.html": page("b"), "b/index.html": page("c"), "c/index.html": page("a"),
        ])
        #expect(found == ["a/index.html:1:36: <b> is not closed before </div> (in 3 pages). \(Self.close)"])
    }
}
