import Foundation
import HangarKit
import LaunchLibrary
import TestSupport
import Testing

/// `--from -`
@Suite struct StandardInputTests {
    private func terminal(_ text: String, _ folder: TemporaryFolder) -> Terminal {
        let bytes = Array(text.utf8)
        return Terminal(input: [Array(bytes.prefix(100)), Array(bytes.dropFirst(100))], folder: folder)
    }

    @Test func whatABuildReadsIsWhatTheFileHas() async throws {
        let folder = try await fetchedSite()
        _ = await Terminal(folder: folder).build(folder("site"), to: folder("file"), ["--from", folder("records.json")])
        let outcome = await terminal(Records.two, folder).build(folder("site"), to: folder("input"), ["--from", "-"])
        #expect(outcome.status == .done)
        #expect(try folder.files(in: "input") == folder.files(in: "file"))
    }

    @Test func aFetchReadsItToo() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        let outcome = await terminal(Records.two, folder).fetch(folder("site"), from: ["-"])
        #expect(outcome == Outcome(output: "~/site/data/snapshot.json: 2 spacecraft, 1 configuration; 4 added\n"))
    }

    @Test func faultsAreThoseOfStandardInput() async throws {
        let folder = try await fetchedSite()
        let outcome = await terminal("{", folder).build(folder("site"), to: folder("public"), ["--from", "-"])
        #expect(outcome.status == .badData)
        #expect(outcome.diagnostics.first?.hasPrefix("hangar: error: standard input:1:2: ") == true)
    }
}
