import FlyingSocks
import Foundation

/// Sends a request unchanged and takes the answer unchanged. A client library would mend or hide some of what a test must see.
enum RawClient {
    /// - Parameters:
    ///   - origin: `http://127.0.0.1:8080`, with or without a path.
    ///   - head: the request line and the headers, one on each line. Host may be left out.
    ///   - isEnough: receives all data so far. Returning true ends the exchange. Without it, the answer is read until the server closes the
    ///     connection.
    static func exchange(
        _ origin: String, _ head: String, isEnough: @escaping @Sendable (String) throws -> Bool = { _ in false }
    ) async throws -> String {
        guard let url = URL(string: origin), let host = url.host, let port = url.port.flatMap({ UInt16(exactly: $0) }) else {
            throw URLError(.badURL)
        }
        return try await withCheckedThrowingContinuation { continuation in
            // The tasks of the server need the threads of the task pool.
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        try read(host, port, head.contains("\nHost:") ? "\(head)\n\n" : "\(head)\nHost: \(host):\(port)\n\n", isEnough)
                    })
            }
        }
    }

    private static func read(_ host: String, _ port: UInt16, _ request: String, _ isEnough: (String) throws -> Bool) throws -> String {
        let socket = try Socket(domain: AF_INET)
        defer { try? socket.close() }
        try socket.connect(to: .inet(ip4: host, port: port))
        let data = Data(request.replacing("\n", with: "\r\n").utf8)
        var sent = data.startIndex
        while sent < data.endIndex { sent = try socket.write(data, from: sent) }
        var answer: [UInt8] = []
        do {
            while true {
                answer += try socket.read(atMost: 65_536)
                if try isEnough(String(decoding: answer, as: UTF8.self)) { break }
            }
        } catch SocketError.disconnected {}
        return String(decoding: answer, as: UTF8.self).replacing("\r\n", with: "\n")
    }
}

/// One exchange. The request asks the server to close the connection.
func ask(_ origin: String, _ requestLine: String, _ headers: String...) async throws -> String {
    try await RawClient.exchange(origin, ([requestLine + " HTTP/1.1", "Connection: close"] + headers).joined(separator: "\n"))
}
