/// Paths of files, and the position of each among them. Two paths are the same if their bytes are.
struct PathIndex: Sendable {
    struct Position: Sendable, Equatable {
        let index: Int
    }

    /// Sorted. Each occurs once.
    let paths: [String]
    /// Whether a path is a folder of another one. Files of one build cannot be, but those of two can that an interrupted build leaves in the
    /// manifest.
    let hasFileAndFolder: Bool
    private let positions: [String: Position]

    /// - Parameter paths: usually sorted already, as in the manifest of a build. Somebody may have edited it.
    init(_ paths: [String]) {
        let isSorted = zip(paths, paths.dropFirst()).allSatisfy { $0 < $1 }
        self.paths = isSorted ? paths : Set(paths).sorted()
        var positions: [String: Position] = Dictionary(minimumCapacity: paths.count)
        for (index, path) in self.paths.enumerated() { positions[path] = Position(index: index) }
        self.positions = positions
        hasFileAndFolder = Self.hasFileAndFolder(self.paths)
    }

    func position(of path: String) -> Position? {
        // Texts are equal for Swift that a file system may keep apart: one letter with an accent, or a letter and an accent.
        guard let position = positions[path], paths[position.index].utf8.elementsEqual(path.utf8) else { return nil }
        return position
    }

    func contains(_ path: String) -> Bool { position(of: path) != nil }

    /// - Parameter paths: sorted, so that a path stands before all that begin with it.
    private static func hasFileAndFolder(_ paths: [String]) -> Bool {
        var beginnings: [String] = []
        for path in paths {
            while let last = beginnings.last, !path.utf8.starts(with: last.utf8) { beginnings.removeLast() }
            if beginnings.contains(where: { path.utf8.dropFirst($0.utf8.count).first == UInt8(ascii: "/") }) { return true }
            beginnings.append(path)
        }
        return false
    }
}
