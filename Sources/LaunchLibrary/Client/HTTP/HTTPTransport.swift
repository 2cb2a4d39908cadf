/// Sends requests, as a value: a test answers them itself.
public struct HTTPTransport: Sendable {
    /// Answers with whatever status the server gave; throws when there is no whole answer.
    public var send: @Sendable (HTTPRequest) async throws(TransportError) -> HTTPResponse

    public init(send: @escaping @Sendable (HTTPRequest) async throws(TransportError) -> HTTPResponse) {
        self.send = send
    }
}

/// A GET request: nothing else is ever asked of the API.
public struct HTTPRequest: Sendable, Hashable {
    public var url: String
    public var headers: [HTTPHeader]
    /// Bytes of the body, decompressed, where fewer are to be taken than the transport would.
    public var bodyLimit: Int?
    /// The time for the whole exchange, where it is shorter than the transport's.
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
    /// Decompressed.
    public var body: [UInt8]
    /// The address that answered in the end, after redirects.
    public var url: String

    public init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = [], url: String) {
        self.status = status
        self.headers = headers
        self.body = body
        self.url = url
    }

    /// The value of the last header of this name, whatever its case.
    public func header(_ name: String) -> String? {
        headers.last { $0.name.lowercased() == name.lowercased() }?.value
    }
}
