import Testing

@testable import Publishing

@Suite struct SitePathTests {
    @Test(
        arguments: [
            ("index.html", nil), ("spacecraft/126-soyuz/index.html", nil), ("a/...", nil), ("a/.b", nil), ("\u{E9}/\u{41F}.html", nil),
            (".well-known/security.txt", nil),
            ("", "an empty path"),
            ("/index.html", "an absolute path, or an empty segment in it"), ("a//b", "an absolute path, or an empty segment in it"),
            ("a/", "an absolute path, or an empty segment in it"),
            (".", "a segment '.' or '..' in the path"), ("..", "a segment '.' or '..' in the path"),
            ("a/../b", "a segment '.' or '..' in the path"), ("a/.", "a segment '.' or '..' in the path"),
            ("a\0b", "a control character in the path"), ("a\nb", "a control character in the path"),
            ("a/" + String(repeating: "b", count: 256), "a segment of more than 255 bytes"),
            (".hangar-manifest", "a name that is kept for publishing"), (".hangar-staging/a", "a name that is kept for publishing"),
        ] as [(String, String?)])
    func aPathMustStayInsideTheSite(_ path: String, _ problem: String?) {
        #expect(SitePath.problem(with: path) == problem)
    }
}
