/// Two files of a theme for which templates have only one name.
public struct ThemeCollision: Sendable, Equatable {
    public let first: Theme.File
    public let second: Theme.File
    /// What both are called in templates: `assets.badges_own_svg` or `partials/figure`.
    public let name: String
}

extension Theme {
    /// The files that collide: assets whose paths differ only in characters that a name in templates cannot have, and files whose paths
    /// differ only in their Unicode form (NFC, NFD).
    public var collisions: [ThemeCollision] {
        Self.collisions(templates) { $0.path } + Self.collisions(assets) { "assets." + Assets.field($0.path) }
    }

    private static func collisions(_ files: [File], name: (File) -> String) -> [ThemeCollision] {
        var seen: [String: File] = [:]
        return files.compactMap { file in
            guard let first = seen.updateValue(file, forKey: name(file)) else { return nil }
            return ThemeCollision(first: first, second: file, name: name(file))
        }
    }
}
