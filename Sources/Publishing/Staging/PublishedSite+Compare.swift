/// How a file that is to be published relates to what stands at its path.
enum Comparison: Sendable, Equatable {
    case unchanged
    case changed
    case new
    /// New, once a file or folder of an earlier build at `by` is out of its way.
    case blocked(by: String)
    /// What stands at `path` is not Hangar's.
    case foreign(path: String, FileStatus.Kind)
}

extension PublishedSite {
    /// Compares `bytes` with the file at `path`, its size first.
    func compare(_ path: String, with bytes: UnsafeRawBufferPointer) throws(Errno) -> Comparison {
        if isEmpty { return .new }
        let (folderPath, name) = SitePath.split(path)
        switch try folder(folderPath) {
        case .absent:
            return .new
        case .blocked(let blocking, let kind):
            return kind == .file && owned.contains(blocking) ? .blocked(by: blocking) : .foreign(path: blocking, kind)
        case .folder(let folder):
            return try compare(path, name, in: folder, with: bytes)
        }
    }

    /// What a file holds; nil when there is none, or it cannot be read, so that it must be written anew.
    func withContents<Result>(_ path: String, _ body: (UnsafeRawBufferPointer) -> Result) throws(Errno) -> Result? {
        let (folderPath, name) = SitePath.split(path)
        guard case .folder(let folder) = try folder(folderPath) else { return nil }
        do throws(Errno) {
            guard let opened = try folder.open(name) else { return nil }
            return try buffers.withContents(opened) { body($0) }
        } catch let error where error.isPermission {
            return nil
        }
    }

    private func compare(
        _ path: String, _ name: String, in folder: Folder, with bytes: UnsafeRawBufferPointer
    ) throws(Errno) -> Comparison {
        let isOurs = force || owned.contains(path)
        let opened: OpenFile?
        do throws(Errno) {
            opened = try folder.open(name)
        } catch let error where error.isPermission {
            // It need not be read to be replaced.
            return isOurs ? .changed : .foreign(path: path, .file)
        }
        if let opened {
            guard isOurs else { return .foreign(path: path, .file) }
            return try buffers.withBuffer { buffer throws(Errno) in
                try opened.holds(bytes, buffer: buffer) ? .unchanged : .changed
            }
        }
        guard let status = try folder.status(name) else { return .new }
        guard status.kind == .folder else { return isOurs ? .changed : .foreign(path: path, status.kind) }
        if let stranger = try firstStranger(in: try folder.folder(name), path) { return .foreign(path: stranger.path, stranger.kind) }
        return .blocked(by: path)
    }

    /// The first thing in a folder, however deep, that no build has written.
    private func firstStranger(in folder: Folder, _ path: String) throws(Errno) -> (path: String, kind: FileStatus.Kind)? {
        for entry in try folder.entries().sorted(by: { $0.text < $1.text }) {
            let entryPath = SitePath.join(path, entry.text)
            if entry.kind == .folder {
                if let stranger = try firstStranger(in: try folder.folder(entry.name), entryPath) { return stranger }
            } else if entry.kind != .file || !owned.contains(entryPath) {
                return (entryPath, entry.kind)
            }
        }
        return nil
    }
}
