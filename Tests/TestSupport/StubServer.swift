import FlyingFox
import PreviewServer

/// An HTTP server on a free port of 127.0.0.1.
enum StubServer {
    /// - Parameter body: receives the origin, `http://127.0.0.1:8080`. The server stops when it returns.
    static func run<Result>(
        answering handler: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse, _ body: (String) async throws -> Result
    ) async throws -> Result {
        // A fault may make a client wait longer than a server usually takes.
        try await LocalServer(host: "127.0.0.1", port: 0, handlerTimeout: 86_400, handler: handler).run(body)
    }
}
