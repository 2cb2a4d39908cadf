import Testing

@testable import Publishing

@Suite struct ManifestTests {
    @Test func itIsOnePathALineUnderItsVersion() throws {
        let manifest = Manifest(sorted: ["a.html", "b/c.html"])
        #expect(String(decoding: manifest.bytes, as: UTF8.self) == "hangar-manifest 1\na.html\nb/c.html\n")
        #expect(try Manifest.parse(manifest.bytes) == manifest)
        #expect(try Manifest.parse(Array("hangar-manifest 1\n".utf8)) == Manifest(sorted: []))
    }

    @Test func theStampOfAPrecompressedFileFollowsItsPath() throws {
        let manifest = Manifest(sorted: ["a.html", "a.html.gz"], stamps: ["a.html.gz": 0xBEEF])
        #expect(String(decoding: manifest.bytes, as: UTF8.self) == "hangar-manifest 1\na.html\na.html.gz\t000000000000beef\n")
        #expect(try Manifest.parse(manifest.bytes) == manifest)
    }

    @Test func whatIsNotSettledHasAMarkAtItsEnd() throws {
        let manifest = Manifest(
            sorted: ["a.html", "a.html.gz", "b.html"], stamps: ["a.html.gz": 0xBEEF], unsettled: ["a.html.gz", "b.html"])
        #expect(
            String(decoding: manifest.bytes, as: UTF8.self)
                == "hangar-manifest 1\na.html\na.html.gz\t000000000000beef\t?\nb.html\t?\n")
        #expect(try Manifest.parse(manifest.bytes) == manifest)
    }

    @Test(arguments: [
        ("", Manifest.ParseError.version("")),
        ("hangar-manifest 2\na", .version("hangar-manifest 2")),
        ("hangar-manifest 1\na\n../etc/passwd\n", .line(3, "../etc/passwd")),
        ("hangar-manifest 1\n\n", .line(2, "")),
        ("hangar-manifest 1\t\n", .version("hangar-manifest 1\t")),
        ("hangar-manifest 1\t?\n", .version("hangar-manifest 1\t?")),
        ("hangar-manifest 1\na\t\n", .line(2, "a\t")),
        ("hangar-manifest 1\n\t?\n", .line(2, "")),
        ("hangar-manifest 1\na\t?\t?\n", .line(2, "a\t?")),
        ("hangar-manifest 1\na.gz\tbeef\n", .line(2, "a.gz\tbeef")),
        ("hangar-manifest 1\na.gz\t000000000000beeg\n", .line(2, "a.gz\t000000000000beeg")),
    ])
    func whatNoBuildHasWrittenIsRefused(_ text: String, _ error: Manifest.ParseError) {
        #expect(throws: error) { try Manifest.parse(Array(text.utf8)) }
    }
}

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
