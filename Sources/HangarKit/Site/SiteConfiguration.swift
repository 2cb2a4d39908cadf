import Catalogue
import Publishing
import SiteGenerator

/// What an operator writes in `hangar.yml`. Every key has a default but `title` and `base_url`.
public struct SiteConfiguration: Sendable, Equatable {
    public var title = ""
    public var description = ""
    /// The address under which the site is served, with a trailing slash: a root or a sub-path.
    public var baseURL = ""
    /// A BCP 47 language tag.
    public var language = "en"
    public var source = Source()
    public var images = ImageRules()
    public var index = Index()
    public var publish = Publish()
    public var author = SiteSettings.Author(name: "")

    public struct Source: Sendable, Equatable {
        /// The root of the API, with a trailing slash.
        public var url = "https://ll.thespacedevs.com/2.3.0/"
        public var mode = Mode.normal
        /// The name of the environment variable that holds the API key; nil for anonymous requests.
        public var apiKeyVariable: String?

        public enum Mode: String, Sendable, CaseIterable {
            case normal
            case detailed
        }
    }

    public struct Index: Sendable, Equatable {
        /// Rows on one page of a table.
        public var pageSize = 100
    }

    public struct Publish: Sendable, Equatable {
        public var method = PublishOptions.Method.inPlace
        public var compress = Compress()

        /// The levels of the precompressed files; nil for none.
        public struct Compress: Sendable, Equatable {
            public var gzip: Int?
            public var brotli: Int?
        }
    }
}
