import Support
import TestSupport
import Testing

@testable import SiteCheck

/// Every XML file of a finished site is XML that a feed reader and a search engine can read.
@Suite struct WellFormednessTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    func problems(_ path: String, _ bytes: [UInt8]) throws -> [String] {
        try FileTree(["index.html": "x"]).write(to: folder.output)
        try AtomicFile.replace(folder.output + "/" + path, with: bytes)
        return try SiteChecker(output: folder.output).check().problems.map(\.description)
    }

    @Test(arguments: [
        (
            "<feed>\n<title><b>A & B</title>\n</feed>",
            "2:13: is no XML here: a '&' stands for itself. Write it as &amp;"
        ),
        (
            "<urlset>\n<url><b>x</b></url>\n",
            "3:1: is no XML here: Premature end of data in tag urlset line 1. Close each tag, the inner ones first"
        ),
        (
            "<feed>\n <p><b>x</p></feed>",
            "2:13: is no XML here: Opening and ending tag mismatch: b line 2 and p. Close each tag, the inner ones first"
        ),
        (
            "<a>&nbsp;</a>",
            "1:10: is no XML here: Entity 'nbsp' not defined. Write the character itself, or its number"
        ),
        ("<a>\u{1}</a>", "1:4: is no XML here: PCDATA invalid Char value 1. Remove the character, because no XML may hold it"),
        ("<a>Ж\u{FFFE}</a>", "1:5: is no XML here: Char 0xFFFE out of allowed range. Remove the character, because no XML may hold it"),
        ("<a b='1' b='2'/>", "1:15: is no XML here: Attribute b redefined. Mend its template"),
        ("<x:a/>", "1:5: is no XML here: Namespace prefix x on a is not defined. Mend its template"),
        ("", "1:1: is no XML here: Document is empty. Mend its template"),
        ("<a/><b/>", "1:5: is no XML here: Extra content at the end of the document. Mend its template"),
    ])
    func aFaultOfAnXMLFileHasItsPlace(_ xml: String, _ expected: String) throws {
        #expect(try problems("feed.xml", Array(xml.utf8)) == ["feed.xml:" + expected])
    }

    @Test func textInAnotherEncodingThanTheStatedOneIsAFault() throws {
        let latin1 = Array("<?xml version='1.0' encoding='utf-8'?>\n<a>caf".utf8) + [0xE9] + Array("</a>".utf8)
        #expect(
            try problems("a.xml", latin1) == ["a.xml:2:7: is no XML here: the text is not in the encoding that it states. Save it as UTF-8"]
        )
        let stated = Array("<?xml version='1.0' encoding='iso-8859-1'?><a>caf".utf8) + [0xE9] + Array("</a>".utf8)
        #expect(try problems("a.xml", stated) == [])
    }

    @Test(arguments: [
        "<?xml version='1.0' encoding='utf-8'?>\n<!-- & --><a xmlns='x'><![CDATA[A & B]]>&amp;&#228;</a>\n",
        "\u{FEFF}<a/>",
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://127.0.0.1:9/svg11.dtd'>\n<svg xmlns='http://www.w3.org/2000/svg'/>",
        "<!DOCTYPE svg [<!ENTITY ns 'http://www.w3.org/2000/svg'>]><svg xmlns='&ns;'>&ns;</svg>",
        "<!DOCTYPE a [<!ENTITY file SYSTEM 'file:///etc/passwd'>]><a>&file;</a>",
    ])
    func whatXMLAllowsIsNoFault(_ xml: String) throws {
        for path in ["feed.xml", "assets/a.svg"] { #expect(try problems(path, Array(xml.utf8)) == []) }
    }

    /// 'Billion laughs': ten entities, each of them ten times the one before.
    @Test func entitiesThatGrowOutOfProportionAreRefused() throws {
        let entities = (1...9).map { "<!ENTITY e\($0) '\(String(repeating: "&e\($0 - 1);", count: 10))'>" }
        let xml = "<!DOCTYPE a [<!ENTITY e0 '\(String(repeating: "lol", count: 10))'>\(entities.joined())]><a b='&e9;'>&e9;</a>"
        let found = try problems("a.xml", Array(xml.utf8))
        #expect(found.count == 1)
        #expect(found.first?.contains("is no XML here: Detected an entity reference loop") == true)
    }

    @Test func aPictureInSVGIsXML() throws {
        #expect(
            try problems("assets/logo.svg", Array("<svg xmlns='http://www.w3.org/2000/svg'><g></svg>".utf8)) == [
                "assets/logo.svg:1:50: is no XML here: Opening and ending tag mismatch: g line 1 and svg. Close each tag, the inner ones first"
            ])
    }
}
