import SiteGenerator
import TestSupport
import Testing

@testable import HangarKit

@Suite struct ThemeCommandTests {
    private static let checked = "Templates/partials/checked.html.mustache"

    private func site(_ tree: [String: String] = [:]) throws -> TemporaryFolder {
        try TemporaryFolder(
            ["site/hangar.yml": smallestConfiguration].merging(tree.map { ("site/" + $0, $1) }, uniquingKeysWith: { $1 }))
    }

    private func builtIn(_ path: String) throws -> String {
        String(decoding: try #require(ThemeFiles.builtIn[path]).bytes, as: UTF8.self)
    }

    @Test func theListSaysWhatEachFileReplaces() async throws {
        let folder = try site([
            Self.checked: "<p>Checked</p>\n", "Templates/partials/badge.html.mustache": "<b></b>",
            "assets/site.js": try builtIn("assets/site.js"),
            "Templates/words/de.yml": "craft:\n  heading: \"Das Schiff\"\n", "Templates/words/en.yml": "a:\n  b: c\n  d: e\n",
            "assets/own.svg": "<svg/>",
        ])
        let outcome = await Terminal(folder: folder).run(ThemeListCommand.self, ["--site", folder("site")])
        #expect(
            outcome
                == Outcome(
                    output: """
                        Templates/partials/badge.html.mustache: the site's own
                        Templates/partials/checked.html.mustache: in place of the built-in file
                        Templates/words/de.yml: 1 text before the built-in ones
                        Templates/words/en.yml: 2 texts before the built-in ones
                        assets/own.svg: the site's own
                        assets/site.js: the same as the built-in file, so it can be removed

                        """))
    }

    @Test func withAllItNamesEachBuiltInFileOnce() async throws {
        let folder = try site([Self.checked: "<p>Checked</p>\n"])
        let outcome = await Terminal(folder: folder).run(ThemeListCommand.self, ["--all", "--site", folder("site")])
        let expected = ThemeFiles.builtIn.files.map {
            $0.path + ($0.path == Self.checked ? ": in place of the built-in file" : ": built-in")
        }
        #expect(outcome == Outcome(output: expected.map { $0 + "\n" }.joined()))
        #expect(expected.contains("Templates/words/ja.yml: built-in"))
    }

