/// Sends requests. It is a value, so that a test can answer the requests itself.
public struct HTTPTransport: Sendable {
    /// Returns the server's answer with any status. It throws when there is no complete answer.
    public var send: @Sendable (HTTPRequest) async throws(TransportError) -> HTTPResponse

    public init(send: @escaping @Sendable (HTTPRequest) async throws(TransportError) -> HTTPResponse) {
        self.send = send
    }
}

/// A GET request. Hangar sends the API no other kind.
public struct HTTPRequest: Sendable, Hashable {
    public var url: String
    public var headers: [HTTPHeader]
    /// The maximum number of bytes of the decompressed body. It is set when it is lower than the transport's limit.
    public var bodyLimit: Int?
    /// The time for the whole exchange. It is set when it is shorter than the transport's limit.
    public var timeLimit: Duration?

    public init(url: String, headers: [HTTPHeader] = [], bodyLimit: Int? = nil, timeLimit: Duration? = nil) {
        self.url = url
        self.headers = headers
        self.bodyLimit = bodyLimit
        self.timeLimit = timeLimit
    }
}

public struct HTTPHeader: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

public struct HTTPResponse: Sendable, Hashable {
    public var status: Int
    public var headers: [HTTPHeader]
    /// The decompressed body.
    public var body: [UInt8]
    /// The final address after redirects.
    public var url: String

    public init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = [], url: String) {
        self.status = status
        self.headers = headers
        self.body = body
        self.url = url
    }

    /// The value of the last header of this name. Case does not count.
    public func header(_ name: String) -> String? {
        headers.last { $0.name.lowercased() == name.lowercased() }?.value
    }
}

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

/// The limits of a transfer. A transfer beyond them is aborted.
public struct TransportLimits: Sendable, Hashable {
    /// The maximum number of bytes of a body, counted as they arrive and after decompression.
    public var bodySize: Int
    public var connecting: Duration
    /// The maximum silence of a server, before its first byte and between two bytes, in whole seconds. A rate below ``slowestRate`` bytes a
    /// second counts as silence.
    public var silence: Duration
    public var slowestRate: Int
    public var total: Duration
    public var redirects: Int

    /// The limits for pages of the API: 32 MiB, 60 seconds of silence, 10 minutes in total.
    public static let standard = TransportLimits(
        bodySize: 32 << 20, connecting: .seconds(30), silence: .seconds(60), slowestRate: 64, total: .seconds(600), redirects: 5)

    public init(bodySize: Int, connecting: Duration, silence: Duration, slowestRate: Int, total: Duration, redirects: Int) {
        self.bodySize = bodySize
        self.connecting = connecting
        self.silence = silence
        self.slowestRate = slowestRate
        self.total = total
        self.redirects = redirects
    }

    /// The limits for one request. A request may lower the transport's limits but not raise them.
    func tightened(for request: HTTPRequest) -> TransportLimits {
        var limits = self
        limits.bodySize = min(bodySize, request.bodyLimit ?? bodySize)
        limits.total = min(total, request.timeLimit ?? total)
        return limits
    }
}
