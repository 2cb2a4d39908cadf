import SiteGenerator
import TestSupport
import Testing

@testable import HangarKit

/// What a new version has changed in the built-in file, told from what the site has: a version before is played by another text in `.built-in`.
@Suite struct EjectedFilesTests {
    private static let file = "Templates/partials/checked.html.mustache"

    private func site() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        let outcome = await Terminal().run(ThemeEjectCommand.self, ["--site", folder("site"), Self.file])
        try #require(outcome.status == .done)
        return folder
    }

    private func builtIn() throws -> String { String(decoding: try #require(ThemeFiles.builtIn[Self.file]).bytes, as: UTF8.self) }

    private func list(_ folder: TemporaryFolder) async -> String {
        await Terminal(folder: folder).run(ThemeListCommand.self, ["--site", folder("site")]).output
    }

    private func diff(_ folder: TemporaryFolder, _ options: [String] = []) async -> Outcome {
        await Terminal(folder: folder).run(ThemeDiffCommand.self, ["--site", folder("site")] + options)
    }

    @Test func whatTheSiteChangedAloneIsItsDifferenceToTheBuiltInFile() async throws {
        let folder = try await site()
        #expect(await list(folder) == "\(Self.file): the same as the built-in file, so it can be removed\n")
        try folder.write("<p>Mine</p>\n" + builtIn(), to: "site/" + Self.file)
        #expect(await list(folder) == "\(Self.file): in place of the built-in file; changed by you\n")
        let outcome = await diff(folder)
        #expect(outcome.output.hasPrefix("--- built-in/\(Self.file)\n+++ ~/site/\(Self.file)\n@@ "))
        #expect(outcome.output.contains("\n+<p>Mine</p>\n"))
        #expect(await diff(folder, ["--new"]) == Outcome())
    }

    @Test func whatANewVersionChangedAloneIsSaidToBeNew() async throws {
        let folder = try await site()
        for place in ["site/", "site/.built-in/"] { try folder.write("<p>As it was</p>\n" + builtIn(), to: place + Self.file) }
        #expect(
            await list(folder)
                == "\(Self.file): in place of the built-in file; new in the built-in file, not changed by you, so it can be removed\n")
        let outcome = await diff(folder)
        #expect(
            outcome.output.hasPrefix(
                """
                New in the built-in \(Self.file) since it was copied:
                --- ~/site/.built-in/\(Self.file)
                +++ built-in/\(Self.file)
                @@
                """))
        #expect(outcome.output.contains("\n-<p>As it was</p>\n"))
        #expect(!outcome.output.contains("Changed by you"))
    }

    @Test func whatBothChangedStandsApart() async throws {
        let folder = try await site()
        let text = try builtIn()
        let lines = text.split(separator: "\n").map(String.init)
        try folder.write("<p>As it was</p>\n" + text, to: "site/.built-in/" + Self.file)
        try folder.write("<p>As it was</p>\n" + text + "<p>Mine</p>\n", to: "site/" + Self.file)
        #expect(await list(folder) == "\(Self.file): in place of the built-in file; new in the built-in file, and changed by you\n")
        let (head, tail) = (lines.prefix(3), lines.suffix(3))
        let new = """
            --- ~/site/.built-in/\(Self.file)
            +++ built-in/\(Self.file)
            @@ -1,\(head.count + 1) +1\(head.count == 1 ? "" : ",\(head.count)") @@
            -<p>As it was</p>
            \(head.map { " \($0)\n" }.joined())
            """
        let first = lines.count + 1 - tail.count + 1
        let mine = """
            --- ~/site/.built-in/\(Self.file)
            +++ ~/site/\(Self.file)
            @@ -\(lines.count < 3 ? 1 : first),\(min(3, lines.count + 1)) +\(lines.count < 3 ? 1 : first),\(min(3, lines.count + 1) + 1) @@
            \((["<p>As it was</p>"] + lines).suffix(3).map { " \($0)\n" }.joined())+<p>Mine</p>

            """
        #expect(
            await diff(folder)
                == Outcome(
                    output: "New in the built-in \(Self.file) since it was copied:\n\(new)Changed by you in \(Self.file):\n\(mine)"))
        #expect(await diff(folder, ["--new"]) == Outcome(output: new))
    }

    @Test func whatWasSeenIsNotNewAnyMore() async throws {
        let folder = try await site()
        let text = try builtIn()
        try folder.write("<p>As it was</p>\n", to: "site/.built-in/" + Self.file)
        try folder.write(text + "<p>Mine</p>\n", to: "site/" + Self.file)
        #expect(
            await diff(folder, ["--seen"]) == Outcome(output: "\(Self.file): what is new in the built-in file counts from now on\n"))
        #expect(try folder.text("site/.built-in/" + Self.file) == text)
        #expect(await diff(folder, ["--new"]) == Outcome())
        #expect(await list(folder) == "\(Self.file): in place of the built-in file; changed by you\n")
    }

    @Test func newAndSeenAreNotAskedForTogether() async throws {
        let folder = try await site()
        try folder.write("<p>As it was</p>\n", to: "site/.built-in/" + Self.file)
        let outcome = await diff(folder, ["--new", "--seen"])
        #expect(outcome.status == .usage)
        #expect(outcome.diagnostics == ["--new and --seen cannot be given together: look at what is new first."])
        #expect(try folder.text("site/.built-in/" + Self.file) == "<p>As it was</p>\n")
    }

    @Test func aFileThatCouldNotBeCopiedLeavesNoSecondCopy() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration, "site/Templates/partials": "not a folder"])
        let outcome = await Terminal().run(ThemeEjectCommand.self, ["--site", folder("site"), Self.file])
        #expect(outcome.status == .cannotWrite)
        #expect(!folder.exists("site/.built-in"))
    }

    @Test func ofWordsTheKeysOfTheSiteAreNewOrItsOwn() async throws {
        let folder = try TemporaryFolder([
            "site/hangar.yml": smallestConfiguration,
            "site/Templates/words/en.yml": "not_found:\n  heading: Lost in space\n",
            "site/.built-in/Templates/words/en.yml":
                "not_found:\n  heading: Nowhere\n  lead: Another that the site does not have\n",
        ])
        #expect(
            await list(folder)
                == "Templates/words/en.yml: 1 text before the built-in ones; new in the built-in file, and changed by you\n")
        #expect(
            await diff(folder, ["--new", "words/en.yml"])
                == Outcome(
                    output: """
                        --- ~/site/.built-in/Templates/words/en.yml
                        +++ built-in/Templates/words/en.yml
                        @@ -1 +1 @@
                        -not_found.heading: "Nowhere"
                        +not_found.heading: "Not in the register"

                        """))
    }

    @Test func withoutACopyThatCanBeReadThereIsOneDifference() async throws {
        let folder = try TemporaryFolder([
            "site/hangar.yml": smallestConfiguration, "site/" + Self.file: "<p>Mine</p>\n",
            "site/.built-in/\(Self.file)/not-a-file": "",
        ])
        #expect(await list(folder) == "\(Self.file): in place of the built-in file\n")
        #expect(await diff(folder).output.hasPrefix("--- built-in/\(Self.file)\n+++ ~/site/\(Self.file)\n@@ "))
        #expect(await diff(folder, ["--new"]) == Outcome())
    }

    @Test func theCopiesAreNoPartOfTheSite() async throws {
        let folder = try await fetchedSite(adding: ["site/.built-in/Templates/partials/checked.html.mustache": "{{#broken"])
        #expect(await Terminal(folder: folder).build(folder("site"), to: folder("public")).diagnostics == [])
    }
}
