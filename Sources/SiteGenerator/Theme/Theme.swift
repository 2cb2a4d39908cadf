import Support

/// The templates, words and assets of a site, each with its path: `pages/home.html.mustache`, `words/de.yml`, `site.css`.
public struct Theme: Sendable {
    public struct File: Sendable, Hashable {
        /// The path relative to the folder of templates or of assets, with `/`.
        public var path: String
        public var bytes: [UInt8]
        /// The origin of the file for messages: its path on disk, or `default theme`.
        public var origin: String

        public init(path: String, bytes: [UInt8], origin: String) {
            self.path = path
            self.bytes = bytes
            self.origin = origin
        }
    }

    /// The templates in the byte order of their paths.
    public let templates: [File]
    public let assets: [File]
    /// The files of words. Of two files with the same path, the later one goes before the other key by key.
    public let words: [File]
    private let lazyPublishedAssets: Lazy<Assets>

    /// - Parameter templates: the files of the folder of templates, with those of words in `words/`.
    public init(templates: [File], assets: [File]) {
        self.init(
            templates: templates.filter { !$0.isWords }, words: templates.filter(\.isWords).sorted { $0.path < $1.path }, assets: assets)
    }

    private init(templates: [File], words: [File], assets: [File]) {
        let templates = templates.sorted { $0.path < $1.path }
        let assets = assets.sorted { $0.path < $1.path }
        self.templates = templates
        self.words = words
        self.assets = assets
        lazyPublishedAssets = Lazy { Assets(assets, templates: templates) }
    }

    /// The assets as they are published. They are worked out once: it takes a look at every byte.
    var publishedAssets: Assets { lazyPublishedAssets.value }

    /// This theme with the files of another theme. They replace its own files of the same path, and the others are added. Words replace its
    /// own key by key.
    public func overlaid(by other: Theme) -> Theme {
        Theme(
            templates: Self.overlay(templates, other.templates), words: words + other.words, assets: Self.overlay(assets, other.assets))
    }

    /// The tags of the languages that have a file of words, in alphabetical order.
    public var languages: [String] { Set(words.map { String($0.path.dropFirst(6).dropLast(4)) }).sorted() }

    /// What is wrong with the assets: addresses in style sheets that lead to no asset. (The templates are checked when a site is made.)
    public var assetFaults: [Fault] { publishedAssets.faults }

    private static func overlay(_ files: [File], _ others: [File]) -> [File] {
        let replaced = Set(others.map(\.path))
        return files.filter { !replaced.contains($0.path) } + others
    }
}

extension Theme {
    /// The default theme, which is inside the command.
    public static let standard = Theme(
        templates: EmbeddedTheme.templates.map { File(embedded: $0, folder: "Templates") },
        assets: EmbeddedTheme.assets.map { File(embedded: $0, folder: "assets") })
}

extension Theme.File {
    fileprivate var isWords: Bool { path.hasPrefix("words/") && path.hasSuffix(".yml") }

    /// Whether the file is the one inside the command.
    var isStandard: Bool { origin.hasPrefix(Self.standardOrigin) }

    private static let standardOrigin = "default theme: "

    fileprivate init(embedded entry: (path: StaticString, contents: EmbeddedTheme.Contents), folder: String) {
        let path = entry.path.description
        self.init(path: path, bytes: entry.contents.bytes, origin: "\(Self.standardOrigin)\(folder)/\(path)")
    }
}
