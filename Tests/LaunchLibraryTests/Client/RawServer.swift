import FlyingSocks
import Foundation
import LaunchLibrary
import Synchronization
import Testing

/// A server on 127.0.0.1 that answers connections byte by byte, for faults that no HTTP server would produce.
final class RawServer: Sendable {
    private let listener: Socket
    private let isStopped = Atomic(false)
    let connections = Counter()
    let port: UInt16

    /// - Parameter answer: runs on its own thread for each connection, which is closed when it returns.
    init(answer: @escaping @Sendable (RawConnection) throws -> Void) throws {
        listener = try Socket(domain: AF_INET)
        try listener.setValue(true, for: .localAddressReuse)
        try listener.bind(to: .inet(ip4: "127.0.0.1", port: 0))
        try listener.listen()
        guard case .ip4(_, let port) = try listener.sockname() else { throw SocketError.unsupportedAddress }
        self.port = port
        Thread.detachNewThread { [self] in
            while let accepted = try? listener.accept(), !isStopped.load(ordering: .acquiring) {
                connections.increment()
                let connection = RawConnection(Socket(file: accepted.file))
                Thread.detachNewThread {
                    // These tests are about clients that disconnect in the middle.
                    try? answer(connection)
                    connection.close()
                }
            }
            try? listener.close()
        }
    }

    var root: String { "http://127.0.0.1:\(port)/2.3.0/" }

    /// Wakes the listening thread, which then ends.
    func stop() throws {
        isStopped.store(true, ordering: .releasing)
        let caller = try Socket(domain: AF_INET)
        try caller.connect(to: .inet(ip4: "127.0.0.1", port: port))
        try caller.close()
    }
}

final class Counter: Sendable {
    private let value = Atomic(0)
    var count: Int { value.load(ordering: .sequentiallyConsistent) }
    func increment() { value.add(1, ordering: .sequentiallyConsistent) }
}

struct RawConnection: Sendable {
    private let socket: Socket
    private let isClosed = Flag()

    init(_ socket: Socket) {
        self.socket = socket
    }

    /// Reads a request up to the empty line at its end.
    @discardableResult
    func readRequest() throws -> String {
        var bytes: [UInt8] = []
        while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) { bytes += try socket.read(atMost: 1) }
        return String(decoding: bytes, as: UTF8.self)
    }

    func write(_ text: String) throws { try write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) throws {
        let data = Data(bytes)
        var sent = data.startIndex
        while sent < data.endIndex { sent = try socket.write(data, from: sent) }
    }

    /// Returns when the client has closed the connection.
    func waitForClient() {
        while (try? socket.read(atMost: 1)) != nil {}
    }

    /// Ends the connection with RST.
    func reset() throws {
        try socket.setValue(0, for: LingerOption())
        close()
    }

    func close() {
        if isClosed.set() { try? socket.close() }
    }
}

private final class Flag: Sendable {
    private let value = Atomic(false)
    /// - Returns: whether it was not set before.
    func set() -> Bool { !value.exchange(true, ordering: .sequentiallyConsistent) }
}

private struct LingerOption: SocketOption {
    var level: Int32 { SOL_SOCKET }
    var name: Int32 { SO_LINGER }
    func makeValue(from linger: linger) -> Int32 { linger.l_linger }
    func makeSocketValue(from seconds: Int32) -> linger { linger(l_onoff: 1, l_linger: seconds) }
}

/// Runs the body with a server, and stops it.
func withServer<Result>(
    answer: @escaping @Sendable (RawConnection) throws -> Void, _ body: (RawServer) async throws -> Result
) async throws -> Result {
    let server = try RawServer(answer: answer)
    do {
        let result = try await body(server)
        try server.stop()
        return result
    } catch {
        try server.stop()
        throw error
    }
}

func response(_ body: String, headers: String = "") -> String {
    "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
}

/// A busy machine may let a server wait for many seconds. The tests of one of these limits set it to less.
let testLimits = TransportLimits(
    bodySize: 64 << 10, connecting: .seconds(120), silence: .seconds(120), slowestRate: 64, total: .seconds(300), redirects: 3)

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
