import FlyingFox
import FlyingSocks

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An HTTP server that runs as long as the body of ``run(_:)``.
package struct LocalServer {
    private let host: String
    private let port: UInt16
    private let handlerTimeout: Double
    private let handler: @Sendable (HTTPRequest) async throws -> HTTPResponse

    /// - Parameters:
    ///   - port: the port; 0 for any free port.
    ///   - handlerTimeout: the seconds that the handler may take. After that the answer is a failure.
    package init(
        host: String, port: UInt16, handlerTimeout: Double = 15, handler: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse
    ) {
        self.host = host
        self.port = port
        self.handlerTimeout = handlerTimeout
        self.handler = handler
    }

    /// Listens while the body runs.
    ///
    /// - Parameter body: the function that receives the origin of the server: `http://127.0.0.1:8080`.
    /// - Throws: ``PreviewServerError`` when it cannot listen, or any error that the body throws.
    package func run<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        let server = HTTPServer(
            config: .init(address: try address(), timeout: handlerTimeout, logger: .disabled), handler: ClosureHTTPHandler(handler))
        let (starts, tell) = AsyncStream.makeStream(of: (any Error)?.self)
        let running = Task {
            do { try await server.run() } catch { tell.yield(error) }
        }
        let waiting = Task {
            try await server.waitUntilListening(timeout: 3_600)
            tell.yield(nil)
        }
        defer { waiting.cancel() }
        for await failure in starts {
            if let failure { throw PreviewServerError.cannotListen(host: host, port: port, failure) }
            break
        }
        do {
            try Task.checkCancellation()
            let result = try await body(try await origin(of: server))
            await stop(server, running)
            return result
        } catch {
            await stop(server, running)
            throw error
        }
    }

    private func stop(_ server: HTTPServer, _ running: Task<Void, Never>) async {
        await server.stop()
        running.cancel()
        await running.value
    }

    private func address() throws(PreviewServerError) -> any SocketAddress {
        let host = host == "localhost" ? "127.0.0.1" : host
        do {
            if host.contains(":") { return try sockaddr_in6.inet6(ip6: host, port: port) }
            return try sockaddr_in.inet(ip4: host, port: port)
        } catch {
            throw .notAnAddress(self.host)
        }
    }

    private func origin(of server: HTTPServer) async throws -> String {
        switch await server.listeningAddress {
        case .ip4(let address, let port)?: return "http://\(address):\(port)"
        case .ip6(let address, let port)?: return "http://[\(address)]:\(port)"
        case .unix?, nil: throw CancellationError()
        }
    }
}
