import Foundation
import TestSupport
import Testing

@testable import HangarKit

@Suite struct ConfigTests {
    private func config(_ folder: TemporaryFolder, variables: [String: String] = [:], _ options: [String] = []) async -> Outcome {
        await Terminal(variables: variables, folder: folder).run(ConfigCommand.self, ["--site", folder("site")] + options)
    }

    /// The lines of these keys.
    private func lines(_ outcome: Outcome, _ keys: String...) -> [String] {
        outcome.output.split(separator: "\n").map(String.init).filter { line in keys.contains { line.hasPrefix($0 + ":") } }
    }

    @Test func eachValueIsPrintedWithTheFileTheVariableOrTheOptionThatItComesFrom() async throws {
        let folder = try TemporaryFolder([
            "site/hangar.yml": smallestConfiguration + "index:\n  page_size: 50\nimages: {licences: {unknown: omit}}\n"
        ])
        let outcome = await config(
            folder, variables: ["HANGAR_BASE_URL": "https://staging.example", "HANGAR_DESCRIPTION": "", "HANGAR_TITLE": "Of the machine"],
            ["--set", "publish.method=swap", "--set", "title=Of this run"])
        #expect(outcome.status == .done)
        #expect(
            lines(
                outcome, "title", "base_url", "description", "index.page_size", "images.licences.unknown", "publish.method",
                "publish.compress.gzip")
                == [
                    "base_url: https://staging.example/              # HANGAR_BASE_URL",
                    "description: none                               # default",
                    "images.licences.unknown: omit                   # ~/site/hangar.yml:5:21",
                    "index.page_size: 50                             # ~/site/hangar.yml:4:3",
                    "publish.compress.gzip: none                     # default",
                    "publish.method: swap                            # --set publish.method",
                    "title: Of this run                              # --set title",
                ])
    }

    @Test func everyKeyIsPrinted() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        let keys = await config(folder).output.split(separator: "\n").map { $0.prefix { $0 != ":" } }
        #expect(keys.map(String.init) == ConfigurationSchema.root.paths)
    }

    @Test func noTwoKeysHaveOneVariable() {
        let names = ConfigurationSchema.root.paths.map(ConfigurationOverride.variableName)
        #expect(Set(names).count == names.count)
        #expect(names.contains("HANGAR_SOURCE_API_KEY_VARIABLE"))
    }

    @Test func whetherTheKeyIsSetIsPrintedAndTheKeyIsNot() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration + "source: {api_key_variable: POLAR_KEY}\n"])
        #expect(await config(folder).output.hasSuffix("# POLAR_KEY is not set\n"))
        let set = await config(folder, variables: ["POLAR_KEY": "s3cret"])
        #expect(set.output.hasSuffix("# POLAR_KEY is set\n"))
        #expect(!set.output.contains("s3cret"))
    }

    @Test(arguments: [
        (
            "index.pagesize=5", HangarKit.ExitStatus.configuration,
            "--set index.pagesize: unknown key \"index › pagesize\". Did you mean \"page_size\"?"
        ),
        (
            "index.page_size=0", .configuration,
            "--set index.page_size: index › page_size: expected a whole number from 1 to 1000, found \"0\". "
                + "Correct the value, or remove the key to get its default."
        ),
        (
            "index=5", .configuration,
            "--set index: index: expected keys with values, found \"5\". Correct the value, or remove the key to get its default."
        ),
        ("title", .usage, "--set title: this is no key with its value. Write one such as index.page_size=50."),
        ("=5", .usage, "--set =5: this is no key with its value. Write one such as index.page_size=50."),
    ])
    func aSettingThatCannotBeIsReportedLikeALineOfTheFile(setting: String, status: HangarKit.ExitStatus, message: String) async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        #expect(
            await config(folder, ["--set", setting]) == Outcome(status: status, diagnostics: ["hangar: error: " + message]))
    }

    @Test(arguments: ["en, de", "en,de", "[en, de]"])
    func languagesMayStandWithOrWithoutBrackets(_ value: String) async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        let outcome = await config(folder, ["--set", "languages=" + value])
        #expect(lines(outcome, "languages") == ["languages: [en, de]                             # --set languages"])
    }

    @Test func requiredKeysMayComeFromOutsideAndTextsAreNotReadAsYAML() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": "# nothing\n"])
        let outcome = await config(
            folder, variables: ["HANGAR_TITLE": "null: [a, #b"], ["--set", "base_url=https://a.example/", "--set", "languages=en, de"])
        #expect(
            lines(outcome, "title", "languages") == [
                "languages: [en, de]                             # --set languages",
                "title: null: [a, #b                             # HANGAR_TITLE",
            ])
    }

    @Test func aTextThatBeginsWithABraceIsOneForEachLanguageAndEveryOtherIsATextAsItStands() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        let outcome = await config(
            folder, variables: ["HANGAR_DESCRIPTION": "[Old] craft: all of them"], ["--set", "title={de: Das Register, en: \"A: b\"}"])
        #expect(
            lines(outcome, "title", "description") == [
                "description: [Old] craft: all of them           # HANGAR_DESCRIPTION",
                "title: {de: Das Register, en: \"A: b\"}           # --set title",
            ])
    }

    @Test(arguments: [
        ("{de: Das Register", "title: \"{de: Das Register\"                      # --set title"),
        ("{Beta} Register", "title: \"{Beta} Register\"                        # --set title"),
        ("A", "title: A                                        # --set title"),
    ])
    func aTextThatIsNotInBracesStandsAsItIs(value: String, line: String) async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        #expect(lines(await config(folder, ["--set", "title=" + value]), "title") == [line])
    }

    @Test(arguments: [
        ("title.de=Verzeichnis", "title: {\"\": Polar Register, de: Verzeichnis}"), ("title={de: Verzeichnis}", "title: {de: Verzeichnis}"),
    ])
    func aTextForOneLanguageStandsBesideTheTextForAllAndTextsInBracesInItsPlace(setting: String, line: String) async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        #expect(lines(await config(folder, ["--set", setting]), "title")[0].hasPrefix(line + " "))
    }

    @Test(arguments: ["{de: A, de: B}", "{de: A: B}", "{}"])
    func whatIsInBracesMustBeATextForEachLanguage(value: String) async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        let outcome = await config(folder, ["--set", "description=" + value])
        #expect(outcome.status == .configuration)
        #expect(outcome.diagnostics.count == 1)
        #expect(outcome.diagnostics[0].contains("description: expected a text, or one for each language such as "), "\(outcome)")
    }

    @Test func aBlankPartsNoLanguages() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        let outcome = await config(folder, variables: ["HANGAR_LANGUAGES": "en de"])
        #expect(outcome.status == .configuration)
        #expect(
            outcome.diagnostics == [
                "hangar: error: HANGAR_LANGUAGES: languages: expected a language tag such as en or pt-BR, found \"en de\". "
                    + "Correct the value, or remove the key to get its default."
            ])
    }

    @Test(arguments: [
        ("language: de", ["languages=fr,de"], ["language: fr # --set languages", "languages: [fr, de] # --set languages"]),
        ("languages: [de, en]", ["language=fr"], ["language: fr # --set language", "languages: none # --set language"]),
        ("languages: [de, en]", [], ["language: de # ~/site/hangar.yml:3:1", "languages: [de, en] # ~/site/hangar.yml:3:1"]),
        ("language: de", ["language=fr"], ["language: fr # --set language", "languages: none # default"]),
        ("", [], ["language: en # default", "languages: none # default"]),
    ])
    func aLanguageAndSeveralStandForOneAnother(line: String, settings: [String], expected: [String]) async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration + line + "\n"])
        let outcome = await config(folder, settings.flatMap { ["--set", $0] })
        #expect(lines(outcome, "language", "languages").map { $0.split(separator: " ").joined(separator: " ") } == expected)
    }

    @Test func aValueOfSeveralPartsStandsWhereItsKeyDoesAndOfSeveralFromOutsideTheLastCounts() async throws {
        let folder = try TemporaryFolder([
            "site/hangar.yml": """
            description: {en: A, de: B, fr: C, ja: D, ar: E}
            title:
              en: Register
            base_url: https://a.example/
            """
        ])
        let outcome = await config(
            folder, variables: ["HANGAR_PAGES": "{years: Years}"],
            ["--set", "pages.a=A", "--set", "pages.b=B", "--set", "title.de=Das Register"])
        #expect(
            lines(outcome, "title", "description", "pages") == [
                "description: {ar: E, de: B, en: A, fr: C, ja: D} # ~/site/hangar.yml:1:1",
                "pages: {a: A, b: B, years: Years}               # --set pages.b",
                "title: {de: Das Register, en: Register}         # --set title.de",
            ])
    }

    @Test func anotherValueMakesAnotherSite() async throws {
        let folder = try await fetchedSite()
        func build(_ variables: [String: String]) async throws -> String {
            let terminal = Terminal(variables: variables, cache: folder("cache"), folder: folder)
            #expect(await terminal.build(folder("site"), to: folder("public")).status == .done)
            return try folder.text("public/index.html")
        }
        #expect(try await build([:]).contains("<title>Polar Register"))
        #expect(try await build(["HANGAR_TITLE": "Of the machine"]).contains("<title>Of the machine"))
        #expect(try await build([:]).contains("<title>Polar Register"))
    }

    @Test func theFileNamesItsFolder() async throws {
        let folder = try await fetchedSite()
        let outcome = await Terminal(folder: folder).build(folder("site/hangar.yml"), to: folder("public"))
        #expect(outcome.status == .done)
        let here = try await Executable.run(
            ["-c", "cd site && exec \"$0\" status --site hangar.yml", Executable.path], program: "/bin/sh", in: folder)
        #expect(here == .init(output: ".: from a saved copy; 2 spacecraft\n"))
    }

    @Test func ofJSONTheShapeIsKnown() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        let outcome = await config(folder, variables: ["HANGAR_TITLE": "A"], ["--json", "--set", "index.page_size=5"])
        #expect(try JSONSchema("config").faults(in: outcome.output) == [])
        #expect(
            outcome.output.contains(
                """
                    {
                      "key": "index.page_size",
                      "value": "5",
                      "origin": "option",
                      "place": "--set index.page_size"
                    },
                """))
        let failed = await config(folder, ["--json", "--set", "index.page_size=0"])
        #expect(try JSONSchema("config").faults(in: failed.output) == [])
    }
}
