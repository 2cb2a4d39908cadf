/// The reason why there is no complete answer. It never holds a header of the request, so it never holds the key.
public struct TransportError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// The host has no address, or refuses the connection.
        case unreachable
        /// The server could not prove its identity.
        case insecure
        /// The connection broke before the answer was complete.
        case interrupted
        case timedOut
        case tooLarge
        /// A redirect led to another origin, or there were too many.
        case redirect
        /// The address or a header cannot be sent, or the server does not speak HTTP.
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
