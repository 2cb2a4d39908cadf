import Testing

@testable import SiteCheck

@Suite struct MarkupTests {
    /// Tags in the tokenizer's reading: `a[href=x]`, with an end tag as `/a`. Only names that the check asks for are shown.
    func tags(_ text: String, _ language: MarkupTokenizer.Language = .html) -> [String] {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            var tokenizer = MarkupTokenizer(bytes, language)
            var tags: [String] = []
            while let tag = tokenizer.next() {
                let values = tokenizer.attributes.map { bytes.string($0.value) }
                tags.append((tag.isEnd ? "/" : "") + bytes.string(tag.start..<tag.end) + (values.isEmpty ? "" : " -> \(values)"))
            }
            return tags
        }
    }

    @Test(
        arguments: [
            ("a<b>c</b>d", ["<b>", "/</b>"]),
            (
                "<a href=x title='y z' hidden data-q=\"'\">",
                ["<a href=x title='y z' hidden data-q=\"'\"> -> [\"x\", \"y z\", \"\", \"\\\'\"]"]
            ),
            ("<a href = x >", ["<a href = x > -> [\"x\"]"]),
            ("<a href=x/y/>", ["<a href=x/y/> -> [\"x/y/\"]"]),
            ("<br/><br />", ["<br/>", "<br />"]),
            ("<a title='>'>", ["<a title='>'> -> [\">\"]"]),
            ("<a =x=y>", ["<a =x=y> -> [\"y\"]"]),
            ("<a href='x", ["<a href='x -> [\"x\"]"]),
            ("<a", ["<a"]), ("<", []), ("</", []), ("<>", []), ("< a>", []), ("</ a>", []), ("1<2", []),
            ("<!doctype html><p>", ["<p>"]), ("<!--<a>--><p>", ["<p>"]), ("<!--<a>", []), ("<!--><p>", ["<p>"]),
            ("<!---><p>", ["<p>"]), ("<!-- -- > - --><p>", ["<p>"]),
            ("<?php <a> ?><p>", ["<p>"]),
            ("<script>'<a>'</scrip></SCRIPT ><p>", ["<script>", "/</SCRIPT >", "<p>"]), ("<style><a>", ["<style>"]),
            ("<textarea><a></textarea>", ["<textarea>", "/</textarea>"]),
        ] as [(String, [String])])
    func htmlIsReadTagByTag(_ text: String, _ expected: [String]) {
        #expect(tags(text) == expected)
    }

    @Test func inXMLThereAreSectionsAndNoRawText() {
        #expect(tags("<a><![CDATA[<b>]]></a><script><c/></script>", .xml) == ["<a>", "/</a>", "<script>", "<c/>", "/</script>"])
    }

    @Test(arguments: [
        ("a&amp;b", "a&b"), ("&lt;&gt;&quot;&apos;", "<>\"'"), ("&#38;&#x26;&#X26;", "&&&"), ("&#8364", "\u{20AC}"), ("&amp;amp;", "&amp;"),
        ("&amp", "&amp"), ("&eacute;", "&eacute;"), ("a&b=c", "a&b=c"), ("&#;&#x;&", "&#;&#x;&"),
        ("&#x110000;&#55296;", "&#x110000;&#55296;"),
        ("", ""), ("a/b", "a/b"), ("&&amp;&amp&lt;&", "&&&amp<&"), ("a&b&amp;c&amp;", "a&b&c&"),
        ("&#99999999999999999999;", "&#99999999999999999999;"),
    ])
    func characterReferencesStandForCharacters(_ text: String, _ expected: String) {
        var decoded: [UInt8] = []
        Array(text.utf8).withUnsafeBufferPointer { CharacterReferences.decode($0, 0..<$0.count, into: &decoded) }
        #expect(String(decoding: decoded, as: UTF8.self) == expected)
    }

    @Test(
        arguments: [
            ("a.jpg", ["a.jpg"]), (" a.jpg 1x , b.jpg 2x", ["a.jpg", "b.jpg"]), ("a.jpg, b.jpg", ["a.jpg", "b.jpg"]),
            ("a,b.jpg 100w", ["a,b.jpg"]),
            ("a.jpg 1x,b.jpg 2x", ["a.jpg", "b.jpg"]), ("data:,a 1x, b", ["data:,a", "b"]), ("a calc(1,2), b", ["a", "b"]), (" , ", []),
            ("", []),
        ] as [(String, [String])])
    func aSourceSetIsAListOfAddresses(_ text: String, _ expected: [String]) {
        let bytes = Array(text.utf8)
        let found = bytes.withUnsafeBufferPointer { bytes in SourceSet.addresses(bytes, 0..<bytes.count).map { bytes.string($0) } }
        #expect(found == expected)
    }
}
