/// HTML that may be printed as it is.
///
/// Only rendering a template makes one, and code of this package that vouches for what it passes, such as a sanitizer. That is why
/// `{{{name}}}` in an `.html.mustache` template takes this type and no other.
public struct SafeHTML: Sendable, Equatable {
    public var html: String { markup }
    private let markup: String

    package init(vouchedFor html: String) {
        markup = html
    }
}
