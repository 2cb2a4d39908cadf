#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Compares bytes that arrive in parts with the expected bytes. It stops at the first byte too many, so an endless stream is no problem.
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
