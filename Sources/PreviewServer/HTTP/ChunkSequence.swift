import FlyingSocks

/// A body that is produced while it is sent.
struct ChunkSequence<State: Sendable>: AsyncBufferedSequence {
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
