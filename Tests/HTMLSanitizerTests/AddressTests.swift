import Testing

@testable import HTMLSanitizer

@Suite("An address")
struct AddressTests {
    @Test(arguments: [
        ("https://x/?a=b#c", "https://x/?a=b#c", true), ("HTTP://x", "HTTP://x", true), (" \n/x\t", "/x", false),
        ("/a\tb\nc\rd", "/abcd", false),
        ("mailto:a@b", "mailto:a@b", false), ("//x", "//x", true), ("/\\x", "/\\x", true), ("\\\\x", "\\\\x", true),
        ("/x//y", "/x//y", false),
        ("x", "x", false), ("#a:b", "#a:b", false), ("?a:b", "?a:b", false), ("/a:b", "/a:b", false), ("a b", "a b", false),
        ("/путь", "/путь", false), ("ht\ntps://x", "https://x", true), ("https:x", "https:x", true),
    ])
    func `is kept as it was checked`(raw: String, text: String, leavesSite: Bool) throws {
        let address = try #require(Address(raw, rules: Rules(.standard)))
        #expect(address.text == text)
        #expect(address.leavesSite == leavesSite)
    }

    @Test(arguments: [
        "", " \n", "javascript:x", "JAVA\nSCRIPT:x", "\u{1}javascript:x", "java\u{C}script:x", "java\u{85}script:x", "a:b", ":x",
        "/a\u{7F}b", "a b:c",
        "java\\script:x", "data:,x", "\u{A0}https://x", "http\u{17F}://x", "mailt\u{3BF}:x",
    ])
    func `is refused`(raw: String) {
        #expect(Address(raw, rules: Rules(.standard)) == nil)
    }

    @Test func `has no scheme with letters that only look like those of one in lower case`() {
        var policy = SanitizerPolicy.standard
        policy.schemes = ["skype"]
        #expect(Address("SKYPE:x", rules: Rules(policy))?.text == "SKYPE:x")
        #expect(Address("s\u{212A}ype:x", rules: Rules(policy)) == nil)
    }
}
