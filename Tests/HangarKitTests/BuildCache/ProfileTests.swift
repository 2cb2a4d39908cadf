import Foundation
import HangarKit
import TestSupport
import Testing

/// What `hangar build --profile` tells beside what a build tells anyway.
@Suite struct ProfileTests {
    private func profile(_ folder: TemporaryFolder, _ options: [String] = ["--profile"]) async -> Outcome {
        let terminal = Terminal(program: Array("this program".utf8), cache: folder("cache"), folder: folder)
        return await terminal.build(folder("site"), to: folder("public"), options)
    }

    /// The lines of one part, without the times.
    private func part(_ heading: String, of output: String) -> [String] {
        let lines = output.split(separator: "\n").map { $0.replacing(/\d+\.\d{4}/, with: "#").trimmingCharacters(in: .whitespaces) }
        guard let start = lines.firstIndex(where: { $0.hasPrefix(heading) }) else { return [] }
        return [lines[start]] + lines[(start + 1)...].prefix { !$0.hasSuffix(":") }
    }

    @Test func eachPartOfTheBuildHasItsTime() async throws {
        let outcome = await profile(try await fetchedSite())
        #expect(
            part("Seconds", of: outcome.output) == [
                "Seconds:",
                "#  reading the records; the theme and the words are loaded meanwhile",
                "#  the history, the graph (orders, groups, dates), the list of files and what each is made from",
                "#  making files",
                "#    views, summed over the cores",
                "#    rendering, summed over the cores",
                "#    comparing, summed over the cores",
                "#    compressing, summed over the cores",
                "#    writing, summed over the cores",
                "#  moving them into place, and taking the fingerprint",
            ])
    }

    @Test func eachFileThatIsMadeHasAReason() async throws {
        let folder = try await fetchedSite()
        let first = part("Files", of: await profile(folder).output)
        #expect(
            Array(first.dropFirst()) == [
                "73  nothing is known of the last build: another program, configuration, theme, system session, or none",
                "1  made by every build",
            ])
        try Data("by hand".utf8).write(to: URL(fileURLWithPath: folder("public/404.html")))
        let text = try folder.text("site/data/snapshot.json").replacing("Aurora 2", with: "Aurora 3")
        try folder.write(text, to: "site/data/snapshot.json")
        let second = part("Files", of: await profile(folder).output)
        #expect(second.contains("1  no longer as the last build left them"))
        #expect(second.contains("2  not in the last build"))
        #expect(second.contains("1  made by every build"))
        #expect(second.contains { $0.hasSuffix("  other inputs than in the last build") })
    }

    @Test func aBuildInWhichNothingChangedKeepsAll() async throws {
        let folder = try await fetchedSite()
        _ = await profile(folder)
        let outcome = await profile(folder)
        #expect(part("Files", of: outcome.output).first?.hasSuffix(" kept from the last build, 0 made:") == true)
        #expect(!outcome.output.contains("Templates"))
    }

    @Test func asJSONItIsAMemberOfTheReport() async throws {
        let folder = try await fetchedSite()
        for _ in 1...2 {
            let outcome = await profile(folder, ["--profile", "--json"])
            #expect(try JSONSchema("build").faults(in: outcome.output) == [])
            #expect(outcome.output.contains("\"profile\": {"))
        }
    }
}
