import FlyingSocks

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One connection of a client: it reads a request and answers it, again and again, until one of both closes it.
struct ServerConnection {
    private let socket: AsyncSocket
    private let handler: LocalServer.Handler
    /// What was read and belongs to the next request.
    private var rest: [UInt8] = []

    /// The sizes of a head and of a body up to which a request is read.
    private static let (maximumHead, maximumBody) = (1 << 16, 1 << 16)

    init(_ socket: AsyncSocket, _ handler: @escaping LocalServer.Handler) {
        self.socket = socket
        self.handler = handler
    }

    /// Returns when the connection is closed.
    mutating func serve() async {
        do {
            var isOpen = true
            while isOpen { isOpen = try await exchange() }
        } catch {
            // The client has gone, the server ends, or a body ended before it was whole. Closing says that to the client.
        }
        do { try socket.close() } catch {
            // There is nothing left to close.
        }
    }

    /// - Returns: whether another exchange may follow.
    private mutating func exchange() async throws -> Bool {
        guard let head = try await nextHead() else { return try await refuse(431, "The head of the request is too long.") }
        guard let request = ServerRequest(head: head) else { return try await refuse(400, "This is no request of HTTP/1.1.") }
        let isBodyRead = try await skipBody(of: request)
        let response: ServerResponse
        do { response = try await handler(request) } catch { response = .text(500, "The answer failed: \(error)") }
        try await send(response, to: request, closes: !isBodyRead)
        return isBodyRead && request.keepsConnection
    }

    private func refuse(_ status: Int, _ text: String) async throws -> Bool {
        try await send(.text(status, text), to: ServerRequest(target: "/"), closes: true)
        return false
    }

    /// The lines up to the next empty line. Nil when they are too long.
    private mutating func nextHead() async throws -> ArraySlice<UInt8>? {
        var searched = 0
        while true {
            // Empty lines before a request do not count (RFC 9112, section 2.2).
            let start = rest.firstIndex { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") } ?? rest.endIndex
            var place = max(start, searched)
            while let end = rest[place...].firstIndex(of: UInt8(ascii: "\n")) {
                let next = rest[(end + 1)...].first { $0 != UInt8(ascii: "\r") }
                if next == UInt8(ascii: "\n") {
                    guard end - start <= Self.maximumHead else { return nil }
                    let head = rest[start..<end]
                    let emptyLine = rest[(end + 1)...].firstIndex(of: UInt8(ascii: "\n")) ?? end
                    rest = Array(rest[(emptyLine + 1)...])
                    return head
                }
                // The end of this line is seen again with more bytes.
                if next == nil { break }
                place = end + 1
            }
            searched = place
            guard rest.count - start <= Self.maximumHead else { return nil }
            rest += try await socket.read(atMost: 4_096)
        }
    }

    /// - Returns: false when the body was left unread, because it is long or does not say how long it is.
    private mutating func skipBody(of request: ServerRequest) async throws -> Bool {
        guard let length = request.bodyLength, (0...Self.maximumBody).contains(length) else { return false }
        while rest.count < length { rest += try await socket.read(atMost: 4_096) }
        rest.removeFirst(length)
        return true
    }

    private func send(_ response: ServerResponse, to request: ServerRequest, closes: Bool) async throws {
        let head = response.head(closes: closes, isOld: request.isOld)
        let hasBody = request.method != "HEAD" && response.status != 304
        switch response.body {
        case .bytes(let bytes): try await socket.write(Data(hasBody ? head + bytes : head))
        case .stream(let length, let write):
            try await socket.write(Data(head))
            guard hasBody else { return }
            let isChunked = length == nil && !request.isOld
            try await write { [socket] bytes in
                // A chunk without bytes would be the end (RFC 9112, section 7.1).
                guard !bytes.isEmpty else { return }
                try await socket.write(Data(isChunked ? Self.chunk(bytes) : bytes))
            }
            if isChunked { try await socket.write(Data(Self.chunk([]))) }
        }
    }

    private static func chunk(_ bytes: [UInt8]) -> [UInt8] {
        Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8)
    }
}
