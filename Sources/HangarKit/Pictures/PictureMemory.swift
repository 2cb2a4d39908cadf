import Catalogue
import LaunchLibrary
import Support

/// The hashes of the contents of stored pictures, by which a build need not read again what an earlier one has read. They are part of
/// ``CachedBuild``: what is lost or damaged is read again.
struct PictureMemory: Equatable {
    /// A content, and the state that the file had before it was read.
    struct Entry: Equatable {
        let state: String
        let content: UInt64
    }

    /// By the names of the files.
    private let known: [String: Entry]
    /// Those of the files that were asked for.
    private(set) var entries: [String: Entry] = [:]
    private let now: Timestamp

    /// - Parameters:
    ///   - known: the entries of the last build.
    ///   - now: the current time, for files that may change again without showing it.
    init(known: [String: Entry] = [:], now: Timestamp) {
        self.known = known
        self.now = now
    }

    /// The hash of a file's content.
    ///
    /// - Parameters:
    ///   - state: its state as it is now. Nil where the disk does not tell.
    ///   - read: reads the content for its hash.
    mutating func hash(of name: String, in state: FileState?, _ read: () throws(Failure) -> UInt64) throws(Failure) -> UInt64 {
        guard let state, state.isSettled(now: now) else { return try read() }
        var digest = BLAKE2b()
        digest.add(state)
        let text = digest.digest().hexadecimal
        if let entry = known[name], entry.state == text {
            entries[name] = entry
            return entry.content
        }
        let content = try read()
        entries[name] = Entry(state: text, content: content)
        return content
    }
}
