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
