import Foundation
import TestSupport
import Testing

/// Command lines that mean nothing.
@Suite struct UsageTests {
    @Test(arguments: [
        (["biuld"], "there is no command 'biuld'. Did you mean 'build'?\n"),
        (["words", "chek"], "there is no command 'words chek'. Did you mean 'words check'?\n"),
        (["words", "make"], "there is no command 'words make'. The commands are new, check, find.\n"),
    ])
    func aCommandThatIsNoneIsAnsweredWithTheNearest(arguments: [String], message: String) async throws {
        let folder = try TemporaryFolder()
        #expect(try await Executable.run(arguments, in: folder) == .init(status: 64, diagnostics: "hangar: error: " + message))
    }

    @Test(arguments: [
        (["build", "--nonsense"], "hangar: error: unknown option '--nonsense'\nUsage: hangar build "),
        (["--nonsense"], "hangar: error: unknown option '--nonsense'\nUsage: hangar <subcommand>"),
        (["fetch", "--deadline", "0"], "hangar: error: --deadline takes whole seconds from 1 to 86400.\nUsage: hangar fetch "),
        (
            ["--generate-completion-script"],
            "hangar: error: can't autodetect a supported shell. Please use --generate-completion-script=<shell> with one of: zsh bash fish\nUsage: hangar <sub"
        ),
        (["--no\n nsense"], "hangar: error: unknown option '--no\\u{a} nsense'\nUsage: hangar <subcommand>"),
        (["init"], "hangar: error: missing expected argument '<dir>'\nUsage: hangar init "),
    ])
    func everyFaultBeginsLikeEveryOtherError(arguments: [String], start: String) async throws {
        let folder = try TemporaryFolder()
        let result = try await Executable.run(arguments, in: folder)
        #expect(result.status == 64)
        #expect(result.output == "")
        #expect(result.diagnostics.hasPrefix(start), "\(result.diagnostics)")
    }

    @Test func aFaultIsReportedInJSONToo() async throws {
        let folder = try TemporaryFolder()
        let result = try await Executable.run(["build", "--json", "--nonsense"], in: folder)
        #expect(result.status == 64)
        #expect(try JSONSchema("build").faults(in: result.output) == [])
        #expect(result.output.contains("\"what\": \"unknown option '--nonsense'\""))
    }

    @Test func aCommandThatFailsSaysNothingMore() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        #expect(
            try await Executable.run(["config", "--site", "site", "--set", "title"], in: folder)
                == .init(
                    status: 64,
                    diagnostics: "hangar: error: --set title: this is no key with its value. Write one such as index.page_size=50.\n"))
    }
}
