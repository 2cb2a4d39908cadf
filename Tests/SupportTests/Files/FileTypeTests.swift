import Support
import Testing

@Suite struct FileTypeTests {
    @Test(arguments: [
        ("index.html", "text/html; charset=utf-8"), ("a.css", "text/css; charset=utf-8"),
        ("a.min.js", "text/javascript; charset=utf-8"),
        ("feed.json", "application/json"), ("feed.xml", "application/xml"), ("a.svg", "image/svg+xml"), ("a.PNG", "image/png"),
        ("a.jpeg", "image/jpeg"), ("a.webp", "image/webp"), ("robots.txt", "text/plain; charset=utf-8"),
        ("a.csv", "text/csv; charset=utf-8"),
        ("a.sqlite", "application/vnd.sqlite3"), ("LICENSE", "application/octet-stream"), ("a.unknown", "application/octet-stream"),
        (".html", "application/octet-stream"), ("a.", "application/octet-stream"),
    ])
    func typesByTheEndOfTheNameWhateverItsCase(name: String, type: String) {
        #expect(FileType.of(name).mediaType == type)
    }

    @Test(arguments: [
        ("index.html", true), ("feed.xml", true), ("a.CSV", true), ("search.json", true), ("logo.svg", true), ("a.jpg", false),
        ("a.woff2", false),
        ("a.gz", false), ("a.sqlite", false), ("LICENSE", false),
    ])
    func textsAreCompressible(name: String, isCompressible: Bool) {
        #expect(FileType.of(name).isCompressible == isCompressible)
    }
}

@Suite struct FilePathTests {
    @Test(arguments: [("a.html", "", "a.html"), ("a/b.html", "a", "b.html"), ("a/b/c", "a/b", "c")])
    func aPathIsAFolderAndAName(_ path: String, _ folder: String, _ name: String) {
        #expect(FilePath.split(path) == (folder, name))
        #expect(FilePath.join(folder, name) == path)
    }

    @Test(arguments: [("a.HTML", "html"), ("a/b.tar.gz", "gz"), ("a.b/c", ""), (".profile", ""), ("a/.b", ""), ("a.", "")])
    func theTypeOfAFileIsItsExtension(_ path: String, _ type: String) {
        #expect(FilePath.fileExtension(of: path) == type)
    }
}
