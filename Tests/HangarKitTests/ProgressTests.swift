import HangarKit
import LaunchLibrary
import TestSupport
import Testing

@Suite struct ProgressTests {
    private let transport = HTTPTransport.answering(Records.two)

    @Test func onATerminalOneLineIsWrittenOverAndOverWithTheTimeThatIsLeftAndIsGoneAtTheEnd() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        #expect(
            await Terminal(isWatched: true, transport: transport, folder: folder).fetch(folder("site"))
                == Outcome(
                    output: "~/site/data/snapshot.json: 2 spacecraft, 1 configuration; 4 added\n",
                    progress: "\rpage 1 of 3, 1 s left\u{1B}[K\rpage 2 of 3, 1 s left\u{1B}[K\rpage 3 of 3\u{1B}[K\r\u{1B}[K"))
    }

    @Test func aFailureIsReportedWhereTheLineWas() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        let outcome = await Terminal(isWatched: true, transport: .refusing(500), folder: folder).fetch(folder("site"))
        #expect(outcome.progress.hasPrefix("\ranswered with status 500; waiting 0 s\u{1B}[K"))
        #expect(outcome.progress.hasSuffix("\r\u{1B}[K"))
        #expect(outcome.diagnostics.count == 1)
    }

    @Test(arguments: [
        (Console.Verbosity.quiet, true), (.verbose, true), (.normal, false),
    ])
    func thereIsNoneWithQuietWithVerboseOrWhereStandardErrorIsNoTerminal(verbosity: Console.Verbosity, isWatched: Bool) async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        let terminal = Terminal(verbosity: verbosity, isWatched: isWatched, transport: transport, folder: folder)
        #expect(await terminal.fetch(folder("site")).progress == "")
    }
}
