import Testing

@testable import Support

@Suite struct WebURLTests {
    @Test(arguments: [
        ("https://example.org/a/b.jpg?c=d#e", "https://example.org/a/b.jpg?c=d#e"),
        ("HTTPS://Example.ORG:443", "https://example.org/"), ("http://example.org:80/", "http://example.org/"),
        ("http://example.org:8080/", "http://example.org:8080/"), ("https://example.org:/", "https://example.org/"),
        ("https://example.org:080/", "https://example.org:80/"),
        ("\u{1}\n https://example.org/a\tb\n \u{0}", "https://example.org/ab"),
        ("https://example.org/ü ö.jpg", "https://example.org/%C3%BC%20%C3%B6.jpg"),
        ("https://example.org/%C3%BC%zz%2", "https://example.org/%C3%BC%25zz%252"),
        ("https://example.org/a\"b'c<d>e{f}|^`[g]", "https://example.org/a%22b'c%3Cd%3Ee%7Bf%7D%7C%5E%60[g]"),
        ("https://example.org/?a'b c?d=/\"", "https://example.org/?a%27b%20c?d=/%22"), ("https://example.org?q", "https://example.org/?q"),
        ("https://example.org/#a#b ü", "https://example.org/#a%23b%20%C3%BC"),
        ("https://example.org/a/./b/../c/%2e%2E/d/..", "https://example.org/a/"),
        ("https://example.org/../../x//y/", "https://example.org/x//y/"), ("https:\\\\example.org\\a\\b", "https://example.org/a/b"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"), ("https://BÜCHER.Example/", "https://xn--bcher-kva.example/"),
        ("https://b%C3%BCcher.example/", "https://xn--bcher-kva.example/"), ("https://例え。テスト/", "https://xn--r8jz45g.xn--zckzah/"),
        ("https://президент.рф/", "https://xn--d1abbgf6aiiy.xn--p1ai/"),
        ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
        ("https://127.0.0.1:8000/", "https://127.0.0.1:8000/"), ("https://[2001:DB8::1]:443/", "https://[2001:db8::1]/"),
        ("https://localhost/", "https://localhost/"), ("https://example.org./", "https://example.org/"),
        ("https://a_b.example/", "https://a_b.example/"),
    ])
    func addressHasOneForm(raw: String, text: String) {
        #expect(WebURL(raw)?.text == text)
        #expect(WebURL(text)?.text == text)
    }

    @Test(arguments: [
        "", " ", "wiki/Soyuz", "/wiki/x", "#crew", "?a", "//example.org/", "example.org", "www.example.org/a", "https:example.org",
        "https:/example.org",
        "https:///example.org", "https://", "https:///", "https://?a", "http://exa mple.org/", "https://exa%20mple.org/", "https://a..b/",
        "https://.a/", "https://example.org:99999/", "https://example.org:8a/", "https://example.org:-1/", "https://user@example.org/",
        "https://user:word@example.org/", "https://@example.org/", "https://999.1.1.1/", "https://1.2.3/", "https://[::1", "https://[x]/",
        "https://[::1]a/", "https://a<b/", "https://a|b/", "https://a%/", "https://a\u{AD}b/", "https://a\u{FFFD}b/", "ftp://example.org/",
        "mailto:a@example.org", "javascript:https://example.org/", "data:,x", "java\u{C}https://example.org/", "https://example.org/\u{1}a",
        "https://example.org/a\u{7F}",
    ])
    func addressThatNobodyCanFollowIsNone(raw: String) {
        #expect(WebURL(raw) == nil)
    }

    @Test(arguments: [
        ("https://example.org/a/b", true), ("https://example.org/a/", true), ("https://example.org/a", true),
        ("https://example.org/a?b", true),
        ("https://example.org/a#b", true), ("https://example.org/ab", false), ("https://example.org/", false),
        ("http://example.org/a/", false),
    ])
    func addressIsBelowTheRootOfItsSite(raw: String, isBelow: Bool) throws {
        #expect(try #require(WebURL(raw)).isBelow("https://example.org/a/") == isBelow)
    }
}