    @Test func aSiteWithoutFilesOfItsOwnIsTold() async throws {
        let folder = try site()
        #expect(
            await Terminal(folder: folder).run(ThemeListCommand.self, ["--site", folder("site")])
                == Outcome(output: "~/site: the whole theme is the built-in one; 'hangar theme list --all' names its files\n"))
    }

    @Test func theDifferenceIsThatOfTheBuiltInFileToTheSites() async throws {
        let text = try builtIn("Templates/partials/checked.html.mustache")
        let lines = text.split(separator: "\n").map(String.init)
        let folder = try site([
            Self.checked: text.replacing(lines[0], with: "<p>Mine</p>\n<p>Yours</p>"), "assets/site.css": try builtIn("assets/site.css"),
            "Templates/partials/badge.html.mustache": "<b></b>",
        ])
        let outcome = await Terminal(folder: folder).run(ThemeDiffCommand.self, ["--site", folder("site")])
        let kept = lines.dropFirst().prefix(3)
        #expect(
            outcome
                == Outcome(
                    output: """
                        --- built-in/Templates/partials/checked.html.mustache
                        +++ ~/site/Templates/partials/checked.html.mustache
                        @@ -1\(kept.isEmpty ? "" : ",\(kept.count + 1)") +1,\(kept.count + 2) @@
                        -\(lines[0])
                        +<p>Mine</p>
                        +<p>Yours</p>
                        \(kept.map { " \($0)\n" }.joined())
                        """))
    }

    @Test func ofWordsTheKeysThatTheSiteHasAreCompared() async throws {
        let folder = try site([
            "Templates/words/en.yml": """
            # Ours.
            not_found:
              lead: No page has this address. It may have been mistyped, or the record is gone from the source.
              heading: Lost in space

            """
        ])
        let outcome = await Terminal(folder: folder).run(ThemeDiffCommand.self, ["--site", folder("site"), "words/en.yml"])
        #expect(
            outcome
                == Outcome(
                    output: """
                        --- built-in/Templates/words/en.yml
                        +++ ~/site/Templates/words/en.yml
                        @@ -1,2 +1,2 @@
                        -not_found.heading: "Not in the register"
                        +not_found.heading: "Lost in space"
                         not_found.lead: "No page has this address. It may have been mistyped, or the record is gone from the source."

                        """))
    }

    @Test(arguments: [
        ("partials/chekced.html.mustache", "the site has no such file. Did you mean \"Templates/partials/checked.html.mustache\"?"),
        ("nothing-like-it", "the site has no such file. 'hangar theme list' names those that it has."),
        ("assets/site.css", "the site has no file in place of the built-in one. 'hangar theme list' names those that it has."),
    ])
    func aNameOfNoFileToCompareIsStatus66(name: String, message: String) async throws {
        let folder = try site([Self.checked: "<p>Checked</p>\n"])
        #expect(
            await Terminal(folder: folder).run(ThemeDiffCommand.self, ["--site", folder("site"), name])
                == Outcome(status: .noInput, diagnostics: ["hangar: error: \(name): \(message)"]))
    }

    @Test func aFileOfTheSiteAloneCannotBeCompared() async throws {
        let folder = try site(["assets/own.svg": "<svg/>"])
        #expect(
            await Terminal(folder: folder).run(ThemeDiffCommand.self, ["--site", folder("site"), "own.svg"])
                == Outcome(
                    status: .noInput,
                    diagnostics: [
                        "hangar: error: ~/site/assets/own.svg: there is no built-in file of this name to compare it with. It is the site's own alone."
                    ]))
    }

    @Test(arguments: [
        ("Templates/partials/checked.html.mustache", "Templates/partials/checked.html.mustache"),
        ("partials/checked.html.mustache", "Templates/partials/checked.html.mustache"), ("words/fr.yml", "Templates/words/fr.yml"),
        ("site.css", "assets/site.css"), ("favicon.png", "assets/favicon.png"), ("./assets/site.css", "assets/site.css"),
        ("SITE/assets/site.css", "assets/site.css"),
    ])
    func aFileIsCopiedFromTheCommandByItsPathOrThePartOfItThatTemplatesUse(name: String, path: String) async throws {
        let folder = try site()
        let name = name.replacing("SITE", with: folder("site"))
        let outcome = await Terminal(folder: folder).run(ThemeEjectCommand.self, ["--site", folder("site"), name])
        #expect(outcome == Outcome(output: "~/site/\(path): a copy of the built-in file, used in its place from now on\n"))
        #expect(try folder.paths(in: "site").sorted() == ["hangar.yml", path, ".built-in/" + path].sorted())
        for copy in [path, ".built-in/" + path] {
            #expect(try folder.files(in: "site")[copy].map(Array.init) == ThemeFiles.builtIn[path]?.bytes)
        }
    }

    @Test(arguments: [
        ("partials/plat.html.mustache", "Did you mean \"Templates/partials/plate.html.mustache\"?"),
        ("plate", "Did you mean \"Templates/partials/plate.html.mustache\"?"),
        ("Templates/pages/timetable-of-launches.html.mustache", "'hangar theme list --all' names its files."),
    ])
    func aNameOfNoBuiltInFileIsStatus66AndNothingIsCopied(name: String, remedy: String) async throws {
        let folder = try site()
        let outcome = await Terminal(folder: folder).run(ThemeEjectCommand.self, ["--site", folder("site"), "site.css", name])
        #expect(
            outcome
                == Outcome(
                    status: .noInput, diagnostics: ["hangar: error: \(name): there is no such file in the built-in theme. \(remedy)"]))
        #expect(try folder.paths(in: "site") == ["hangar.yml"])
    }

    @Test func aFileThatTheSiteHasStaysAsItIs() async throws {
        let folder = try site(["assets/site.css": "mine"])
        let outcome = await Terminal(folder: folder).run(ThemeEjectCommand.self, ["--site", folder("site"), "site.js", "site.css"])
        #expect(
            outcome
                == Outcome(
                    status: .cannotWrite,
                    diagnostics: [
                        "hangar: error: ~/site/assets/site.css: the site has this file already. "
                            + "'hangar theme diff assets/site.css' compares it with the built-in one; remove it first to begin anew."
                    ]))
        #expect(try folder.paths(in: "site").sorted() == ["assets/site.css", "hangar.yml"])
        #expect(try folder.text("site/assets/site.css") == "mine")
    }
}
