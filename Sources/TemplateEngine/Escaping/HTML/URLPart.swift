/// How far the value of a URL attribute has got.
enum URLPart: UInt8, Sendable {
    /// Only the template's own text came yet, and no character that ends a scheme.
    case scheme
    /// Values came too, and still a scheme is possible.
    case open
    /// `&` came while a scheme was possible: it may begin the reference of a character that belongs to one.
    case schemeReference
    case openReference
    case path
    /// Behind `?` or `#`.
    case query
    /// Path or query, depending on the data.
    case mixed
    /// The template names a scheme behind which no value is safe.
    case foreignScheme

    /// The part that is true for both.
    func joined(_ other: URLPart) -> URLPart? {
        if self == other { return self }
        for part in [URLPart.schemeReference, .openReference] where self == part || other == part { return nil }
        for part in [URLPart.foreignScheme, .mixed] where self == part || other == part { return part }
        return self == .query || other == .query ? .mixed : .open
    }

    /// Schemes after which a template may go on with a value.
    static let schemes: Set<String> = ["http", "https", "mailto", "tel", "sms", "ftp"]
}
