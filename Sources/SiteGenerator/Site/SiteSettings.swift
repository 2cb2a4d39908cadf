/// The operator's decisions about the site, apart from its theme.
public struct SiteSettings: Sendable, Equatable {
    public var title: String
    public var description: String
    /// The base URL with a trailing slash. Every complete address of the site begins with it.
    public var baseURL: String
    /// A BCP 47 language tag.
    public var language: String
    /// The number of rows on one page of a table, and of items on one page of the feed.
    public var pageSize: Int
    public var images: ImageRules
    public var author: Author

    public struct Author: Sendable, Equatable {
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
        title: String, description: String, baseURL: String, language: String = "en", pageSize: Int = 100,
        images: ImageRules = ImageRules(),
        author: Author
    ) {
        self.title = title
        self.description = description
        self.baseURL = baseURL
        self.language = language
        self.pageSize = max(1, pageSize)
        self.images = images
        self.author = author
    }
}
