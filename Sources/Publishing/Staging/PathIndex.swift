/// Paths of files, and the position of each among them.
struct PathIndex: Sendable {
    struct Position: Sendable, Equatable {
        let index: Int
    }

    /// Sorted. Each occurs once.
    let paths: [String]
    private let positions: [String: Position]

    /// - Parameter paths: usually sorted already, as in the manifest of a build. Somebody may have edited it.
    init(_ paths: [String]) {
        let isSorted = zip(paths, paths.dropFirst()).allSatisfy { $0 < $1 }
        self.paths = isSorted ? paths : Set(paths).sorted()
        var positions: [String: Position] = Dictionary(minimumCapacity: paths.count)
        for (index, path) in self.paths.enumerated() { positions[path] = Position(index: index) }
        self.positions = positions
    }

    func position(of path: String) -> Position? { positions[path] }

    func contains(_ path: String) -> Bool { positions[path] != nil }
}
