import FlyingSocks
import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An HTTP server that runs as long as the body of ``run(_:)``. It is made for one machine and few clients: it speaks HTTP/1.1 and reads
/// no bodies.
package struct LocalServer {
    /// Answers a request. After an error the answer is a failure, 500.
    package typealias Handler = @Sendable (ServerRequest) async throws -> ServerResponse

    private let host: String
    private let port: UInt16
    private let handler: Handler

    /// - Parameter port: the port; 0 for any free port.
    package init(host: String, port: UInt16, handler: @escaping Handler) {
        self.host = host
        self.port = port
        self.handler = handler
    }

    /// Listens while the body runs.
    ///
    /// - Parameter body: the function that receives the origin of the server: `http://127.0.0.1:8080`.
    /// - Throws: ``PreviewServerError`` when it cannot listen, or any error that the body throws.
    package func run<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        let listener = try listen()
        let pool = SocketPool.make()
        let (socket, origin): (AsyncSocket, String)
        do {
            try await pool.prepare()
            (socket, origin) = (try AsyncSocket(socket: listener, pool: pool), try Self.origin(of: listener))
        } catch {
            close(listener)
            throw PreviewServerError.cannotListen(host: host, port: port, error)
        }
        let running = Task(executorPreference: OwnThread("server")) { [handler] in await Self.serve(socket, pool, handler) }
        do {
            try Task.checkCancellation()
            let result = try await body(origin)
            await stop(listener, running)
            return result
        } catch {
            await stop(listener, running)
            throw error
        }
    }

    private func listen() throws(PreviewServerError) -> Socket {
        let address = try address()
        var opened: Socket?
        do {
            let socket = try Socket(domain: Int32(address.family))
            opened = socket
            try socket.setValue(true, for: .localAddressReuse)
            #if canImport(Darwin)
                try socket.setValue(true, for: .noSIGPIPE)
            #endif
            try Self.bind(socket, to: address)
            try socket.listen()
            return socket
        } catch {
            if let opened { close(opened) }
            throw .cannotListen(host: host, port: port, error)
        }
    }

    private static func bind(_ socket: Socket, to address: some SocketAddress) throws { try socket.bind(to: address) }

    /// Accepts connections until the task is cancelled.
    private static func serve(_ listener: AsyncSocket, _ pool: some AsyncSocketPool, _ handler: @escaping Handler) async {
        await withDiscardingTaskGroup { group in
            group.addTask {
                // It tells when a socket can be read or written, and ends with the task.
                do { try await pool.run() } catch {}
            }
            while !Task.isCancelled {
                do {
                    let socket = try await listener.accept()
                    group.addTask {
                        var connection = ServerConnection(socket, handler)
                        await connection.serve()
                    }
                } catch {
                    // Such as too many open files, which pass. When the task is cancelled, the pause ends at once.
                    do { try await Task.sleep(for: .milliseconds(50)) } catch { break }
                }
            }
        }
    }

    private func stop(_ listener: Socket, _ running: Task<Void, Never>) async {
        running.cancel()
        await running.value
        close(listener)
    }

    private func close(_ socket: Socket) {
        do { try socket.close() } catch {
            // There is nothing left to close.
        }
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

    private static func origin(of listener: Socket) throws -> String {
        switch try listener.sockname() {
        case .ip4(let address, let port): return "http://\(address):\(port)"
        case .ip6(let address, let port): return "http://[\(address)]:\(port)"
        case .unix: throw SocketError.unsupportedAddress
        }
    }
}
