import Foundation
import HangarKit
import TestSupport
import Testing

/// What a build says of itself.
@Suite struct BuildReportTests {
    @Test func quietSaysNothingWhenAllIsWell() async throws {
        let folder = try await fetchedSite()
        #expect(await Terminal(verbosity: .quiet).build(folder("site"), to: folder("public")) == Outcome())
    }

    @Test func verboseNamesEachFileThatWasWrittenAndRemovedBeforeTheLastLine() async throws {
        let folder = try await fetchedSite()
        _ = await Terminal().build(folder("site"), to: folder("public"))
        try folder.write(Records.page(Records.craft(11, "Aurora 1")), to: "records.json")
        _ = await Terminal().fetch(folder("site"), from: [folder("records.json")], ["--accept-shrink"])
        let outcome = await Terminal(verbosity: .verbose, folder: folder).build(folder("site"), to: folder("public"))
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.contains("wrote index.html"))
        #expect(lines.contains("removed spacecraft/12-aurora-2/index.html"))
        #expect(lines.dropLast().last?.hasPrefix("~/public: ") == true)
    }

    @Test func jsonReportsAllOfItAsOneObject() async throws {
        let folder = try await fetchedSite(Records.page(Records.craft(11, "Aurora 1", licence: "Kyodo News Copyright")))
        _ = await Terminal().build(folder("site"), to: folder("public"))
        try folder.write("# nothing\n", to: "site/Templates/notes.md")
        try folder.write("User-agent: *\n", to: "site/Templates/pages/robots.txt.mustache")
        let outcome = await Terminal(verbosity: .quiet, folder: folder).build(folder("site"), to: folder("public"), ["--json"])
        let files = try folder.files(in: "public").filter { $0.key != ".hangar-manifest" }
        #expect(
            outcome
                == Outcome(
                    output: """
                        {
                          "format_version": 1,
                          "command": "build",
                          "output": "~/public",
                          "pages": \(files.keys.count { $0.hasSuffix(".html") }),
                          "files": \(files.count),
                          "bytes": \(files.values.reduce(0) { $0 + $1.count }),
                          "seconds": 0.420,
                          "written": [
                            "robots.txt"
                          ],
                          "unchanged": \(files.count - 1),
                          "removed": [],
                          "skipped": [
                            "1 picture by licence"
                          ],
                          "warnings": [
                            {
                              "place": "~/site/Templates/notes.md",
                              "what": "this is not read as a template",
                              "remedy": "Let its name end in .mustache, or put it into assets/."
                            }
                          ]
                        }

                        """))
    }
}
