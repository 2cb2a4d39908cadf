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
