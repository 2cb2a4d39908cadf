import Testing

/// The other tests rely on it, so it must refuse every violation.
@Suite struct StrictReaderTests {
    @Test(arguments: [
        "<script>alert(1)</script>", "<p><img src=\"x\"></p>", "<p onclick=\"x\">a</p>", "<p title=\"x\">a</p>", "<P>a</P>",
        "<p><a href=\"javascript:x\">a</a></p>", "<p><a href=\"java\nscript:x\">a</a></p>", "<p><a title=\"x\">a</a></p>",
        "<p><a href=\"https://x\">a</a></p>", "<p><a href=\"/x\" rel=\"nofollow noopener noreferrer\">a</a></p>", "<p><a href=/x>a</a></p>",
        "<p><a href=\"//x\">a</a></p>", "<p><a href=\"\\\\x\">a</a></p>", "<p><a href=\"/\"><b><a href=\"/\">a</a></b></a></p>",
        "<p>a & b</p>", "<p>a > b</p>", "<p>a &quot; b</p>", "<p>a\u{A0}b</p>", "<p>a\u{1}b</p>", "<p>a\u{85}b</p>", "<p>a\u{FFFE}b</p>",
        "<p>a  b</p>", "<p> a</p>", "<p>a </p>", "<p>a\nb</p>", "<p>a<br> b</p>", "<p></p>", "<p><b></b></p>", "<ul></ul>",
        "a", "<b>a</b>", "<br>", "<li>a</li>", "<ul>a</ul>", "<ul><p>a</p></ul>", "<ol><dd>a</dd></ol>", "<dl><li>a</li></dl>",
        "<dl><dt><dl><dd>a</dd></dl></dt></dl>",
        "<p><p>a</p></p>", "<p><ul><li>a</li></ul></p>", "<h3><p>a</p></h3>", "<b><p>a</p></b>", "<blockquote>a</blockquote>",
        "<p>a", "<p>a</b></p>", "<p><b>a</p></b>", "</p>", "<p>a<br/>b</p>", "<!-- a -->", "<p", "<p>&amp</p>",
    ])
    func whatNoResultMayHoldIsAViolation(html: String) {
        #expect(throws: StrictReader.Violation.self) { try StrictReader.check(html) }
    }

    @Test(arguments: [
        "", "<p>a <b>b</b> c<br>d</p><hr>", "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p>d</li></ul>",
        "<pre>\n\n a  b\t\n</pre>", "<dl><dt>a</dt><dd>b</dd></dl>",
        "<p><a href=\"HTTPS://x?a&amp;b:c\" rel=\"nofollow noopener noreferrer\">a</a></p>",
        "<blockquote><p>a &lt; b&nbsp;</p></blockquote>", "<p><a href=\"/a:b\" title=\"&quot;\">a</a></p>",
    ])
    func whatAResultMayHoldIsNone(html: String) {
        #expect(throws: Never.self) { try StrictReader.check(html) }
    }
}
