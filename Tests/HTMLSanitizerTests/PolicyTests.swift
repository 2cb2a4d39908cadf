import Testing

@testable import HTMLSanitizer

@Suite struct PolicyTests {
    private func policy(_ elements: [SanitizerElement: [SanitizerAttribute]]) -> SanitizerPolicy {
        var policy = SanitizerPolicy.standard
        policy.elements = elements
        return policy
    }

    @Test func standardPolicyAllowsTheseAndNoOther() {
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

    @Test func policyOfNothingLeavesTheTextInParagraphs() throws {
        let sanitizer = Sanitizer(policy: policy([:]))
        let input = "<h1>One</h1><ul><li>two<li><b>three</b></ul><pre>four  </pre>five<br>six<hr>seven<a href=/x>eight</a>"
        #expect(try sanitizer.sanitize(input).html == "<p>One</p><p>two</p><p>three</p><p>four</p><p>five<br>six</p><p>seveneight</p>")
    }

    @Test func policyThatAllowsAListAllowsItsItems() throws {
        let input = "<ol>one<li>two</ol><dl><dt>term<dd>three</dl>"
        #expect(try Sanitizer(policy: policy([.ol: []])).sanitize(input).html == "<ol><li>one</li><li>two</li></ol><p>term</p><p>three</p>")
    }

    @Test func policyMayAllowEveryElementAndTheFormHolds() throws {
        let all = Dictionary(uniqueKeysWithValues: SanitizerElement.allCases.map { ($0, SanitizerAttribute.allCases) })
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

    @Test func policyCannotAllowSchemesThatRunCode() throws {
        var policy = SanitizerPolicy.standard
        policy.schemes = ["javascript", "vbscript", "data", "ftp"]
        let input = "<a href=javascript:x>a</a> <a href=VBScript:x>b</a> <a href=data:,x>c</a> <a href=ftp://x>d</a> <a href=http://x>e</a>"
        #expect(try Sanitizer(policy: policy).sanitize(input).html == "<p>a b c <a href=\"ftp://x\">d</a> e</p>")
    }

    @Test func policySaysWhatIsDroppedAndWhatLinksGet() throws {
        var policy = SanitizerPolicy.standard
        policy.droppedWithContents = ["b"]
        policy.externalLinkRelations = []
        let input = "<b>one</b><title>two</title><svg><a href=https://x>three</a></svg><script>four()</script>"
        #expect(try Sanitizer(policy: policy).sanitize(input).html == "<p>two<a href=\"https://x\">three</a></p>")
    }

    @Test func policyKeepsItsLimitsWhereLibxml2LosesNothing() {
        #expect(SanitizerPolicy.Limits(bytes: 100_000_000, depth: 1000) == .init(bytes: 2_000_000, depth: 64))
        #expect(SanitizerPolicy.Limits(bytes: -1, depth: 0) == .init(bytes: 0, depth: 4))
    }
}

@Suite struct NameTableTests {
    @Test func tableFindsEachNameThatIsInItInAnyCaseAndNoOther() {
        let names = (0..<3000).map { "x-\($0)" }
        let table = NameTable(Dictionary(uniqueKeysWithValues: names.map { ($0, .unwrapAsCell) }))
        func treatment(_ name: String) -> Treatment? {
            Array(name.utf8).withUnsafeBufferPointer { table[$0] }
        }
        for name in names { #expect(treatment(name.uppercased()) == .unwrapAsCell) }
        for name in ["", "x-", "x-3000", "x-00", "y-1", "x-1\u{0}", "\u{212A}"] { #expect(treatment(name) == nil) }
    }
}
