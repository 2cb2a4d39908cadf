import Foundation
import HangarKit
import TestSupport
import Testing

@Suite struct FolderArgumentTests {
    static let unmeant: [(String, String)] = [
        ("", "'': no folder is named"), ("  ", "'  ': no folder is named"), ("/", "/: this is the root of the disk"),
        ("//", "//: this is the root of the disk"), ("~/toRoot", "~/toRoot: this is the root of the disk"),
        ("/tmp/..", "/tmp/..: this is the root of the disk"), ("~/home", "~/home: this is the home folder itself"),
        ("~/home/", "~/home/: this is the home folder itself"), ("~/toHome", "~/toHome: this is the home folder itself"),
        ("~/home/none/..", "~/home/none/..: this is the home folder itself"),
        ("~/home/.", "~/home/.: this is the home folder itself"),
        ("~/site/../home", "~/site/../home: this is the home folder itself"),
    ]

    @Test(arguments: unmeant)
    func theRootOfTheDiskAndTheHomeFolderAreRefused(written: String, what: String) async throws {
        let folder = try await fetchedSite(adding: ["home/notes.txt": "mine"])
        try folder.link("toRoot", to: "/")
        try folder.link("toHome", to: "home")
        let path = written.replacing("~", with: folder.path)
        let before = try folder.identities(in: ".")
        var terminal = Terminal(folder: folder)
        terminal.variables = ["HOME": folder("home")]
        func refusal(_ option: String) -> Outcome {
            Outcome(status: .usage, diagnostics: ["hangar: error: \(option) \(what). Name a folder of its own for the site."])
        }
        // The first that is not refused ends the test: the others would write there.
        try #require(await terminal.initialize(path) == refusal("init"))
        try #require(await terminal.build(folder("site"), to: path, ["--force"]) == refusal("--output"))
        try #require(await terminal.update(folder("site"), to: path) == refusal("--output"))
        try #require(await terminal.run(ServeCommand.self, ["--site", folder("site"), "--output", path]) == refusal("--output"))
        try #require(await terminal.build(path, to: folder("public")) == refusal("--site"))
        try #require(await terminal.fetch(path) == refusal("--site"))
        #expect(try folder.identities(in: ".") == before)
    }

    @Test func aFolderInTheHomeFolderIsAccepted() async throws {
        let folder = try await fetchedSite(adding: ["home/notes.txt": "mine"])
        var terminal = Terminal(verbosity: .quiet, folder: folder)
        terminal.variables = ["HOME": folder("home")]
        #expect(await terminal.initialize(folder("home/site")) == Outcome())
        #expect(await terminal.build(folder("site"), to: folder("home/public_html")) == Outcome())
    }
}
