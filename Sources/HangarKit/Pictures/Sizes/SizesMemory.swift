import Support

/// What is known of the sizes of pictures, in `data/pictures/sizes.txt`: a line for each picture that was tried, and whether the operator
/// was told that none can be made. It may be lost at any time, and then all is tried again.
struct SizesMemory: Equatable {
    enum Trial: Equatable {
        /// The widths that were made. None when the picture is small enough as it is.
        case made([Int])
        /// The reason why none can be made.
        case failed(String)
    }

    /// By the names of the pictures' files without their endings, with the hashes of their contents.
    var trials: [String: Trial] = [:]
    /// Why none can be made of any picture, if that was told.
    var told: String?

    static let fileName = "sizes.txt"
    /// What the sizes are made by. When it is another, all are made anew.
    private static let head = "# The sizes of each picture, WebP of quality \(PictureScaler.quality). Made by hangar; may be removed."
    private static let toldMark = "# told: "

    init() {}

    init(_ text: String) {
        var lines = text.split(separator: "\n")[...]
        guard lines.popFirst() == Self.head[...] else { return }
        for line in lines {
            if line.hasPrefix(Self.toldMark) {
                told = String(line.dropFirst(Self.toldMark.count))
                continue
            }
            let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3 else { continue }
            switch parts[1] {
            case "made": trials[parts[0]] = .made(parts[2].split(separator: " ").compactMap { Int($0) })
            case "failed": trials[parts[0]] = .failed(parts[2])
            default: continue
            }
        }
    }

    /// Nil when there is nothing to remember.
    var text: String? {
        guard !trials.isEmpty || told != nil else { return nil }
        let lines = trials.sorted { $0.key < $1.key }.map { key, trial in
            switch trial {
            case .made(let widths): "\(key) made " + widths.map { "\($0)" }.joined(separator: " ")
            case .failed(let why): "\(key) failed " + why.split(whereSeparator: \.isNewline).joined(separator: " ")
            }
        }
        return ([Self.head] + (told.map { [Self.toldMark + $0] } ?? []) + lines).map { $0 + "\n" }.joined()
    }
}
