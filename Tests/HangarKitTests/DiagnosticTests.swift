import HangarKit
import TestSupport
import Testing

@Suite struct DiagnosticTests {
    @Test(arguments: [
        (Diagnostic(.error, at: "a.json:1:2", "is broken", remedy: "Mend it."), "hangar: error: a.json:1:2: is broken. Mend it."),
        (Diagnostic(.warning, "something is odd"), "hangar: warning: something is odd"),
        (Diagnostic(.note, at: "a", "is so", excerpt: "{{x}}\n  ^"), "hangar: note: a: is so\n{{x}}\n  ^"),
    ])
    func aMessageIsOneLineSeverityPlaceWhatRemedy(diagnostic: Diagnostic, text: String) {
        #expect(diagnostic.description == text)
    }

    @Test func whatASourceOrAFileNameBringsAlongCanNeitherBreakTheLineNorCommandTheTerminal() {
        let diagnostic = Diagnostic(
            .error, at: "a\nhangar: error: b", "found \"\u{1B}[2J\t\u{9B}\"", remedy: "Naïve — № 5.", excerpt: "\t{{\u{7}x}}\n\t^")
        #expect(
            diagnostic.description
                == "hangar: error: a\\u{a}hangar: error: b: found \"\\u{1b}[2J\\u{9}\\u{9b}\". Naïve — № 5.\n\t{{\\u{7}x}}\n\t^")
    }

    @Test(arguments: [
        (Console.Verbosity.quiet, ["hangar: error: e"]), (.normal, ["hangar: error: e", "hangar: warning: w"]),
        (.verbose, ["hangar: error: e", "hangar: warning: w", "hangar: note: n"]),
    ])
    func errorsAreAlwaysReportedWarningsUnlessQuietNotesWhenVerbose(verbosity: Console.Verbosity, told: [String]) async {
        let outcome = await Terminal(verbosity: verbosity).run { environment in
            for diagnostic in [Diagnostic(.error, "e"), Diagnostic(.warning, "w"), Diagnostic(.note, "n")] {
                environment.console.report(diagnostic)
            }
            return .done
        }
        #expect(outcome == Outcome(diagnostics: told))
    }

    @Test func aResultThatDoesNotArriveEndsTheCommand() async throws {
        let folder = try await fetchedSite()
        let full = Failure(.cannotWrite, at: "standard output", "cannot be written: No space left on device")
        let change: (inout CommandEnvironment) -> Void = { environment in
            environment.console.writeOutput = { (_) throws(Failure) in throw full }
        }
        let terminal = Terminal(folder: folder)
        #expect(
            await terminal.run(DataCommand.self, ["--site", folder("site"), "about/"], in: change)
                == Outcome(
                    status: .cannotWrite, diagnostics: ["hangar: error: standard output: cannot be written: No space left on device"]))
        // The report of a build is not its result. The site is there.
        #expect(
            await terminal.run(BuildCommand.self, ["--site", folder("site"), "--output", folder("public")], in: change)
                == Outcome(
                    diagnostics: [
                        "hangar: warning: standard output: cannot be written: No space left on device. The site is published."
                    ]))
        #expect(folder.exists("public/index.html"))
    }
}
