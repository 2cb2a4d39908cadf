import Foundation
import HangarKit
import LaunchLibrary

extension CommandEnvironment {
    /// This process, its streams, its disk and its network.
    static func system(_ verbosity: Console.Verbosity) -> CommandEnvironment {
        CommandEnvironment(
            console: Console(
                verbosity: verbosity,
                writeOutput: writeStandardOutput,
                writeDiagnostic: writeStandardError,
                writeStatus: isWatched ? writeStatus : nil),
            files: .disk,
            readInput: readStandardInput,
            transport: .curl(userAgent: "Hangar/\(Hangar.version)"),
            fetchClock: .system,
            variable: { ProcessInfo.processInfo.environment[$0] },
            uptime: { ProcessInfo.processInfo.systemUptime },
            programIdentity: ProgramIdentity.current,
            cacheFolder: cacheFolder)
    }

    /// `~/.cache/hangar` unless a variable names another folder (XDG Base Directory Specification). On macOS it is
    /// `~/Library/Caches/hangar`.
    private static var cacheFolder: String? {
        if let folder = ProcessInfo.processInfo.environment["XDG_CACHE_HOME"], folder.hasPrefix("/") { return folder + "/hangar" }
        return FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask).first?.appendingPathComponent("hangar").path
    }

    @Sendable private static func writeStandardOutput(_ bytes: [UInt8]) throws(Failure) {
        switch write(bytes, to: 1) {
        case 0: return
        // A reader that has gone away (`hangar data … | head`) is not a failure, but there is nothing left to do.
        case EPIPE: throw Failure(.done, [])
        case let code:
            throw Failure(
                .cannotWrite, at: "standard output", "cannot be written: \(String(cString: strerror(code)))",
                remedy: "What is there of it is not whole.")
        }
    }

    /// When standard error cannot be written, only the exit code remains.
    @Sendable private static func writeStandardError(_ line: String) {
        _ = write(Array(line.utf8) + [UInt8(ascii: "\n")], to: 2)
    }

    /// Whether standard error is a terminal that can erase a line.
    private static var isWatched: Bool {
        isatty(2) == 1 && ProcessInfo.processInfo.environment["TERM"].map { $0 != "dumb" && !$0.isEmpty } ?? false
    }

    @Sendable private static func writeStatus(_ text: String) {
        _ = write(Array(text.utf8), to: 2)
    }

    /// - Returns: the number of the error that prevented the complete write; 0 when there was none.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let buffer = UnsafeRawBufferPointer(rebasing: rest)
                let count = Foundation.write(descriptor, buffer.baseAddress, buffer.count)
                if count < 0, errno != EINTR { return errno }
                rest = rest.dropFirst(max(0, count))
            }
            return 0
        }
    }

    @Sendable private static func readStandardInput() throws(Failure) -> [UInt8] {
        let size = 1 << 16
        while true {
            var code: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                let read = Foundation.read(0, buffer.baseAddress, size)
                code = read < 0 ? errno : 0
                count = max(0, read)
            }
            if code == 0 { return bytes }
            guard code == EINTR else {
                throw Failure(
                    .noInput, at: "standard input", "cannot be read: \(String(cString: strerror(code)))", remedy: "Pipe a text into it.")
            }
        }
    }
}
