import Foundation
import LaunchLibrary
import Publishing
import Support

#if canImport(Darwin)
    import MachO
#endif

/// An identity of the running program: the disk state of its own file and of each library that it loaded. The libraries count because they
/// too decide the output: libxml2 the result of a description, brotli the bytes of a compressed file. A replaced or changed file has a
/// different state.
enum ProgramIdentity {
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
