import SafeMarkup

/// What the sanitizer returns, and any other HTML that its type vouches for.
public typealias TrustedHTML = SafeMarkup.TrustedHTML

/// HTML that may be printed as it is: what `{{{name}}}` in an `.html.mustache` template takes, and nothing else.
///
/// It comes from rendering a template, from a value that is ``TrustedHTML``, or from somebody who vouches for it.
public struct SafeHTML: TrustedHTML, Equatable {
    public let html: String

    /// - Parameter html: HTML that you vouch for: no text of a stranger is in it unescaped, and all that it opens it closes. Nothing is checked.
    public init(vouchingFor html: String) {
        self.html = html
    }

    /// HTML that its type vouches for, such as a sanitizer's result.
    public init(_ trusted: some TrustedHTML) {
        html = trusted.html
    }
}
