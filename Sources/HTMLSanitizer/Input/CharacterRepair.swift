/// Turns any bytes into UTF-8 that holds only text.
enum CharacterRepair {
    /// Replaces wrong sequences by U+FFFD (following the Encoding standard) and line ends by LF. It removes a leading byte order mark,
    /// control characters (except tab and LF) and the non-characters U+FFFE and U+FFFF, because libxml2 stops at the first one that it
    /// rejects.
    static func repaired(_ input: UnsafeRawBufferPointer) -> [UInt8] {
        repaired(validated: Array(String(decoding: input, as: UTF8.self).utf8))
    }

    /// - Parameter input: well-formed UTF-8.
    static func repaired(validated input: [UInt8]) -> [UInt8] {
        input.withUnsafeBufferPointer { bytes in
            var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            var index = ByteScan.firstIndex(in: bytes, from: start, where: isSuspect)
            guard start > 0 || index < bytes.count else { return input }
            var output: [UInt8] = []
            output.reserveCapacity(bytes.count)
            while index < bytes.count {
                if let length = unwantedLength(bytes, at: index) {
                    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                    let isLineEnd = bytes[index] == Byte.carriageReturn && (index + 1 == bytes.count || bytes[index + 1] != Byte.lineFeed)
                    if isLineEnd { output.append(Byte.lineFeed) }
                    start = index + length
                    index = start
                } else {
                    index += 1
                }
                index = ByteScan.firstIndex(in: bytes, from: index, where: isSuspect)
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
            return output
        }
    }

    /// Whether a byte may begin a character that must be removed.
    @inline(__always)
    private static func isSuspect(_ bytes: ByteScan.Block, _ following: ByteScan.Block) -> ByteScan.Hits {
        let controls = bytes.below(0x20) & ~bytes.equal(to: Byte.tab) & ~bytes.equal(to: Byte.lineFeed)
        return controls | bytes.equal(to: 0x7F) | bytes.equal(to: 0xC2) | bytes.equal(to: 0xEF) & following.equal(to: 0xBF)
    }

    private static func unwantedLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        switch bytes[index] {
        case 0xC2: bytes[index + 1] < 0xA0 ? 2 : nil
        case 0xEF: bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE ? 3 : nil
        default: 1
        }
    }
}
