import Foundation
import Support

/// A folder that the operator names for a site or for its files.
///
/// An unset variable in a script (`hangar init "$SITE"`, `--output "$BASE/"`) names the root of the disk or no folder at all. The files of
/// a site among those of the system or of the user are never meant.
struct FolderArgument {
    /// The option, or the command whose argument it is, for messages.
    let option: String
    let path: String

    /// - Throws: a ``Failure`` with status 64 for an empty path, the root of the disk, and the user's home folder, also through a link or
    ///   `..`.
    func refuseUnmeant(in environment: CommandEnvironment) throws(Failure) {
        guard path.contains(where: { !$0.isWhitespace }) else { throw refusal("no folder is named", shown: "'\(path)'") }
        guard let folder = status(of: resolved) else { return }
        if let root = status(of: "/"), folder.isSameFile(as: root) { throw refusal("this is the root of the disk", shown: path) }
        for home in [environment.variable("HOME"), NSHomeDirectory()].compactMap(\.self) where !home.isEmpty {
            if let home = status(of: home), folder.isSameFile(as: home) { throw refusal("this is the home folder itself", shown: path) }
        }
    }

    private func refusal(_ what: String, shown: String) -> Failure {
        Failure(.usage, at: "\(option) \(shown)", what, remedy: "Name a folder of its own for the site.")
    }

    /// The path without `..` after folders that do not exist. They would be made, and the path would lead to the folder above them.
    private var resolved: String {
        path.split(separator: "/").reduce(path.hasPrefix("/") ? "/" : ".") { place, segment in
            if segment == "..", status(of: place) == nil { return FilePath.split(place).folder }
            return place == "/" ? "/\(segment)" : "\(place)/\(segment)"
        }
    }

    private func status(of path: String) -> FileStatus? {
        do throws(Errno) { return try Folder.open(path, disk: .direct).ownStatus() } catch { return nil }
    }
}
