import Testing

@testable import SiteCheck

@Suite struct AddressTests {
    @Test(arguments: [
        ("b.html", "inside a/b.html"), ("b/", "inside a/b/"), ("./b", "inside a/b"), (".", "inside a/"), ("..", "inside "),
        ("../", "inside "),
        ("../c/./d/../e", "inside c/e"), ("../..", "outside"), ("b?q#f", "inside a/b #f"), ("b#f?q", "inside a/b #f?q"),
        ("b%2Ec%20d", "inside a/b.c d"),
        ("%2e%2e/c", "inside c"), ("b%zz%2", "inside a/b%zz%2"), ("b#", "inside a/b"), ("?q", "same"), ("#f", "same #f"), ("", "same"),
        ("#", "same"),
        ("b:c", "elsewhere"), ("./b:c", "inside a/b:c"), ("1:2", "inside a/1:2"), ("HTTPS://x/", "elsewhere"), ("//x/y", "elsewhere"),
        ("/s/c", "inside c"), ("/s/", "inside "), ("/c", "outside"), ("https://x.org/s/c#f", "inside c #f"),
        ("https://x.org/s#f", "inside  #f"),
        ("https://x.org/sc", "elsewhere"),
    ])
    func anAddressIsReadAsAServerAnswersIt(_ address: String, _ expected: String) {
        let fragment = { (bytes: [UInt8]?) in bytes.map { " #" + String(decoding: $0, as: UTF8.self) } ?? "" }
        let found =
            switch SiteAddress(Array(address.utf8), inFolder: "a/".utf8, base: BaseURL("https://x.org/s")) {
            case .inside(let path, let part): "inside " + String(decoding: path, as: UTF8.self) + fragment(part)
            case .samePage(let part): "same" + fragment(part)
            case .elsewhere: "elsewhere"
            case .outside: "outside"
            }
        #expect(found == expected)
    }

    @Test(arguments: [
        ("https://example.org", "https://example.org/", "/"), ("https://example.org/a/b", "https://example.org/a/b/", "/a/b/"),
        ("http://localhost:8080/", "http://localhost:8080/", "/"),
    ])
    func aBaseEndsInASlash(_ text: String, _ full: String, _ path: String) {
        let base = BaseURL(text)
        #expect(base?.text == full)
        #expect(base?.path == Array(path.utf8))
    }

    @Test(arguments: ["", "example.org", "/a/", "mailto:a@b", "https:///a"])
    func whatHasNoHostIsNoBase(_ text: String) {
        #expect(BaseURL(text) == nil)
    }

    @Test func aPathIsFoundByItsBytes() {
        let paths = (0..<1000).map { "p/\($0)/index.html" }
        let table = PathTable(paths)
        for (index, path) in paths.enumerated() { #expect(table.find(Array(path.utf8)) == index) }
        #expect(table.find(Array("p/1000/index.html".utf8)) == nil)
        #expect(PathTable([]).find([]) == nil)
    }
}
