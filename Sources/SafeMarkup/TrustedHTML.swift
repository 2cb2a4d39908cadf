/// HTML that may be put into a page unescaped. A conforming type vouches for each of its values.
///
/// Conform a type only if none of its values can hold unchecked markup from a stranger. Suitable types are a sanitizer's result, or the
/// result of a builder of elements. In an `Encodable` view such a value stays HTML. Any other encoder gets its text.
public protocol TrustedHTML: Sendable, Encodable {
    /// A complete piece of HTML: it closes everything that it opens.
    var html: String { get }
}

extension TrustedHTML {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(html)
    }
}
