import Foundation
import SiteGenerator
import TestSupport
import Testing

@testable import HangarKit

@Suite struct InitTests {
    @Test func itMakesASiteFolderWithTheConfigurationRecordsAndAPlaceForOwnWords() async throws {
        let folder = try TemporaryFolder()
        let outcome = await Terminal(folder: folder).initialize(folder("mysite"))
        #expect(
            outcome
                == Outcome(
                    output: """
                        ~/mysite: a new site, with 20 spacecraft to begin with
                        Next: give it its title and address in ~/mysite/hangar.yml, then run 'hangar fetch' and 'hangar build' with --site ~/mysite.

                        """))
        #expect(
            try folder.paths(in: "mysite").sorted() == [
                ".gitignore", "content/_contact.md", "content/about.html", "data/snapshot.json", "hangar.yml",
            ])
        #expect(try folder.text("mysite/.gitignore") == "/public/\n/data/checked.json\n/data/failed.json\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["mysite"])
    }

    @Test(arguments: [
        ("de", "Ein Register der Raumfahrzeuge", "Raumfahrzeuge aus Launch Library 2, jedes mit Eintrag, Bild und Bildnachweis."),
        (
            "fr-CA", "Un registre des engins spatiaux",
            "Les engins spatiaux de Launch Library 2, chacun avec sa notice, son image et ses crédits."
        ),
        ("ja", "宇宙船登録簿", "Launch Library 2の宇宙船を、それぞれの記録・画像・クレジットとともに掲載。"),
        ("en-GB", "The Spacecraft Register", "Spacecraft of Launch Library 2, each with its record, its picture and its credits."),
    ])
    func itsTitleIsInItsLanguageAndSoIsWhatItSaysOfItself(language: String, title: String, description: String) async throws {
        let folder = try TemporaryFolder()
        let outcome = await Terminal(folder: folder).run(InitCommand.self, [folder("mysite"), "--language", language])
        #expect(outcome.output.split(separator: "\n").count == 2)
        #expect(try folder.text("mysite/hangar.yml").contains("\ntitle: \(title)\n"))
        #expect(try folder.text("mysite/hangar.yml").contains("\nlanguage: \(language)\n"))
        #expect(await Terminal(folder: folder).build(folder("mysite"), to: folder("public")).diagnostics == [])
        let home = try folder.text("public/index.html")
        #expect(home.contains("<title>\(title)</title>"))
        #expect(home.contains("<meta name=\"description\" content=\"\(description)\">"))
    }

    @Test func aLanguageWithoutWordsIsToldWithTheCommandThatBeginsThem() async throws {
        let folder = try TemporaryFolder()
        let outcome = await Terminal(folder: folder).run(InitCommand.self, [folder("mysite"), "--language", "pl"])
        #expect(outcome.output.hasSuffix("\nThere are no words in 'pl' yet: 'hangar words new pl --site ~/mysite' begins them.\n"))
        #expect(try folder.text("mysite/hangar.yml").contains("\ntitle: The Spacecraft Register\n"))
    }

    @Test func withTheThemeItHoldsAllTemplatesAndAssetsToo() async throws {
        let folder = try TemporaryFolder()
        let outcome = await Terminal(folder: folder).run(InitCommand.self, [folder("mysite"), "--with-theme"])
        #expect(outcome.output.hasPrefix("~/mysite: a new site, with the theme to edit and 20 spacecraft to begin with\n"))
        let theme = Theme.standard
        let expected =
            [".gitignore", "content/_contact.md", "content/about.html", "data/snapshot.json", "hangar.yml"]
            + theme.templates.map { "Templates/" + $0.path }
            + theme.assets.map { "assets/" + $0.path } + theme.templates.map { ".built-in/Templates/" + $0.path }
            + theme.assets.map { ".built-in/assets/" + $0.path }
        let files = try folder.files(in: "mysite")
        #expect(files.keys.sorted() == expected.sorted())
        for file in theme.templates {
            #expect(files["Templates/" + file.path] == Data(file.bytes))
            #expect(files[".built-in/Templates/" + file.path] == Data(file.bytes))
        }
        for file in theme.assets { #expect(files["assets/" + file.path] == Data(file.bytes)) }
    }

    @Test(arguments: [[], ["--language", "ar"]])
    func itBuildsAsItIsWithoutAWarningAndTheCopiedThemeMakesTheSamePages(options: [String]) async throws {
        let folder = try TemporaryFolder()
        for (site, output, more) in [("mysite", "public", []), ("themed", "same", ["--with-theme"])] {
            _ = await Terminal().run(InitCommand.self, [folder(site)] + options + more)
            let outcome = await Terminal(folder: folder).build(folder(site), to: folder(output))
            #expect(outcome.status == .done)
            #expect(outcome.diagnostics == [])
        }
        #expect(await Terminal(folder: folder).check(folder("public")).status == .done)
        #expect(try folder.files(in: "public") == folder.files(in: "same"))
    }

    @Test func whoPublishesTheSiteFollowsItsTitleAndThePageAboutHasTheWordsOfTheTheme() async throws {
        let folder = try TemporaryFolder()
        _ = await Terminal().initialize(folder("mysite"))
        let configuration = try folder.text("mysite/hangar.yml")
        try folder.write(
            configuration.replacing("\ntitle: The Spacecraft Register\n", with: "\ntitle: Polar Register\n"), to: "mysite/hangar.yml")
        _ = await Terminal().build(folder("mysite"), to: folder("public"))
        #expect(try folder.text("public/feed.xml").contains("<author><name>Polar Register</name></author>"))
        #expect(try folder.text("public/about/index.html").contains("<h2>What is shown</h2>"))
    }

    @Test func itsConfigurationHasEveryKeyThatThereIsAndEachHasACommentAboveIt() async throws {
        let folder = try TemporaryFolder()
        _ = await Terminal().initialize(folder("mysite"))
        let lines = try folder.text("mysite/hangar.yml").split(separator: "\n", omittingEmptySubsequences: false)
        for path in ConfigurationSchema.root.paths {
            let key = try #require(path.split(separator: ".").last)
            let line = lines.firstIndex { $0.wholeMatch(of: /\s*(# )?([a-z_]+):.*/)?.2 == key }
            let number = try #require(line, "\(path) is not in it")
            // The levels of compression share one explanation.
            let above = lines[..<number].last { !$0.contains("gzip:") && !$0.contains("compress:") }
            #expect(above?.trimmingCharacters(in: .whitespaces).hasPrefix("# ") == true, "\(path) is not explained")
        }
    }

    @Test(arguments: ["empty", "a/b/mysite"])
    func anEmptyFolderWillDoAndSoWillAPathWhoseFoldersAreNotThereYet(path: String) async throws {
        let folder = try TemporaryFolder(["empty/": ""])
        #expect(await Terminal(verbosity: .quiet).initialize(folder(path)) == Outcome())
        #expect(folder.exists(path + "/hangar.yml"))
    }

    @Test(arguments: [
        (["full/notes.txt": "mine"], "full", "the folder is not empty: it holds 'notes.txt'"),
        (["full/.git/config": "", "full/a": "", "full/b": ""], "full", "the folder is not empty: it holds 'a' and 1 more"),
        (["full/hangar.yml": smallestConfiguration], "full", "the folder is not empty: it holds 'hangar.yml'"),
        (["file": "mine"], "file", "is a file"),
    ])
    func aFolderThatIsNotEmptyIsRefusedAndStaysAsItWas(tree: [String: String], path: String, what: String) async throws {
        let folder = try TemporaryFolder(tree)
        let outcome = await Terminal(folder: folder).initialize(folder(path))
        #expect(
            outcome
                == Outcome(
                    status: .cannotWrite, diagnostics: ["hangar: error: ~/\(path): \(what). Name a folder that is new or empty."]))
        #expect(try folder.files(in: ".").mapValues { String(decoding: $0, as: UTF8.self) } == tree)
    }

    @Test(arguments: [
        [".git/config": "[core]", ".gitignore": "public/\n", ".gitattributes": "*.csv text\n", ".DS_Store": "x"],
        ["README.md": "# Register", "LICENSE": "MIT", "LICENCE-APACHE.txt": "Apache", "CODE_OF_CONDUCT.md": "Be kind", "NOTICE": "n"],
        [".github/workflows/site.yml": "on: push", "Readme": "r", "COPYING": "GPL", "Thumbs.db": "x", "lost+found/": ""],
    ])
    func aFreshCloneOfARepositoryIsEmptyAndNothingOfItIsTouched(clone: [String: String]) async throws {
        let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: clone.map { ("clone/" + $0, $1) }))
        let before = try folder.identities(in: "clone")
        #expect(await Terminal(verbosity: .quiet).initialize(folder("clone")) == Outcome())
        #expect(folder.exists("clone/hangar.yml"))
        #expect(try folder.identities(in: "clone").filter { before[$0.key] != nil } == before)
    }

    @Test(arguments: ["readmeter.txt", "licensed/plan.txt", "notes/README.md"])
    func aNameThatOnlyBeginsLikeThatIsContent(path: String) async throws {
        let folder = try TemporaryFolder(["clone/" + path: "mine"])
        #expect(await Terminal().initialize(folder("clone")).status == .cannotWrite)
    }

    @Test func aDiskThatRefusesIsStatus73AndNothingIsLeft() async throws {
        let folder = try TemporaryFolder(["file": ""])
        let outcome = await Terminal(folder: folder).initialize(folder("file/mysite"))
        #expect(outcome.status == .cannotWrite)
        #expect(outcome.diagnostics.count == 1)
        #expect(
            outcome.diagnostics == ["hangar: error: ~/file: cannot be created: not a folder. Mend that and run this again."], "\(outcome)")
        #expect(try folder.files(in: ".").keys.sorted() == ["file"])
    }

    /// The limit lets the first files be written and not the larger ones.
    @Test func aDiskThatRefusesInAFreshCloneTakesBackItsOwnFilesAndNothingElse() async throws {
        let clone = [".git/config": "[core]", ".gitignore": "public/\n", "README.md": "# Register", "LICENSE": "MIT"]
        let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: clone.map { ("clone/" + $0, $1) }))
        let before = try folder.identities(in: "clone")
        let result = try await Executable.run(
            ["-c", "trap '' XFSZ; ulimit -f 16; exec \"$0\" init clone", Executable.path], program: "/bin/sh", in: folder)
        #expect(result.status == 73)
        #expect(result.diagnostics.hasPrefix("hangar: error: clone/"), "\(result)")
        #expect(try folder.identities(in: "clone") == before)
        #expect(
            Set(try FileManager.default.contentsOfDirectory(atPath: folder("clone"))) == [".git", ".gitignore", "README.md", "LICENSE"])
    }
}
