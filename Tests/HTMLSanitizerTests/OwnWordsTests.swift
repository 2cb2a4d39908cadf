import Testing

@testable import HTMLSanitizer

@Suite struct OwnWordsTests {
    static func words(_ text: String) throws -> OwnWords {
        try OwnWords(text) { address in
            ["logo.png": "../assets/logo.1.png", "a b.pdf": "../assets/a b.2.pdf", "q\"<.png": "../assets/q\"<.3.png"][address]
        }
    }

    @Test(arguments: [
        // Headings begin below the page's own and have no gaps.
        ("<h1>A</h1><h2>B</h2><h3>C</h3>", "<h2>A</h2><h3>B</h3><h4>C</h4>"),
        ("<h3>A</h3><p>x</p><h3>B</h3>", "<h2>A</h2><p>x</p><h2>B</h2>"),
        ("<h2>A</h2><h4>B</h4>", "<h2>A</h2><h3>B</h3>"),
        ("<h1>1</h1><h2>2</h2><h3>3</h3><h4>4</h4><h5>5</h5><h6>6</h6>", "<h2>1</h2><h3>2</h3><h4>3</h4><h5>4</h5><h6>5</h6><h6>6</h6>"),
        ("<p>&lt;h3></p><h3>A</h3>", "<p>&lt;h3&gt;</p><h2>A</h2>"),
        // Tables.
        (
            "<table><caption>Craft <b>we</b> like</caption><thead><tr><th scope=col>Name<th>Age</thead><tr><td>Soyuz<td colspan=2>5</table>",
            "<table><caption>Craft <b>we</b> like</caption><thead><tr><th scope=\"col\">Name</th><th>Age</th></tr></thead>"
                + "<tbody><tr><td>Soyuz</td><td colspan=\"2\">5</td></tr></tbody></table>"
        ),
        (
            "<p>x</p>\n<table>\n<tr>\n<td>a\nb</td>\n<td><p>c</p><p>d</p></td>\n</tr>\n</table>\n<p>y\nz</p>",
            "<p>x</p><table><tbody><tr><td>a b</td><td><p>c</p><p>d</p></td></tr></tbody></table><p>y z</p>"
        ),
        (
            "<table><tr><td>a<tr><td>b<tfoot><tr><td>c",
            "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody><tfoot><tr><td>c</td></tr></tfoot></table>"
        ),
        ("<table>loose<tr><td>a</td>more</tr></table>", "<p>loosemore</p><table><tbody><tr><td>a</td></tr></tbody></table>"),
        ("<table><td>a</table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
        ("<table></table>", ""),
        ("<table><tr><td onclick=x colspan='9\"x' scope=x>a</table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
        (
            "<table><tr><td><table><tr><td>in</table>x</td><td>b</table>",
            "<table><tbody><tr><td><p>in</p><p>x</p></td><td>b</td></tr></tbody></table>"
        ),
        // Pictures of the site.
        (
            "<img src=logo.png alt='Our \"logo\" &amp; name'>",
            "<p><img src=\"../assets/logo.1.png\" alt=\"Our &quot;logo&quot; &amp; name\"></p>"
        ),
        (
            "<p>See <img src=\"logo.png\" width=40 height='x' title=T> here</p>",
            "<p>See <img src=\"../assets/logo.1.png\" alt=\"\" width=\"40\" title=\"T\"> here</p>"
        ),
        (
            "<a href=https://a.example/><img src=logo.png alt=L></a>",
            "<p><a href=\"https://a.example/\" rel=\"nofollow noopener noreferrer\"><img src=\"../assets/logo.1.png\" alt=\"L\"></a></p>"
        ),
        (
            "<table><tr><td><img src=logo.png alt=L></table>",
            "<table><tbody><tr><td><img src=\"../assets/logo.1.png\" alt=\"L\"></td></tr></tbody></table>"
        ),
        ("<img src='q\"<.png' alt=''>", "<p><img src=\"../assets/q&quot;&lt;.3.png\" alt=\"\"></p>"),
        ("x<img src=https://a.example/b.png alt=y>z", "<p>xz</p>"),
        ("x<svg><img src=logo.png alt=L></svg>y", "<p>xy</p>"),
        ("x \u{F0000}0\u{F0001} <img src=logo.png alt=L>", "<p>x \u{FFFD}0\u{FFFD} <img src=\"../assets/logo.1.png\" alt=\"L\"></p>"),
        // Links to files of the site.
        ("<a href='a b.pdf'>Paper</a>", "<p><a href=\"../assets/a b.2.pdf\">Paper</a></p>"),
        // Everything else as in any text.
        ("One\nline\n\nnext & last", "<p>One<br>line</p><p>next &amp; last</p>"),
        ("<p onclick=x>a<script>b</script><iframe src=x></iframe></p><!-- <table> -->c", "<p>a</p><p>c</p>"),
        ("<script>'<table>'</script>a", "<p>a</p>"),
        ("a<iframe>b < <p>c</p><table><tr><td>d</table></iframe>e", "<p>ae</p>"),
        ("a <!-- b", "<p>a &lt;!-- b</p>"),
    ])
    func ownWordsMayHoldMoreThanForeignOnes(_ text: String, _ html: String) throws {
        #expect(try Self.words(text).html.html == html)
    }

    @Test func whatIsLeftOutIsNotedAtItsFirstPlace() throws {
        let text = """
            <h2 id="top" class="big">Us</h2>
            <div><span>x</span></div><span>y</span>
            <iframe src="https://video.example/"><p onclick="x">z</p></iframe>
            <p style="color: red">ä<img src="https://a.example/b.png" alt="">
            <img src="logo.png"><a href="javascript:x">y</a><link rel="x">
            <table class="t"><tr><td><table><tr><td>a</table></table>
            <!-- <font> --><p>a &lt; b, <3</p>
            """
        let notes = try Self.words(text).notes.map { "\($0.line):\($0.column): \($0.what)" }
        #expect(
            notes == [
                "1:1: the attribute id of <h2> is left out", "1:1: the attribute class of <h2> is left out",
                "2:1: <div> is left out, and its contents stay", "2:6: <span> is left out, and its contents stay (2 times)",
                "3:1: <iframe> and its contents are left out",
                "4:1: the attribute style of <p> is left out",
                "4:24: the picture 'https://a.example/b.png' is left out, because it is no asset of the site",
                "5:1: the picture 'logo.png' has no alt attribute", "5:21: the address 'javascript:x' of a link is left out",
                "5:49: <link> is left out",
                "6:1: the attribute class of <table> is left out", "6:26: a table inside a table is left out, and its text stays",
            ])
    }

    @Test(arguments: ["<p>Kept by <em>hand</em>.</p>", "Plain text", "", "<h2>A</h2><ul><li>b</ul><a href='https://a.example/'>c</a><br>"])
    func whatIsKeptIsNotNoted(_ text: String) throws {
        #expect(try Self.words(text).notes == [])
    }

    @Test func aTextOverTheLimitIsRefused() {
        #expect(throws: SanitizerError.tooLong(bytes: 262_145, limit: 262_144)) { try Self.words(String(repeating: "a", count: 262_145)) }
    }
}
