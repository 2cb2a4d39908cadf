import Support
import TestSupport
import Testing

@testable import SiteCheck

/// The links of the downloads and of what describes them.
@Suite struct DownloadRuleTests {
    private static let home = "<link rel=\"canonical\" href=\"https://example.org/\"><a href=\"a/\">a</a>"

    private func problems(_ path: String, _ text: String) throws -> [String] {
        let folder = try TemporaryFolder()
        try FileTree(["index.html": .file(Self.home), "a/index.html": "a", "data/a.csv": "id\r\n"]).write(to: folder.output)
        try AtomicFile.replace(folder.output + "/" + path, with: Array(text.utf8))
        return try SiteChecker(output: folder.output).check().problems.map(\.description)
    }

    @Test(arguments: [
        (
            "data/datapackage.json", #"{"homepage": "https://example.org/a/", "resources": [{"path": "a.csv"}, {"path": ["b.csv"]}]}"#,
            [#"data/datapackage.json:1:84: 'b.csv' leads to nothing: there is no 'data/b.csv'. Mend the link, or add the file"#]
        ),
        (
            "data/csv-metadata.json",
            #"{"tables": [{"url": "a.csv", "tableSchema": {"foreignKeys": [{"reference": {"resource": "c.csv"}}]}}, {"url": "b.csv"}]}"#,
            [
                #"data/csv-metadata.json:1:90: 'c.csv' leads to nothing: there is no 'data/c.csv'. Mend the link, or add the file"#,
                #"data/csv-metadata.json:1:112: 'b.csv' leads to nothing: there is no 'data/b.csv'. Mend the link, or add the file"#,
            ]
        ),
        (
            "data/a.csv-metadata.json", #"{"url": "b.csv"}"#,
            [#"data/a.csv-metadata.json:1:10: 'b.csv' leads to nothing: there is no 'data/b.csv'. Mend the link, or add the file"#]
        ),
        (
            "data/a.json",
            #"{"$schema": "https://example.org/data/a.csv", "a": [{"url": "https://example.org/a/"}, {"url": "https://example.org/b/"}]}"#,
            [#"data/a.json:1:97: 'https://example.org/b/' leads to nothing: there is no 'b/'. Mend the link, or add the file"#]
        ),
        (
            "a/index.json",
            #"{"$schema": "https://example.org/data/a.csv", "craft": {"page_url": "https://example.org/b/", "link": "https://example.org/b/"}}"#,
            [#"a/index.json:1:70: 'https://example.org/b/' leads to nothing: there is no 'b/'. Mend the link, or add the file"#]
        ),
        (
            "data/a.schema.json", #"{"$id": "https://example.org/data/b.schema.json"}"#,
            [
                "data/a.schema.json:1:10: 'https://example.org/data/b.schema.json' leads to nothing: there is no 'data/b.schema.json'. "
                    + "Mend the link, or add the file"
            ]
        ),
        // Of the JSON of others no member is known to be a link.
        ("own.json", #"{"$schema": "https://elsewhere.example/x", "url": "https://example.org/b/"}"#, []),
    ])
    func aLinkThatLeadsToNothingHasItsPlace(path: String, text: String, expected: [String]) throws {
        #expect(try problems(path, text) == expected)
    }

    private func problems(_ bytes: [UInt8]) throws -> [String] {
        let folder = try TemporaryFolder()
        try FileTree(["index.html": "x"]).write(to: folder.output)
        try AtomicFile.replace(folder.output + "/a.sqlite", with: bytes)
        return try SiteChecker(output: folder.output).check().problems.map(\.description)
    }

    /// The head of a database of two pages of 512 bytes.
    private static let database: [UInt8] = {
        var bytes = Array("SQLite format 3\0".utf8) + [2, 0] + Array(repeating: 0, count: 10) + [0, 0, 0, 2]
        bytes += Array(repeating: 0, count: 1024 - bytes.count)
        return bytes
    }()

    @Test func aDatabaseThatIsCutOffOrNoneIsAProblem() throws {
        #expect(try problems(Self.database) == [])
        #expect(
            try problems(Self.database.dropLast(1)) == [
                "a.sqlite:1:1: is 1023 bytes long, and says that it has 1024. Build the site again, or mend the file"
            ])
        let none = ["a.sqlite:1:1: is no SQLite file. Build the site again, or mend the file"]
        #expect(try problems([]) == none)
        #expect(try problems(Array("id,name\r\n".utf8) + Array(repeating: 0x20, count: 200)) == none)
    }
}
