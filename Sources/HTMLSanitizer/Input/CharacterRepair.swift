/// Makes any bytes into UTF-8 that holds text and nothing else.
enum CharacterRepair {
    /// Wrong sequences become U+FFFD (as the Encoding standard has it), line ends become LF; a leading byte order mark, control
    /// characters (but tab and LF) and the non-characters U+FFFE and U+FFFF go: libxml2 stops at the first that it does not like.
    static func repaired(_ input: UnsafeRawBufferPointer) -> [UInt8] {
        repaired(validated: Array(String(decoding: input, as: UTF8.self).utf8))
    }

    /// - Parameter input: well-formed UTF-8.
    static func repaired(validated input: [UInt8]) -> [UInt8] {
        var start = input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard start > 0 || input.contains(where: isSuspect) else { return input }
        var output: [UInt8] = []
        output.reserveCapacity(input.count)
        var index = start
        while index < input.count {
            guard isSuspect(input[index]), let length = unwantedLength(input, at: index) else {
                index += 1
                continue
            }
            output += input[start..<index]
            if input[index] == Byte.carriageReturn, index + 1 == input.count || input[index + 1] != Byte.lineFeed {
                output.append(Byte.lineFeed)
            }
            index += length
            start = index
        }
        output += input[start...]
        return output
    }

    /// Whether a byte may begin a character that must not stay.
    private static func isSuspect(_ byte: UInt8) -> Bool {
        byte < 0x20 ? byte != Byte.tab && byte != Byte.lineFeed : byte == 0x7F || byte == 0xC2 || byte == 0xEF
    }

    private static func unwantedLength(_ input: [UInt8], at index: Int) -> Int? {
        switch input[index] {
        case 0xC2: input[index + 1] < 0xA0 ? 2 : nil
        case 0xEF: input[index + 1] == 0xBF && input[index + 2] >= 0xBE ? 3 : nil
        default: 1
        }
    }
}
