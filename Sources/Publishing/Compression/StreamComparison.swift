#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Compares bytes that come in parts with those that are expected. An endless stream is so left at its first byte too many.
struct StreamComparison {
    private let expected: UnsafeRawBufferPointer
    private var offset = 0

    init(_ expected: UnsafeRawBufferPointer) { self.expected = expected }

    var isAtEnd: Bool { offset == expected.count }

    mutating func continues(with part: UnsafeRawBufferPointer) -> Bool {
        guard part.count <= expected.count - offset else { return false }
        defer { offset += part.count }
        guard let left = expected.baseAddress, let right = part.baseAddress else { return true }
        return memcmp(left + offset, right, part.count) == 0
    }
}
