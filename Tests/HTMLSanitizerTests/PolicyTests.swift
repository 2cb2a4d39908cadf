import HTMLSanitizer
import Testing

@Suite("A policy")
struct PolicyTests {
    private func policy(_ elements: [HTMLElement: [HTMLAttribute]]) -> SanitizerPolicy {
        var policy = SanitizerPolicy.standard
        policy.elements = elements
        return policy
    }

    @Test func `for descriptions allows these and no other`() {
        let names = SanitizerPolicy.standard.elements.keys.map(\.name).sorted()
        #expect(
            names == [
                "a", "abbr", "b", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h3", "h4", "hr", "i", "li", "ol", "p", "pre", "q",
                "s",
                "small", "strong", "sub", "sup", "u", "ul",
            ])
        #expect(SanitizerPolicy.standard.elements.filter { !$0.value.isEmpty } == [.a: [.href, .title], .abbr: [.title]])
        #expect(SanitizerPolicy.standard.schemes == ["http", "https", "mailto"])
        #expect(SanitizerPolicy.standard.limits == .init(bytes: 262_144, depth: 64))
    }

    @Test func `of nothing leaves the text in paragraphs`() throws {
        let sanitizer = Sanitizer(policy: policy([:]))
        let input = "<h1>One</h1><ul><li>two<li><b>three</b></ul><pre>four  </pre>five<br>six<hr>seven<a href=/x>eight</a>"
        #expect(try sanitizer.sanitize(input).html == "<p>One</p><p>two</p><p>three</p><p>four</p><p>five<br>six</p><p>seveneight</p>")
    }

    @Test func `that allows a list allows its items`() throws {
        let input = "<ol>one<li>two</ol><dl><dt>term<dd>three</dl>"
        #expect(try Sanitizer(policy: policy([.ol: []])).sanitize(input).html == "<ol><li>one</li><li>two</li></ol><p>term</p><p>three</p>")
    }

    @Test func `may allow every element there is, and then the form holds as well`() throws {
        let all = Dictionary(uniqueKeysWithValues: HTMLElement.allCases.map { ($0, HTMLAttribute.allCases) })
        let sanitizer = Sanitizer(policy: policy(all))
        for input in try Corpus.inputs() {
            let html = try sanitizer.sanitize(input).html
            #expect(try sanitizer.sanitize(html).html == html, "\(input.debugDescription)")
            #expect(
                !html.contains("<script") && !html.contains("<img") && !html.contains("<a href=\"javascript:"), "\(input.debugDescription)")
        }
        #expect(
            try sanitizer.sanitize("<h2 lang=ru>Мир</h2><q cite=javascript:x title=t>a</q>").html
                == "<h2 lang=\"ru\">Мир</h2><p><q title=\"t\">a</q></p>")
    }

    @Test func `cannot allow schemes that run code`() throws {
        var policy = SanitizerPolicy.standard
        policy.schemes = ["javascript", "vbscript", "data", "ftp"]
        let input = "<a href=javascript:x>a</a> <a href=VBScript:x>b</a> <a href=data:,x>c</a> <a href=ftp://x>d</a> <a href=http://x>e</a>"
        #expect(try Sanitizer(policy: policy).sanitize(input).html == "<p>a b c <a href=\"ftp://x\">d</a> e</p>")
    }

    @Test func `says what is dropped and what links get`() throws {
        var policy = SanitizerPolicy.standard
        policy.droppedWithContents = ["b"]
        policy.externalLinkRelations = []
        let input = "<b>one</b><title>two</title><svg><a href=https://x>three</a></svg><script>four()</script>"
        #expect(try Sanitizer(policy: policy).sanitize(input).html == "<p>two<a href=\"https://x\">three</a></p>")
    }

    @Test func `keeps its limits where libxml2 loses nothing`() {
        #expect(SanitizerPolicy.Limits(bytes: 100_000_000, depth: 1000) == .init(bytes: 2_000_000, depth: 64))
        #expect(SanitizerPolicy.Limits(bytes: -1, depth: 0) == .init(bytes: 0, depth: 4))
    }
}
