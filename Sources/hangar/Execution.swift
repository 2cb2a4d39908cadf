import ArgumentParser
import Foundation
import HangarKit
import LaunchLibrary

/// Runs a command in the real world and turns its failure into words and an exit code.
enum Execution {
    static func run(_ verbosity: Console.Verbosity, _ command: (Edge) async throws(Failure) -> Void) async throws {
        let edge = Edge.system(verbosity)
        do throws(Failure) {
            try await command(edge)
        } catch {
            for diagnostic in error.diagnostics { edge.console.report(diagnostic) }
            throw ExitCode(error.status.rawValue)
        }
    }
}

extension Edge {
    static func system(_ verbosity: Console.Verbosity) -> Edge {
        Edge(
            console: Console(
                verbosity: verbosity,
                writeOutput: { write($0, to: .standardOutput) },
                writeDiagnostic: { write(Array($0.utf8) + [UInt8(ascii: "\n")], to: .standardError) }),
            files: .disk,
            readLine: { Swift.readLine(strippingNewline: true).map { Array($0.utf8) } },
            transport: .curl(userAgent: "Hangar/\(Version.current)"),
            fetchClock: .system,
            environmentVariable: { ProcessInfo.processInfo.environment[$0] },
            uptime: { ProcessInfo.processInfo.systemUptime })
    }

    /// A reader that has gone away (`hangar data … | head`) is no failure of the command.
    private static func write(_ bytes: [UInt8], to handle: FileHandle) {
        do { try handle.write(contentsOf: bytes) } catch { return }
    }
}
