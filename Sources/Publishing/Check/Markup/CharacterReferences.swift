import Support

/// Turns the character references of an attribute's value or of XML text into what they stand for. Of the named ones it knows the five
/// of XML, with which addresses are written; others stay as they are.
enum CharacterReferences {
    static func decode(_ bytes: ByteText, _ range: Range<Int>, into output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        var start = range.lowerBound
        var index = start
        while let sign = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
            guard let (scalar, end) = reference(bytes, sign + 1, range.upperBound) else {
                index = sign + 1
                continue
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<sign]))
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            start = end
            index = end
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<range.upperBound]))
    }

    private static let named: [(name: StaticString, scalar: Unicode.Scalar)] = [
        ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
    ]

    private static func reference(_ bytes: ByteText, _ start: Int, _ limit: Int) -> (Unicode.Scalar, end: Int)? {
        if start < limit, bytes[start] == UInt8(ascii: "#") { return numeric(bytes, start + 1, limit) }
        for (name, scalar) in named {
            let end = start + name.utf8CodeUnitCount
            if end < limit, bytes[end] == UInt8(ascii: ";"), bytes.matches(name, at: start) { return (scalar, end + 1) }
        }
        return nil
    }

    private static func numeric(_ bytes: ByteText, _ start: Int, _ limit: Int) -> (Unicode.Scalar, end: Int)? {
        guard start < limit else { return nil }
        let isHexadecimal = bytes[start].lowercased == UInt8(ascii: "x")
        var index = isHexadecimal ? start + 1 : start
        let firstDigit = index
        var value: UInt32 = 0
        while index < limit, let digit = bytes[index].hexadecimal, isHexadecimal || digit < 10 {
            value = min(value * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x11_0000)
            index += 1
        }
        guard index > firstDigit, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, index < limit && bytes[index] == UInt8(ascii: ";") ? index + 1 : index)
    }
}
