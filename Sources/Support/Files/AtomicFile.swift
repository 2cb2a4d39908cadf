/// Replaces single files so that a reader, and a machine that loses its power, meets the old content or the new, never a part.
public enum AtomicFile {
    /// Writes `bytes` beside the file and moves them over it once they are on the disk. Folders above it are made where they are missing.
    /// - Parameter durable: without it the disk is not waited for, and a power cut may cost both contents.
    /// - Throws: an ``OutputError`` when the disk refuses; the file then is as it was.
    public static func replace(_ path: String, with bytes: [UInt8], durable: Bool = true) throws(OutputError) {
        let slash = path.lastIndex(of: "/")
        let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        // Always the same name: what a killed run left is written over by the next, and never gathers.
        let temporary = ".\(name)\(suffix)"
        do throws(Errno) {
            let folder = try open(parent)
            if try folder.status(temporary) != nil { try folder.removeFile(temporary) }
            do throws(Errno) {
                try folder.createFile(temporary, bytes, durable: durable)
                try folder.move(temporary, to: folder, name)
            } catch {
                do throws(Errno) { try folder.removeFile(temporary) } catch {}
                throw error
            }
        } catch {
            throw OutputError(place: path, what: "cannot be written: \(error.words)", remedy: error.remedy)
        }
    }

    /// Whether a file of this name is what a killed run left in the middle of ``replace(_:with:)``.
    public static func isUnfinished(_ name: String) -> Bool {
        name.hasPrefix(".") && name.hasSuffix(suffix)
    }

    private static let suffix = ".hangar-new"

    private static func open(_ path: String) throws(Errno) -> Folder {
        do throws(Errno) {
            return try Folder.open(path, disk: .direct)
        } catch  where error.isAbsent {
            let start = try Folder.open(path.hasPrefix("/") ? "/" : ".", disk: .direct)
            let relative = path.hasPrefix("/") ? String(path.dropFirst()) : path
            try start.createFolders(relative)
            return try Folder.open(path, disk: .direct)
        }
    }
}
