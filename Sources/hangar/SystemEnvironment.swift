import HangarKit
import LaunchLibrary
import Publishing
import Support

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Darwin)
    import Darwin
    import MachO
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension CommandEnvironment {
    /// This process, its streams, its disk and its network.
    static func system(_ verbosity: Console.Verbosity) -> CommandEnvironment {
        // Before a request loads libcurl and what resolves names, which have no part in any file of a site.
        let identity = ProgramIdentity.current()
        return CommandEnvironment(
            console: Console(
                verbosity: verbosity,
                writeOutput: writeStandardOutput,
                writeDiagnostic: writeStandardError,
                writeStatus: isWatched ? writeStatus : nil),
            files: .disk,
            readInput: readStandardInput,
            transport: .curl(userAgent: "Hangar/\(ProgramVersion.current)"),
            fetchClock: .system,
            // Foundation would make a dictionary of all variables for each one.
            variable: { name in getenv(name).map { String(cString: $0) } },
            uptime: { ProcessInfo.processInfo.systemUptime },
            programIdentity: { identity },
            cacheFolder: cacheFolder,
            keepUntilExit: { _ = Unmanaged.passRetained(KeptValue(value: $0)) })
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
                let count = writeBytes(descriptor, buffer.baseAddress, buffer.count)
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
                let read = readBytes(0, buffer.baseAddress, size)
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

// The functions of the C library, where a method of the same name would be meant.
private let (writeBytes, readBytes) = (write, read)

private final class KeptValue: Sendable {
    let value: any Sendable

    init(value: any Sendable) { self.value = value }
}

/// An identity of the running program: the disk state of its own file and of each library that it loaded when it began. The libraries count
/// because they too decide the output: libxml2 the result of a description, brotli the bytes of a compressed file. A replaced or changed file
/// has a different state.
private enum ProgramIdentity {
    /// Nil when the system does not give it, or when a file has been replaced since the program was started.
    static func current() -> [UInt8]? {
        let paths = loadedFiles()
        guard !paths.isEmpty else { return nil }
        var hash = BLAKE2b()
        for path in paths {
            hash.add(path)
            if let state = FileState.of(path) {
                hash.add(state)
            } else if !isPartOfSystem(path) {
                return nil
            }
        }
        #if canImport(Darwin)
            hash.add(ProcessInfo.processInfo.operatingSystemVersionString)
        #endif
        // The examined files must be the loaded ones, not files that replaced them meanwhile.
        guard loadedFiles() == paths else { return nil }
        return hash.digest()
    }

    #if canImport(Darwin)
        private static func loadedFiles() -> [String] {
            (0..<_dyld_image_count()).compactMap { _dyld_get_image_name($0).map { String(cString: $0) } }
        }

        /// The libraries of the system are in one cache and have no files. They change with the system's version.
        private static func isPartOfSystem(_ path: String) -> Bool { path.hasPrefix("/usr/lib/") || path.hasPrefix("/System/") }
    #else
        /// The paths from proc_pid_maps(5). The name of a file that was replaced or removed ends in ` (deleted)`.
        private static func loadedFiles() -> [String] {
            let maps: [UInt8]
            do { maps = try FileAccess.disk.contents("/proc/self/maps") } catch { return [] }
            let paths = maps.split(separator: UInt8(ascii: "\n")).compactMap { line -> String? in
                let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5, omittingEmptySubsequences: true)
                guard fields.count == 6, fields[1].contains(UInt8(ascii: "x")) else { return nil }
                let path = fields[5].drop { $0 == UInt8(ascii: " ") }
                return path.first == UInt8(ascii: "/") ? String(decoding: path, as: UTF8.self) : nil
            }
            return Set(paths).sorted()
        }

        private static func isPartOfSystem(_ path: String) -> Bool { false }
    #endif
}
