/// A text that the operator wrote for a page, in one language.
public struct OwnText: Sendable, Equatable {
    public enum Form: Sendable {
        /// HTML, or plain text.
        case html
        /// CommonMark.
        case markdown
    }

    public var text: String
    public var form: Form
    /// What the author says apart from the text. Nil for what the text itself gives.
    public var title: String?
    public var description: String?
    /// The origin of the text for messages: its path on disk.
    public var origin: String
    /// The line of that file on which the text begins, counted from 1.
    public var firstLine: Int

    public init(
        _ text: String, form: Form = .html, title: String? = nil, description: String? = nil, origin: String = "", firstLine: Int = 1
    ) {
        self.text = text
        self.form = form
        self.title = title
        self.description = description
        self.origin = origin
        self.firstLine = firstLine
    }
}

/// A page whose text the operator wrote.
public struct OwnPage: Sendable, Equatable {
    /// The address from the root of a language, without the last slash: `contact`, `museum/tickets`. The text of `about` is on that page of the
    /// theme.
    public var name: String
    /// The texts by the tags of the site's languages. The page is there in these languages.
    public var texts: [String: OwnText]

    public init(_ name: String, _ texts: [String: OwnText]) {
        self.name = name
        self.texts = texts
    }

    /// The name of the page with the theme's words about the site.
    public static let about = "about"
}

/// What is amiss in an operator's text.
public struct OwnTextNote: Sendable, Equatable {
    /// The file with the place in it.
    public let place: String
    public let what: String
    public let remedy: String
}
