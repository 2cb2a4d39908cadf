import Catalogue
import Publishing
import SiteGenerator
import YAML

/// The content of `hangar.yml`. Every key except `title` and `base_url` has a default.
struct SiteConfiguration: Sendable, Equatable {
    var title = LocalizedText([:])
    /// Nil for the words of the theme.
    var description: LocalizedText?
    /// The address of the published site, with a trailing slash. It is a root or a sub-path.
    var baseURL = ""
    /// A BCP 47 language tag.
    var language = "en"
    /// The tags of the site's further languages.
    var translations: [String] = []
    var source = Source()
    var images = ImageRules()
    var index = Index()
    var downloads = Downloads()
    /// The pages that templates of the site make, by name.
    var pages: [ConfiguredPage] = []
    /// Nil for the navigation of the theme.
    var navigation: [ConfiguredNavigationItem]?
    var publish = Publish()
    var author = SiteSettings.Author(name: "")
    var feed = Feed()
    /// Warnings of texts in languages that the site does not have.
    private(set) var unshownTexts: [Diagnostic] = []

    struct Source: Sendable, Equatable {
        /// The root of the API, with a trailing slash.
        var url = "https://ll.thespacedevs.com/2.3.0/"
        var mode = SpacecraftQuery.Mode.normal
        /// The name of the environment variable that holds the API key. It is nil for anonymous requests.
        var apiKeyVariable: String?
    }

    struct Index: Sendable, Equatable {
        /// The number of rows on one page of a table.
        var pageSize = 100
    }

    struct Downloads: Sendable, Equatable {
        /// Whether the files in CSV begin with a byte order mark, for spreadsheets that take UTF-8 for something else without it.
        var csvByteOrderMark = false
    }

    struct Feed: Sendable, Equatable {
        /// The authority and date of the ids in feeds: `example.org,2026`. It is nil when they are made of the address of the site.
        var authority: String?
    }

    struct Publish: Sendable, Equatable {
        var method = PublishOptions.Method.inPlace
        var compress = Compress()

        /// The compression levels of the precompressed files. A nil level means no such files.
        struct Compress: Sendable, Equatable {
            var gzip: Int?
            var brotli: Int?
        }
    }
}

extension SiteConfiguration {
    /// All languages of the site, the first of which is at its root.
    var languages: [String] {
        get { [language] + translations }
        set {
            language = newValue.first ?? language
            translations = Array(newValue.dropFirst())
        }
    }

    /// The one language of a site that does not say several. They count in place of it, wherever they stand.
    var soleLanguage: String {
        get { language }
        set { if translations.isEmpty { language = newValue } }
    }

    /// Reads `hangar.yml`.
    ///
    /// - Parameters:
    ///   - file: the name of the file in messages.
    ///   - overrides: values that count in place of those in the file. Of several for one key the last counts.
    /// - Throws: a ``Failure`` with status 78 that names every fault: an unknown key, a wrong value, a missing key.
    init(yaml bytes: [UInt8], file: String, overrides: [ConfigurationOverride] = []) throws(Failure) {
        let root = try Self.root(of: bytes, file: file)
        self.init()
        var problems: [Diagnostic] = []
        root?.read(into: &self, by: ConfigurationSchema.root, &problems)
        for override in overrides {
            switch override.path {
            // One language is in place of several, and a text with all its languages in place of another.
            case ["language"]: translations = []
            case ["title"]: title = LocalizedText([:])
            case ["description"]: description = nil
            default: break
            }
            override.node.read(into: &self, by: ConfigurationSchema.root, &problems)
        }
        let given = (root?.givenKeys ?? []).union(overrides.compactMap(\.path.first))
        for (key, example) in [("title", "title: The Spacecraft Register"), ("base_url", "base_url: https://example.org/")]
        where !given.contains(key) {
            problems.append(Diagnostic(.error, at: file, "the key \"\(key)\" is missing", remedy: "Add it, such as \"\(example)\"."))
        }
        guard problems.isEmpty else { throw Failure(.configuration, problems) }
        unshownTexts = ([root] + overrides.map(\.node)).compactMap { $0?.unshownTexts(in: languages) }.flatMap(\.self)
    }

    /// The keys and values of a file. Nil when it has none: a file that contains only comments counts as empty.
    static func root(of bytes: [UInt8], file: String) throws(Failure) -> YAMLNode? {
        // Some editors begin a file with a byte order mark.
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else {
            throw Failure(.configuration, at: file, "the file is not UTF-8", remedy: "Save it as UTF-8.")
        }
        let root: Node?
        do { root = try Node.document(text) } catch { throw Failure(.configuration, [syntaxFault(error, file: file)]) }
        guard let root, !root.isNull else { return nil }
        return YAMLNode(node: root, file: file, path: [])
    }

    private static func syntaxFault(_ error: YAMLError, file: String) -> Diagnostic {
        let remedy = "Mend the YAML there; indentation is by spaces, and a text with ': ' or '#' stands in quotes."
        switch error {
        case .syntax(let problem, let mark): return Diagnostic(.error, at: "\(file):\(mark.line):\(mark.column)", problem, remedy: remedy)
        case .duplicateKey(let key, let first, let second):
            let elsewhere = second.line == first.line ? "before in this line" : "in line \(first.line) too"
            return Diagnostic(
                .error, at: "\(file):\(second.line):\(second.column)", "the key \"\(key)\" stands \(elsewhere)", remedy: "Keep one of them."
            )
        case .unreadable(let problem): return Diagnostic(.error, at: file, "the file is no YAML: \(problem)", remedy: remedy)
        }
    }
}

extension SiteSettings {
    init(_ configuration: SiteConfiguration) {
        self.init(
            title: configuration.title, description: configuration.description, baseURL: configuration.baseURL,
            language: configuration.language, translations: configuration.translations, pageSize: configuration.index.pageSize,
            images: configuration.images, csvByteOrderMark: configuration.downloads.csvByteOrderMark,
            pages: configuration.pages.map(\.page), navigation: configuration.navigation?.map(\.item),
            author: configuration.author, feedAuthority: configuration.feed.authority)
    }
}

extension PublishOptions {
    init(_ configuration: SiteConfiguration.Publish, force: Bool, takesFingerprint: Bool) {
        self.init(
            method: configuration.method, force: force,
            compression: Compression(gzip: configuration.compress.gzip, brotli: configuration.compress.brotli),
            takesFingerprint: takesFingerprint)
    }
}
