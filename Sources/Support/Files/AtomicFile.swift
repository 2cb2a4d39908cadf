/// Replaces single files. A reader always sees the whole old or the whole new content. So does a machine after a power cut.
public enum AtomicFile {
    /// Writes `bytes` beside the file and moves them over it once they are on the disk. Missing folders above it are made.
    /// - Parameters:
    ///   - durable: whether to wait for the disk. Otherwise a power cut may destroy both contents.
    ///   - isPrivate: whether only the user has access to the file and to the folders that are made.
    ///   - elsewhere: what else the operator can do where the disk refuses the place: `name another folder`.
    /// - Throws: an ``OutputError`` when the disk refuses. The file is then unchanged.
    public static func replace(
        _ path: String, with bytes: [UInt8], durable: Bool = true, isPrivate: Bool = false, elsewhere: String? = nil
    ) throws(OutputError) {
        let slash = path.lastIndex(of: "/")
        let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        do throws(FolderPath.Refusal) {
            _ = try FolderPath.create(parent, isPrivate: isPrivate)
        } catch {
            throw OutputError(place: error.place, what: error.words, remedy: error.remedy(elsewhere: elsewhere))
        }
        // The name is always the same. The next run overwrites the remains of a killed one, so that they never accumulate.
        let temporary = ".\(name)\(suffix)"
        do throws(Errno) {
            let folder = try Folder.open(parent, disk: .direct)
            if try folder.status(temporary) != nil { try folder.removeFile(temporary) }
            do throws(Errno) {
                try folder.createFile(temporary, bytes, durable: durable, isPrivate: isPrivate)
                try folder.move(temporary, to: folder, name)
            } catch {
                do throws(Errno) { try folder.removeFile(temporary) } catch {}
                throw error
            }
        } catch {
            throw OutputError(place: path, what: "cannot be written: \(error.words)", remedy: error.remedy(elsewhere: elsewhere))
        }
    }

    /// Whether a file of this name is the remains of a run that was killed during
    /// ``replace(_:with:durable:isPrivate:elsewhere:)``.
    public static func isUnfinished(_ name: String) -> Bool {
        name.hasPrefix(".") && name.hasSuffix(suffix)
    }

    private static let suffix = ".hangar-new"
}
