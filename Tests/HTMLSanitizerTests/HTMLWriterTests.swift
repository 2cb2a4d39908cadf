import Testing

@testable import HTMLSanitizer

/// The last line of defence: nothing in the sanitizer asks for any of this.
@Suite("The writer")
struct HTMLWriterTests {
    private func written(_ tag: OpenTag) throws(SanitizerError) -> String {
        var writer = HTMLWriter(rules: Rules(.standard), capacity: 0)
        try writer.open(tag)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func `refuses an element that the policy does not allow`() {
        #expect(throws: SanitizerError.refused("<kbd>")) { try written(OpenTag(.kbd)) }
        var writer = HTMLWriter(rules: Rules(.standard), capacity: 0)
        #expect(throws: SanitizerError.refused("</kbd>")) { try writer.close(.kbd) }
        #expect(writer.bytes.isEmpty)
    }

    @Test func `refuses an attribute that the policy does not allow`() {
        var tag = OpenTag(.b)
        tag.attributes = [(.title, "x")]
        #expect(throws: SanitizerError.refused("title=\"x\"")) { try written(tag) }
    }

    @Test(arguments: ["javascript:x", " /x", "/\tx", "", "java\u{1}script:x"])
    func `refuses an address that was not checked`(address: String) {
        var tag = OpenTag(.a)
        tag.attributes = [(.href, address)]
        #expect(throws: SanitizerError.refused("href=\"\(address)\"")) { try written(tag) }
    }

    @Test func `escapes values and text`() throws {
        var tag = OpenTag(.abbr)
        tag.attributes = [(.title, "\"'<&>\u{A0}\u{1}\u{85}\u{FFFE}я")]
        #expect(try written(tag) == "<abbr title=\"&quot;'&lt;&amp;&gt;&nbsp;\u{FFFD}\u{FFFD}\u{FFFD}я\">")
        var writer = HTMLWriter(rules: Rules(.standard), capacity: 0)
        Array("\"'<&>\u{A0}\u{1}\u{7F}\u{85}\u{FFFF}я\t\n".utf8).withUnsafeBufferPointer { writer.write($0) }
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"'&lt;&amp;&gt;&nbsp;\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}я\t\n")
    }
}
