import Catalogue
import HangarKit
import LaunchLibrary
import Synchronization

/// What someone sees who runs a command.
struct Outcome: Equatable, CustomStringConvertible {
    var status = ExitStatus.done
    var output = ""
    /// Line by line; an excerpt counts as part of its message.
    var diagnostics: [String] = []
    /// What was written to the terminal in the place of a line.
    var progress = ""

    var description: String {
        "status \(status.rawValue)\n--- output\n\(output)\n--- diagnostics\n\(diagnostics.joined(separator: "\n"))"
    }
}

/// A world in which a command runs, as a test declares it: the disk is real, all else is not.
struct Terminal: Sendable {
    var verbosity = Console.Verbosity.normal
    /// Whether standard error is a terminal.
    var isWatched = false
    /// Standard input, in the pieces in which it arrives.
    var input: [[UInt8]] = []
    var environment: [String: String] = [:]
    var transport = HTTPTransport { (request) throws(TransportError) in
        HTTPResponse(status: 404, url: request.url)
    }
    var now = Timestamp(secondsSince1970: 1_772_000_000)
    /// Seconds that have gone by since then.
    var later: @Sendable () -> Int = { 0 }
    var program: [UInt8]? = Array("this program".utf8)
    /// Where builds are remembered.
    var cache: String?
    /// In the words of the outcome this folder is called `~`.
    var folder: TemporaryFolder?

    func run(_ command: (Edge) async throws(Failure) -> Void) async -> Outcome {
        let output = Mutex<[UInt8]>([])
        let diagnostics = Mutex<[String]>([])
        let progress = Mutex("")
        let rest = Mutex(input[...])
        let clock = Mutex(10.0)
        let writeStatus: @Sendable (String) -> Void = { text in progress.withLock { $0 += text } }
        let edge = Edge(
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
            environmentVariable: { [environment] in environment[$0] },
            uptime: {
                clock.withLock { seconds in
                    defer { seconds += 0.42 }
                    return seconds
                }
            },
            programIdentity: { [program] in program }, cacheFolder: cache)
        let status = await edge.status(of: command)
        return Outcome(
            status: status, output: anonymous(String(decoding: output.withLock { $0 }, as: UTF8.self)),
            diagnostics: diagnostics.withLock { $0 }.map(anonymous), progress: progress.withLock { $0 })
    }

    private func anonymous(_ text: String) -> String {
        folder.map { text.replacing($0.path, with: "~") } ?? text
    }
}

extension Terminal {
    func build(_ site: String, to output: String, _ change: (inout BuildCommand) -> Void = { _ in }) async -> Outcome {
        var command = BuildCommand()
        command.site = site
        command.output = output
        change(&command)
        return await run { [command] (edge) async throws(Failure) in try await command.run(edge) }
    }

    func fetch(_ site: String, from: [String] = [], _ change: (inout FetchCommand) -> Void = { _ in }) async -> Outcome {
        var command = FetchCommand()
        command.site = site
        command.from = from
        change(&command)
        return await run { [command] (edge) async throws(Failure) in try await command.run(edge) }
    }

    func update(_ site: String, to output: String, _ change: (inout UpdateCommand) -> Void = { _ in }) async -> Outcome {
        var command = UpdateCommand()
        command.site = site
        command.output = output
        change(&command)
        return await run { [command] (edge) async throws(Failure) in try await command.run(edge) }
    }

    func initialize(_ folder: String) async -> Outcome {
        var command = InitCommand()
        command.folder = folder
        return await run { [command] (edge) throws(Failure) in try command.run(edge) }
    }

    func data(_ site: String, _ page: String) async -> Outcome {
        var command = DataCommand()
        command.site = site
        command.page = page
        return await run { [command] (edge) throws(Failure) in try command.run(edge) }
    }

    func check(_ output: String) async -> Outcome {
        var command = CheckCommand()
        command.output = output
        return await run { [command] (edge) throws(Failure) in try command.run(edge) }
    }
}
