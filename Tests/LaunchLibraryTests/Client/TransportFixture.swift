import LaunchLibrary
import Testing

func response(_ body: String, headers: String = "") -> String {
    "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
}

let testLimits = TransportLimits(
    bodySize: 64 << 10, connecting: .seconds(5), silence: .seconds(1), slowestRate: 64, total: .seconds(20), redirects: 3)

let testTransport = HTTPTransport.curl(testLimits, userAgent: "Hangar/test (+https://example.org)")

/// The error of a request to a server with this answer.
func failure(
    _ limits: TransportLimits = testLimits, answer: @escaping @Sendable (RawConnection) throws -> Void
) async throws -> TransportError? {
    try await withServer(answer: answer) { server in
        let error = await #expect(throws: TransportError.self) {
            try await HTTPTransport.curl(limits, userAgent: "Hangar/test").send(HTTPRequest(url: server.root))
        }
        #expect(error?.url.hasPrefix(server.root) == true)
        return error
    }
}
