/// An answer to a ``ServerRequest``.
package struct ServerResponse: Sendable {
    package var status: Int
    package var headers: [String: String] = [:]
    package var body = Body.bytes([])

    package enum Body: Sendable {
        /// A body that is complete before it is sent.
        case bytes([UInt8])
        /// A body that is made while it is sent. An error closes the connection.
        case stream(length: Int? = nil, _ write: @Sendable (_ send: Send) async throws -> Void)
    }

    /// Sends the next bytes of a body.
    package typealias Send = @Sendable ([UInt8]) async throws -> Void

    package init(status: Int, headers: [String: String] = [:], body: Body = .bytes([])) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    init(status: Int, headers: [String: String] = [:], body: [UInt8]) {
        self.init(status: status, headers: headers, body: .bytes(body))
    }

    /// The status line and the headers in the order of their names, with the empty line after them.
    ///
    /// - Parameter closes: whether the server closes the connection though the client did not ask for it.
    func head(closes: Bool, isOld: Bool) -> [UInt8] {
        var fields = headers
        switch body {
        // The length is the same for HEAD and 304, which have no body (RFC 9110, section 8.6).
        case .bytes(let bytes): fields["Content-Length"] = String(bytes.count)
        case .stream(let length?, _): fields["Content-Length"] = String(length)
        case .stream(nil, _): fields["Transfer-Encoding"] = isOld ? nil : "chunked"
        }
        if closes { fields["Connection"] = "close" }
        let lines = fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
        return Array("HTTP/1.1 \(status) \(Self.phrases[status] ?? "Status \(status)")\r\n\(lines)\r\n".utf8)
    }

    private static let phrases = [
        200: "OK", 301: "Moved Permanently", 302: "Found", 304: "Not Modified", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden",
        404: "Not Found", 405: "Method Not Allowed", 429: "Too Many Requests", 431: "Request Header Fields Too Large",
        500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
    ]
}

extension ServerResponse {
    static func text(_ status: Int, _ text: String, headers: [String: String] = [:]) -> ServerResponse {
        ServerResponse(
            status: status, headers: headers.merging(["Content-Type": "text/plain; charset=utf-8"]) { $1 }, body: Array("\(text)\n".utf8))
    }

    static func redirect(_ status: Int, to location: String) -> ServerResponse {
        ServerResponse(status: status, headers: ["Location": location])
    }
}
