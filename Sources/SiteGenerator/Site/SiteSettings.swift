/// The operator's decisions about the site, apart from its theme.
public struct SiteSettings: Sendable, Equatable {
    /// The name of the site.
    public var title: LocalizedText
    /// Nil for the words of the theme.
    public var description: LocalizedText?
    /// The base URL with a trailing slash. Every complete address of the site begins with it.
    public var baseURL: String
    /// A BCP 47 language tag.
    public var language: String
    /// The tags of the site's further languages. Each has its pages in a folder of its tag.
    public var translations: [String]
    /// The folder of the language from the site's root: nothing, or `de/`.
    var folder = ""
    /// The number of rows on one page of a table, and of items on one page of the feed.
    public var pageSize: Int
    public var images: ImageRules
    /// Whether the downloads in CSV begin with a byte order mark.
    public var csvByteOrderMark: Bool
    /// The pages that templates of the site make.
    public var pages: [TemplatePage]
    /// The entries of the navigation. Nil for those of the theme.
    public var navigation: [NavigationItem]?
    public var author: Author
    /// The authority and date of the ids in feeds (RFC 4151): `example.org,2026`. Ids are the same for ever while this stays.
    public var feedAuthority: String

    public struct Author: Sendable, Equatable {
        /// Empty for the title of the site.
        public var name: String
        public var url: String?
        public var email: String?

        public init(name: String, url: String? = nil, email: String? = nil) {
            self.name = name
            self.url = url
            self.email = email
        }
    }

    public init(
        title: LocalizedText, description: LocalizedText? = nil, baseURL: String, language: String = "en", translations: [String] = [],
        pageSize: Int = 100,
        images: ImageRules = ImageRules(), csvByteOrderMark: Bool = false,
        pages: [TemplatePage] = [], navigation: [NavigationItem]? = nil,
        author: Author, feedAuthority: String? = nil
    ) {
        self.title = title
        self.description = description
        self.baseURL = baseURL
        self.language = language
        self.translations = translations
        self.pageSize = max(1, pageSize)
        self.images = images
        self.csvByteOrderMark = csvByteOrderMark
        self.pages = pages
        self.navigation = navigation
        self.author = author
        self.feedAuthority = feedAuthority ?? Self.feedAuthority(of: baseURL)
    }

    /// The base URL of the whole site. ``baseURL`` is that of one language.
    var rootURL: String { String(baseURL.dropLast(folder.count)) }

    /// The address of the site's root from that of the language: nothing, or `../`.
    var rootPath: String { Address.root(from: folder) }

    /// The host of the site and a fixed year. The year is part of each id and must never change.
    private static func feedAuthority(of baseURL: String) -> String {
        let afterScheme = baseURL.drop { $0 != "/" }.drop { $0 == "/" }
        let host = afterScheme.prefix { $0 != "/" && $0 != ":" }.lowercased()
        return "\(host.isEmpty ? "localhost" : host),2026"
    }
}
