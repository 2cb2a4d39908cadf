/// Divides standard input into lines. It returns each line as soon as it is complete.
struct LineReader {
    enum Line: Equatable {
        /// A line without its line feed.
        case whole([UInt8])
        /// A line longer than the limit. Its content is discarded.
        case tooLong(bytes: Int)
    }

    private let readInput: @Sendable () throws(Failure) -> [UInt8]
    private let limit: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// - Parameter limit: the maximum number of bytes of a kept line. A longer line does not fill the memory.
    init(_ environment: CommandEnvironment, limit: Int) {
        readInput = environment.readInput
        self.limit = limit
    }

    /// The next line. It is nil at the end.
    mutating func next() throws(Failure) -> Line? {
        var dropped = 0
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return line(start..<end, dropped: dropped)
            }
            if isAtEnd {
                guard start < buffer.count || dropped > 0 else { return nil }
                defer { start = buffer.count }
                return line(start..<buffer.count, dropped: dropped)
            }
            buffer.removeFirst(start)
            start = 0
            if buffer.count > limit {
                dropped += buffer.count
                buffer.removeAll(keepingCapacity: true)
            }
            searched = buffer.count
            let bytes = try readInput()
            if bytes.isEmpty { isAtEnd = true } else { buffer += bytes }
        }
    }

    private func line(_ range: Range<Int>, dropped: Int) -> Line {
        let bytes = dropped + range.count
        return bytes > limit ? .tooLong(bytes: bytes) : .whole(Array(buffer[range]))
    }
}
