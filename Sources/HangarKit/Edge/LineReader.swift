/// Divides standard input into lines, each handed out as soon as it is there.
struct LineReader {
    private let readInput: @Sendable () throws(Failure) -> [UInt8]
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    init(_ edge: Edge) {
        readInput = edge.readInput
    }

    /// The next line without its line feed; nil at the end.
    mutating func next() throws(Failure) -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            if isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return Array(buffer[start...])
            }
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            let bytes = try readInput()
            if bytes.isEmpty { isAtEnd = true } else { buffer += bytes }
        }
    }
}
