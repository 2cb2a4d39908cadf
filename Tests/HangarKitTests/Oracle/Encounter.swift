import Foundation
import HangarKit
import LaunchLibrary
import PreviewServer
import Publishing
import Support
import TestSupport

/// What stands in the way of one build.
enum Encounter: Sendable {
    /// Something is broken. The build must fail with this status and leave the output as it is. Then the fault is mended, or the build gets
    /// these options.
    case refusal(
        ExitStatus, breaking: @Sendable (OracleSite) throws -> Void, mending: @Sendable (OracleSite) throws -> Void = { _ in },
        options: [String] = [])
    /// A build of the next state is cut off after so many changes to the disk.
    case cut(after: Int)
    /// The site is built to another folder in between, with the same memory.
    case otherOutput(String)
    /// `hangar update` reads these records from an API.
    case update(Snapshot)
    /// The command builds the site, the site changes, and the command is killed after this share of the time that it took.
    case kill(Double)
}

extension OracleSite {
    /// Publishes files until the cut, as a build does that is killed there.
    ///
    /// - Returns: whether the cut came before the end.
    @discardableResult
    func publish(_ files: [String: Data], cutAfter changes: Int) throws -> Bool {
        var options = publishOptions
        options.force = true
        let publisher = Publisher(output: folder(output), options: options, disk: Interruption(after: changes).disk)
        let made = files.filter { !Self.isMadeByPublishing($0.key) }.sorted { $0.key < $1.key }
        do {
            let transaction = try publisher.begin()
            for (path, bytes) in made {
                try transaction.add(path, [UInt8](bytes), kind: path == "status.json" ? FileKind.status : Build.kind(of: path))
            }
            _ = try transaction.publish()
            return false
        } catch {
            return true
        }
    }

    static func isMadeByPublishing(_ path: String) -> Bool {
        path == ".hangar-manifest" || path.hasSuffix(".gz") || path.hasSuffix(".br")
    }
}

extension OracleSite {
    /// Updates from an API that has these records. What the update stores is what the site is from now on.
    mutating func update(from source: Snapshot) async throws -> Outcome {
        let terminal = Terminal(
            transport: APIMirror(snapshot: source).transport, now: now, program: program, cache: cache.map { folder($0) }, folder: folder)
        let options = ["--from", APIMirror.root, "--mode", "detailed", "--accept-shrink"] + (baseURL.map { ["--base-url", $0] } ?? [])
        let outcome = await terminal.update(folder("site"), to: folder(output), options)
        snapshot = try Snapshot(decoding: try folder.bytes("site/data/snapshot.json"), path: "snapshot.json")
        history = HistoryLog.decode(try folder.bytes("site/data/history.jsonl"), path: "history.jsonl").log.entries
        return outcome
    }

    /// Builds by the program itself, with a memory of its own, and kills it after some seconds, if any are given.
    ///
    /// - Returns: how long it took.
    func buildInProcess(killedAfter limit: Double? = nil) async throws -> Double {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Executable.path)
        process.arguments =
            ["build", "--quiet", "--site", folder("site"), "--output", folder(output)] + (baseURL.map { ["--base-url", $0] } ?? [])
        process.environment = Executable.environment(cache: folder("program-cache"), Executable.withoutCoverage)
        let start = ProcessInfo.processInfo.systemUptime
        try process.run()
        if let limit {
            try await Task.sleep(for: .seconds(limit))
            kill(process.processIdentifier, SIGKILL)
        }
        process.waitUntilExit()
        return ProcessInfo.processInfo.systemUptime - start
    }
}
