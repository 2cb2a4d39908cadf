import TemplateEngine
import Testing

/// The destination of a template's text, and its content when the rendering stops early.
@Suite struct RenderedOutputTests {
    private func template(_ text: String, outputLimit: Int = 1_000) throws -> Template {
        let source = TemplateSource(name: "page.html.mustache", bytes: Array(text.utf8), origin: "page")
        return try TemplateLibrary([source], options: TemplateOptions(outputLimit: outputLimit)).template("page.html.mustache")
    }

    private let view: TemplateValue = ["words": ["one", "two", "three"], "html": .text("<b>")]

    @Test func itStandsBehindWhatWasThere() throws {
        let template = try template("{{#words}}{{.}},{{/words}}")
        var buffer = OutputBuffer()
        buffer.append(contentsOf: "before: ")
        try template.render([view], into: &buffer)
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == "before: one,two,three,")
        var array = Array("before: ".utf8)
        try template.render([view], into: &array)
        #expect(array == buffer.bytes)
    }

    @Test(arguments: ["{{#words}}{{.}},{{/words}}{{{html}}}after", "{{#words}}{{.}},{{/words}}{{&html}}"])
    func whatWasWrittenBeforeAFailureStays(text: String) throws {
        let template = try template(text)
        var buffer = OutputBuffer()
        buffer.append(contentsOf: "before: ")
        #expect(throws: RenderError.self) { try template.render([view], into: &buffer) }
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == "before: one,two,three,")
        var array = Array("before: ".utf8)
        #expect(throws: RenderError.self) { try template.render([view], into: &array) }
        #expect(array == buffer.bytes)
    }

    @Test func theLimitCountsWhatTheTemplateWrites() throws {
        let template = try template("{{#words}}{{.}},{{/words}}", outputLimit: 14)
        var array = [UInt8](repeating: UInt8(ascii: "x"), count: 100)
        try template.render([view], into: &array)
        #expect(array.count == 114)
        var buffer = OutputBuffer()
        for _ in 0..<100 { buffer.append(UInt8(ascii: "x")) }
        try template.render([view], into: &buffer)
        #expect(buffer.count == 114)
        #expect(throws: RenderError.self) { try self.template("{{#words}}{{.}},{{/words}}", outputLimit: 13).render([view], into: &array) }
    }
}
