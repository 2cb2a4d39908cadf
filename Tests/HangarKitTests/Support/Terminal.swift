import Catalogue
import HangarKit
import LaunchLibrary
import Support
import Synchronization
import TestSupport

/// The visible results of a command.
struct Outcome: Equatable, CustomStringConvertible {
    var status = ExitStatus.done
    var output = ""
    /// The diagnostics, line by line. An excerpt counts as part of its message.
    var diagnostics: [String] = []
    /// The text that was written to the terminal in the place of a line.
    var progress = ""

    var description: String {
        "status \(status.rawValue)\n--- output\n\(output)\n--- diagnostics\n\(diagnostics.joined(separator: "\n"))"
    }
}

/// The environment in which a command runs, declared by a test. The disk is real, and everything else is not.
struct Terminal: Sendable {
    var verbosity = Console.Verbosity.normal
    /// Whether standard error is a terminal.
    var isWatched = false
    /// Standard input, in the pieces in which it arrives.
    var input: [[UInt8]] = []
    var variables: [String: String] = [:]
    var transport = HTTPTransport { (request) throws(TransportError) in
        HTTPResponse(status: 404, url: request.url)
    }
    var now = Timestamp(secondsSince1970: 1_772_000_000)
    /// Seconds that have passed since then.
    var later: @Sendable () -> Int = { 0 }
    var program: [UInt8]? = Array("this program".utf8)
    /// The place where builds are remembered.
    var cache: String?
    /// The outcome calls this folder `~`.
    var folder: TemporaryFolder?

    /// Parses a command's options and runs it.
    ///
    /// - Parameter change: modifies the environment of the terminal.
    func run<Command: HangarCommand>(
        _: Command.Type, _ options: [String], in change: (inout CommandEnvironment) -> Void = { _ in }
    ) async -> Outcome {
        let command: Command
        do { command = try Command.parse(options) } catch {
            return Outcome(status: .usage, diagnostics: [Command.message(for: error)])
        }
        return await run { environment in
            var environment = environment
            change(&environment)
            return await environment.status(of: command)
        }
    }

    /// The visible results of `work` in the terminal's environment.
    func run(_ work: (CommandEnvironment) async -> ExitStatus) async -> Outcome {
        let output = Mutex<[UInt8]>([])
        let diagnostics = Mutex<[String]>([])
        let progress = Mutex("")
        let rest = Mutex(input[...])
        let clock = Mutex(10.0)
        let writeStatus: @Sendable (String) -> Void = { text in progress.withLock { $0 += text } }
        let environment = CommandEnvironment(
            console: Console(
                verbosity: verbosity,
                writeOutput: { bytes in output.withLock { $0 += bytes } },
                writeDiagnostic: { line in diagnostics.withLock { $0.append(line) } },
                writeStatus: isWatched ? writeStatus : nil),
            files: .disk,
            readInput: { rest.withLock { $0.popFirst() ?? [] } },
            transport: transport,
            fetchClock: FetchClock(
                now: { [now, later] in Timestamp(secondsSince1970: now.secondsSince1970 + later()) }, sleep: { _ in }, random: { 0 }),
            variable: { [variables] in variables[$0] },
            uptime: {
                clock.withLock { seconds in
                    defer { seconds += 0.42 }
                    return seconds
                }
            },
            programIdentity: { [program] in program }, cacheFolder: cache)
        let status = await withTaskExecutorPreference(OwnThread("command")) { await work(environment) }
        return Outcome(
            status: status, output: anonymous(String(decoding: output.withLock { $0 }, as: UTF8.self)),
            diagnostics: diagnostics.withLock { $0 }.map(anonymous), progress: progress.withLock { $0 })
    }

    private func anonymous(_ text: String) -> String {
        folder.map { text.replacing($0.path, with: "~") } ?? text
    }
}

extension Terminal {
    func build(_ site: String, to output: String, _ options: [String] = []) async -> Outcome {
        await run(BuildCommand.self, ["--site", site, "--output", output] + options)
    }

    func fetch(_ site: String, from locations: [String] = [], _ options: [String] = []) async -> Outcome {
        await run(FetchCommand.self, ["--site", site] + Self.from(locations) + options)
    }

    func update(_ site: String, to output: String, _ options: [String] = []) async -> Outcome {
        await run(UpdateCommand.self, ["--site", site, "--output", output] + options)
    }

    func initialize(_ folder: String) async -> Outcome { await run(InitCommand.self, [folder]) }

    func data(_ site: String, _ page: String) async -> Outcome { await run(DataCommand.self, ["--site", site, page]) }

    func check(_ output: String) async -> Outcome { await run(CheckCommand.self, [output]) }

    /// `--from` with each of the locations.
    static func from(_ locations: [String]) -> [String] { locations.flatMap { ["--from", $0] } }
}
