import LaunchLibrary
import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The files of an output folder. Nothing outside it is served: neither a path that leads up nor a link can reach it.
struct OutputFolder: Sendable {
    let path: String

    enum Found: Equatable {
        case file([UInt8])
        case folder
        case nothing
    }

    /// - Parameter parts: the names in the path, as they are on the disk.
    func find(_ parts: [String]) -> Found {
        guard parts.allSatisfy(Self.isName), let root = Self.realPath(path),
            let place = Self.realPath(([root] + parts).joined(separator: "/")),
            place == root || place.hasPrefix(root == "/" ? "/" : root + "/")
        else { return .nothing }
        switch FileAccess.disk.kind(place) {
        case .folder?: return .folder
        case .file?: break
        case nil: return .nothing
        }
        do {
            return .file(try FileAccess.disk.contents(place))
        } catch {
            // A file that cannot be read is not published either.
            return .nothing
        }
    }

    /// A text that changes when the file changes.
    func stamp(of name: String) -> String {
        var status = stat()
        guard stat("\(path)/\(name)", &status) == 0 else { return "none" }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return "\(time.tv_sec).\(time.tv_nsec).\(status.st_ino).\(status.st_size)"
    }

    private static func isName(_ part: String) -> Bool {
        !part.isEmpty && part != "." && part != ".." && !part.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
