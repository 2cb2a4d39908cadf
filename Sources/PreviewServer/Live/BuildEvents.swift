import FlyingFox
import FlyingSocks

/// The stream of events about the builds of a site (Server-Sent Events: HTML Standard, section 9.2). It sends one event at once and one
/// after each build.
struct BuildEvents: Sendable {
    /// A text that differs after each build.
    let stamp: @Sendable () -> String
    /// The time between two checks.
    var interval = Duration.seconds(1)

    /// The number of checks without news after which a comment is sent. The comment shows whether the connection is closed.
    var looksBetweenComments = 15

    private struct State: Sendable {
        var sent: String?
        var looks = 0
    }

    func response() -> HTTPResponse {
        let body = ChunkSequence(state: State()) { [self] state in try await next(&state) }
        let headers: HTTPHeaders = [.contentType: "text/event-stream", .cacheControl: "no-store"]
        return HTTPResponse(statusCode: .ok, headers: headers, body: HTTPBodySequence(from: body))
    }

    private func next(_ state: inout State) async throws -> [UInt8] {
        while true {
            let now = stamp()
            if now != state.sent {
                state = State(sent: now)
                return Array("data: \(now)\n\n".utf8)
            }
            state.looks += 1
            if state.looks.isMultiple(of: looksBetweenComments) { return Array(": no news\n\n".utf8) }
            try await Task.sleep(for: interval)
        }
    }
}

/// A body that is produced while it is sent.
private struct ChunkSequence<State: Sendable>: AsyncBufferedSequence {
    typealias Element = UInt8

    let state: State
    /// The next bytes. It is nil at the end. An error closes the connection.
    let nextChunk: @Sendable (inout State) async throws -> [UInt8]?

    func makeAsyncIterator() -> Iterator {
        Iterator(state: state, nextChunk: nextChunk)
    }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var state: State
        let nextChunk: @Sendable (inout State) async throws -> [UInt8]?
        private var rest: ArraySlice<UInt8> = []

        init(state: State, nextChunk: @escaping @Sendable (inout State) async throws -> [UInt8]?) {
            self.state = state
            self.nextChunk = nextChunk
        }

        mutating func next() async throws -> UInt8? {
            try await nextBuffer(suggested: 1)?.first
        }

        mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
            while rest.isEmpty {
                guard let chunk = try await nextChunk(&state) else { return nil }
                rest = chunk[...]
            }
            defer { rest = rest.dropFirst(Swift.max(count, 1)) }
            return rest.prefix(Swift.max(count, 1))
        }
    }
}
