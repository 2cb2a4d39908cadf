import SafeMarkup

/// The result of the sanitizer, and any other HTML that its type vouches for.
public typealias TrustedHTML = SafeMarkup.TrustedHTML

/// HTML that may be printed unescaped. `{{{name}}}` in an `.html.mustache` template takes this and nothing else.
///
/// It comes from rendering a template, from a value that is ``TrustedHTML``, or from a caller that vouches for it.
public struct SafeHTML: TrustedHTML, Equatable {
    public let html: String

    /// - Parameter html: HTML that you vouch for. It contains no unescaped text of a stranger, and it closes everything that it opens.
    ///   Nothing is checked.
    public init(vouchingFor html: String) {
        self.html = html
    }

    /// HTML that its type vouches for, such as a sanitizer's result.
    public init(_ trusted: some TrustedHTML) {
        html = trusted.html
    }
}
