import Foundation
import TestSupport

/// The command that was built with these tests.
enum Executable {
    struct Result: Equatable {
        var status: Int32 = 0
        var output = ""
        var diagnostics = ""
    }

    /// The path of the command, beside the bundle of the tests.
    static var path: String {
        let bundle = Bundle(for: TemporaryFolder.self).bundleURL
        return (bundle.pathExtension == "xctest" ? bundle.deletingLastPathComponent() : bundle).appendingPathComponent("hangar").path
    }

    static func isInstalled(_ program: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
        }
    }

    /// The environment of a program that must write no figures for `make coverage`: it may not write into their folder and would say so, or it
    /// is killed, and a part of a file makes all of them useless.
    static let withoutCoverage = ["LLVM_PROFILE_FILE": "/dev/null"]

    /// The environment of a program: where programs, libraries and files for a while are, and nothing else of what surrounds the tests, such as
    /// a shell, a proxy, a language or what an operator's own builds remember. `LLVM_PROFILE_FILE` is where `make coverage` counts.
    static func environment(cache: String, _ variables: [String: String] = [:]) -> [String: String] {
        let kept = ["PATH", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_FRAMEWORK_PATH", "DYLD_LIBRARY_PATH", "LLVM_PROFILE_FILE"]
        return ProcessInfo.processInfo.environment.filter { kept.contains($0.key) }
            .merging(["XDG_CACHE_HOME": cache]) { $1 }.merging(variables) { $1 }
    }

    /// Runs the command, or another program, and waits for its end. It remembers no build, unless the environment gives a place for it.
    static func run(
        _ arguments: [String], program: String = path, in folder: TemporaryFolder, input: [UInt8] = [], environment: [String: String] = [:]
    ) async throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        // Uses files and not pipes, because a pipe that no one empties would block the command.
        let streams = try TemporaryFolder(["in": "", "out": "", "err": ""])
        process.environment = self.environment(cache: streams("cache"), environment)
        try Data(input).write(to: URL(fileURLWithPath: streams("in")))
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: streams("in")))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: streams("out")))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: streams("err")))
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        return Result(
            status: process.terminationStatus, output: try streams.text("out").replacing(folder.path, with: "~"),
            diagnostics: try streams.text("err").replacing(folder.path, with: "~"))
    }
}
