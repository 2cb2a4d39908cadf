import Testing

@testable import HTMLSanitizer

@Suite struct RepairTests {
    private let rewriter = TagRewriter(rules: CompiledPolicy(.standard))

    private func markup(_ input: String) -> String {
        String(decoding: MarkupRepair.repaired(Array(input.utf8), rewriter: rewriter).bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("a\r\nb\rc\r", "a\nb\nc\n"), ("\u{FEFF}\u{FEFF}a", "\u{FEFF}a"), ("a\0b\u{1}c\u{B}d\u{C}e\u{1F}f\u{7F}g", "abcdefg"),
        ("\u{80}a\u{85}b\u{9F}c\u{A0}d", "abc\u{A0}d"), ("\u{FFFE}a\u{FFFF}b\u{FFFD}c\u{FFFC}", "ab\u{FFFD}c\u{FFFC}"),
        ("a\tb\nc", "a\tb\nc"),
        ("\r\r\n\n\r", "\n\n\n\n"), ("", ""),
    ])
    func repairLeavesCharactersThatATextMayHold(input: String, expected: String) {
        #expect(String(decoding: CharacterRepair.repaired(validated: Array(input.utf8)), as: UTF8.self) == expected)
    }

    @Test(
        arguments: [
            ([0x61, 0xFF, 0x62], "a\u{FFFD}b"), ([0xE2, 0x82], "\u{FFFD}"), ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"), ([0xC2], "\u{FFFD}"),
            ([0xEF, 0xBF], "\u{FFFD}"),
        ] as [([UInt8], String)])
    func repairMarksWhatIsNotUTF8(input: [UInt8], expected: String) {
        #expect(input.withUnsafeBytes { String(decoding: CharacterRepair.repaired($0), as: UTF8.self) } == expected)
    }

    @Test(arguments: [
        ("a < b <3 <- <= <", "a &lt; b &lt;3 &lt;- &lt;= &lt;"), ("<b>x</b>", "<b>x</b>"), ("<b x", "&lt;b x"), ("</b x", "&lt;/b x"),
        ("<b <i>x", "&lt;b <i>x"), ("<b title='<i>'>x", "<b>x"), ("<b title=\"<i>'>x", "&lt;b title=\"<i>'>x"),
        ("<me@example.org>", "&lt;me@example.org>"), ("<http://x>", "&lt;http://x>"), ("</3>", "&lt;/3>"), ("<b/>", "<b/>"),
        ("a<!-- x -->b<!-->c<!--->d<!--x--!>e", "abcde"), ("<!-- x", "&lt;!-- x"), ("<!doctype html>a<![CDATA[b>]]>c", "ac"),
        ("<?php x ?>a<? b", "a&lt;? b"), ("<![CDATA[a>b", "b"), ("<! a>", "&lt;! a>"),
        ("& &amp; &amp &x; &#; &#x; &#65 &#65;", "&amp; &amp; &amp;amp &x; &amp;#; &amp;#x; &#65 &#65;"),
        ("&#0;&#x1;&#xD800;&#xFFFE;&#1114112;&#99999999999;&#128;&#13;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}€\n"),
        ("a&colon;b&Tab;c&NewLine;d", "a:b\tc\nd"), ("<o:p>a</o:p><svg:svg>b", "a<svg:svg>b"),
        ("<img src=x>a<wbr>b<embed>c<br>d", "abc<br>d"),
        ("a</p>b</br>c<p>d</p><p>e<div>f</p>g<p/>h</p>", "a<p></p>b<br>c<p>d</p><p>e<div>f<p></p>g<p/>h<p></p>"),
        ("<script>a<b && c</p></script>&", "<script>a<b && c</p></script>&amp;"), ("<style>a < b", "<style>a < b"),
        ("<script/>a < b", "<script/>a &lt; b"), ("<x-y a=b>c</X-Y>", "c"), ("<x-y a='<&amp;&b'>c", "&lt;x-y a='&lt;&amp;&amp;b'>c"),
        ("<x><y>a</x></y></x><x/>", "a&lt;/x>"), ("<x>a<y></x>", "a&lt;y>"),
        ("<A HREF=/x/>a</A><a/href = '/x'/>b", "<a href=\"/x/\">a</a><a href=\"/x\"/>b"),
        ("<a =x title=a\"b href='<c>&#1;&d' href=/y Title=z id=e>", "<a title=\"a&quot;b\" href=\"&lt;c>\u{FFFD}&amp;d\">"),
        ("<a title>b", "<a title=\"\">b"), ("<a href=x<b>", "&lt;a href=x<b>"), ("<a href=\"x\"title=y>", "<a href=\"x\" title=\"y\">"),
    ])
    func repairLeavesMarkupThatIsMarkup(input: String, expected: String) {
        #expect(markup(input) == "<body>" + expected)
    }

    @Test(arguments: [
        ("a < b & c <3 R&D &&; & amp; &#; &#x; <", false), ("", false), ("<b>", true), ("</b", true), ("<!", true), ("<?", true),
        ("<a", true),
        ("&amp;", true), ("&#6", true), ("&#x6", true), ("&nosuch;", true), ("x < y </z", true),
    ])
    func repairIsNeededWhereThereIsMarkupOnly(input: String, isNeeded: Bool) {
        #expect(MarkupRepair.isNeeded(for: Array(input.utf8)) == isNeeded)
    }

    @Test func repairTakesTheNestingAway() {
        let input =
            "<b>a</b><div>b<br>c</div><svg><svg>x</svg>y</svg>d<hr><ul><li>e<img>f</ul><svg/>g<meta>h<script>i</script><u>j</u><x-y>k</x-y><z><object><z></z>l"
        let flat = MarkupRepair.flattened(Array(input.utf8), rewriter: rewriter)
        #expect(String(decoding: flat.bytes, as: UTF8.self) == "<body>a<p>b<br>c<p>d<hr><p><p>ef<p>ghjk&lt;z>")
    }
}
