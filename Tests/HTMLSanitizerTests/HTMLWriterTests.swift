import Testing

@testable import HTMLSanitizer

/// The last line of defence. Nothing in the sanitizer asks for any of this.
@Suite struct HTMLWriterTests {
    private func written(_ tag: StartTag) throws(SanitizerError) -> String {
        var writer = HTMLWriter(rules: CompiledPolicy(.standard), capacity: 0)
        try writer.open(tag)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func writerRefusesAnElementThatThePolicyDoesNotAllow() {
        #expect(throws: SanitizerError.refused("<kbd>")) { try written(StartTag(.kbd)) }
        var writer = HTMLWriter(rules: CompiledPolicy(.standard), capacity: 0)
        #expect(throws: SanitizerError.refused("</kbd>")) { try writer.close(.kbd) }
        #expect(writer.bytes.isEmpty)
    }

    @Test func writerRefusesAnAttributeThatThePolicyDoesNotAllow() {
        var tag = StartTag(.b)
        tag.attributes = [(.title, "x")]
        #expect(throws: SanitizerError.refused("title=\"x\"")) { try written(tag) }
    }

    @Test(arguments: ["javascript:x", " /x", "/\tx", "", "java\u{1}script:x"])
    func writerRefusesAnAddressThatWasNotChecked(address: String) {
        var tag = StartTag(.a)
        tag.attributes = [(.href, address)]
        #expect(throws: SanitizerError.refused("href=\"\(address)\"")) { try written(tag) }
    }

    @Test func writerEscapesValuesAndText() throws {
        var tag = StartTag(.abbr)
        tag.attributes = [(.title, "\"'<&>\u{A0}\u{1}\u{85}\u{FFFE}я")]
        #expect(try written(tag) == "<abbr title=\"&quot;'&lt;&amp;&gt;&nbsp;\u{FFFD}\u{FFFD}\u{FFFD}я\">")
        var writer = HTMLWriter(rules: CompiledPolicy(.standard), capacity: 0)
        Array("\"'<&>\u{A0}\u{1}\u{7F}\u{85}\u{FFFF}я\t\n".utf8).withUnsafeBufferPointer { writer.write($0) }
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"'&lt;&amp;&gt;&nbsp;\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}я\t\n")
    }
}
