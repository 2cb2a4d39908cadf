import Testing

@testable import HTMLSanitizer

@Suite struct AddressTests {
    @Test(arguments: [
        ("https://x/?a=b#c", "https://x/?a=b#c", true), ("HTTP://x", "HTTP://x", true), (" \n/x\t", "/x", false),
        ("/a\tb\nc\rd", "/abcd", false),
        ("mailto:a@b", "mailto:a@b", false), ("//x", "//x", true), ("/\\x", "/\\x", true), ("\\\\x", "\\\\x", true),
        ("/x//y", "/x//y", false),
        ("x", "x", false), ("#a:b", "#a:b", false), ("?a:b", "?a:b", false), ("/a:b", "/a:b", false), ("a b", "a b", false),
        ("/путь", "/путь", false), ("ht\ntps://x", "https://x", true), ("https:x", "https:x", true),
    ])
    func addressIsKeptAsItWasChecked(raw: String, text: String, leavesSite: Bool) throws {
        let address = try #require(Address(raw, rules: CompiledPolicy(.standard)))
        #expect(address.text == text)
        #expect(address.leavesSite == leavesSite)
    }

    @Test(arguments: [
        "", " \n", "javascript:x", "JAVA\nSCRIPT:x", "\u{1}javascript:x", "java\u{C}script:x", "java\u{85}script:x", "a:b", ":x",
        "/a\u{7F}b", "a b:c",
        "java\\script:x", "data:,x", "\u{A0}https://x", "http\u{17F}://x", "mailt\u{3BF}:x",
    ])
    func addressIsRefused(raw: String) {
        #expect(Address(raw, rules: CompiledPolicy(.standard)) == nil)
    }

    @Test func addressHasNoSchemeWithLettersThatOnlyLookLikeASCII() {
        var policy = SanitizerPolicy.standard
        policy.schemes = ["skype"]
        #expect(Address("SKYPE:x", rules: CompiledPolicy(policy))?.text == "SKYPE:x")
        #expect(Address("s\u{212A}ype:x", rules: CompiledPolicy(policy)) == nil)
    }

    private static let complete = SanitizerPolicy(linkAddresses: .complete(except: "https://register.example/sub/"))

    @Test(arguments: [
        ("https://example.org", "https://example.org/"), (" HTTP://Example.ORG:80/a b ", "http://example.org/a%20b"),
        ("https://example.org/%zz?ü#x", "https://example.org/%25zz?%C3%BC#x"), ("https://register.example/", "https://register.example/"),
        ("http://register.example/sub/", "http://register.example/sub/"),
    ])
    func completeAddressIsKeptInOneForm(raw: String, text: String) throws {
        let address = try #require(Address(raw, rules: CompiledPolicy(Self.complete)))
        #expect(address == Address(text, rules: CompiledPolicy(Self.complete)))
        #expect(address.text == text)
        #expect(address.leavesSite)
    }

    @Test(arguments: [
        "wiki/Soyuz", "/wiki/x", "#crew", "?a", "//example.org/", "mailto:a@example.org", "http://exa mple.org/", "https:example.org",
        "https://user:word@example.org/", "javascript:alert(1)", "https://register.example/sub/", "HTTPS://Register.example/sub/no/such",
        "https://register.example/sub?x",
    ])
    func linkWithoutACompleteAddressBecomesItsText(raw: String) throws {
        #expect(Address(raw, rules: CompiledPolicy(Self.complete)) == nil)
        #expect(
            try Sanitizer(policy: Self.complete).sanitize("See <a href=\"\(raw)\">the <b>page</b></a>.").html
                == "<p>See the <b>page</b>.</p>")
    }
}
