/// HTML that may stand in a page as it is. A type that conforms vouches for each of its values.
///
/// Conform a type only if no value of it can hold markup that a stranger wrote and nobody checked: a sanitizer's result, or what a builder
/// of elements makes. In an `Encodable` view such a value stays HTML; any other encoder gets its text.
public protocol TrustedHTML: Sendable, Encodable {
    /// A piece of HTML that is whole in itself: all that it opens it closes.
    var html: String { get }
}

extension TrustedHTML {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(html)
    }
}
