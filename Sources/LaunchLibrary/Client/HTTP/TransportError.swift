/// Why there is no whole answer. It never holds a header of the request, so no key either.
public struct TransportError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// The host has no address, or refuses the connection.
        case unreachable
        /// The server could not prove its identity.
        case insecure
        /// The connection broke before the answer was whole.
        case interrupted
        case timedOut
        case tooLarge
        /// To another origin, or too many.
        case redirect
        /// The address or a header cannot be sent, or what answers does not speak HTTP.
        case notHTTP
        case cancelled
    }

    public let kind: Kind
    public let url: String
    public let what: String

    public init(_ kind: Kind, url: String, what: String) {
        self.kind = kind
        self.url = url
        self.what = what
    }

    /// Whether the same request may succeed a little later.
    public var isTransient: Bool { kind == .interrupted || kind == .timedOut }

    public var description: String { "\(url): \(what)" }
}
