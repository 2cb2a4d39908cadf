import HTMLSanitizer
import Testing

@Suite("Large inputs")
struct LargeInputTests {
    private let sanitizer: Sanitizer = {
        var policy = SanitizerPolicy.standard
        policy.limits = .init(bytes: 2_000_000, depth: 64)
        return Sanitizer(policy: policy)
    }()

    private func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    @Test(arguments: ["b", "div", "blockquote", "ul><li", "a href=/x", "x-y"])
    func `nested a hundred thousand deep keep their text`(tag: String) throws {
        let html = try sanitizer.sanitize("before" + repeated("<\(tag)>", 100_000) + "middle" + repeated("</\(tag)>", 1000) + "after").html
        try StrictReader.check(html)
        for word in ["before", "middle", "after"] { #expect(html.contains(word)) }
        #expect(try sanitizer.sanitize(html).html == html)
    }

    @Test(arguments: ["script", "svg", "template", "object", "select", "style"])
    func `that are dropped a thousand deep end where they end`(tag: String) throws {
        let input = "before" + repeated("<\(tag)>", 1000) + "alert(1)" + repeated("</\(tag)>", 1000) + "after"
        #expect(try sanitizer.sanitize(input).html == "<p>beforeafter</p>")
    }

    @Test func `keep what lies deeper than the limit, without its tags`() throws {
        let quotations = try sanitizer.sanitize(repeated("<blockquote>", 70) + "text")
        #expect(quotations.html == repeated("<blockquote>", 63) + "<p>text</p>" + repeated("</blockquote>", 63))
        let phrases = try sanitizer.sanitize(repeated("<sub>", 100) + "text")
        #expect(phrases.html == "<p>" + repeated("<sub>", 63) + "text" + repeated("</sub>", 63) + "</p>")
    }

    @Test func `without an end to any item are no deeper for it`() throws {
        let html = try sanitizer.sanitize("<ul>" + repeated("<li>one", 10_000)).html
        #expect(html == "<ul>" + repeated("<li>one</li>", 10_000) + "</ul>")
    }

    @Test func `of angle brackets come out whole`() throws {
        #expect(try sanitizer.sanitize(repeated("<", 300_000)).html == "<p>" + repeated("&lt;", 300_000) + "</p>")
        #expect(try sanitizer.sanitize(repeated("<a ", 100_000)).html == "<p>" + repeated("&lt;a ", 99_999) + "&lt;a</p>")
        #expect(try sanitizer.sanitize(repeated("<!--", 100_000)).html == "<p>" + repeated("&lt;!--", 100_000) + "</p>")
    }

    @Test func `with twenty thousand attributes keep the one that counts`() throws {
        let attributes = (0..<20_000).map { "on\($0)=x" }.joined(separator: " ")
        #expect(try sanitizer.sanitize("<a \(attributes) href=/x>text</a>").html == "<p><a href=\"/x\">text</a></p>")
    }

    @Test func `of a long address and many blocks stay in proportion`() throws {
        let html = try sanitizer.sanitize("<a href=/\(repeated("x", 100_000))>" + repeated("<div>text</div>", 2000)).html
        try StrictReader.check(html)
        #expect(html.utf8.count < 3_000_000)
        #expect(html.split(separator: "text").count == 2001)
    }

    @Test func `are measured in bytes against the limit`() throws {
        let limited = Sanitizer()
        let limit = 256 * 1024
        #expect(try limited.sanitize(repeated("я", limit / 2)).html.utf8.count == limit + 7)
        let expected = SanitizerError.tooLong(bytes: limit + 1, limit: limit)
        #expect(throws: expected) { try limited.sanitize(repeated("я", limit / 2) + "x") }
        #expect(throws: expected) { try limited.sanitize([UInt8](repeating: 0x78, count: limit + 1)) }
        #expect(
            expected.description
                == "the text is 262145 bytes long, and the limit is 262144. Shorten it, or raise `limits.bytes` of the policy")
    }
}
