import Support

/// The attributes of one tag, by name.
struct Attributes {
    let bytes: ByteText
    let all: [MarkupTokenizer.Attribute]

    /// The value in its written form. If the name occurs twice, the first one counts.
    func value(_ name: MarkupName) -> Range<Int>? { all.first { $0.name == name }?.value }

    /// The value with its character references decoded.
    func decoded(_ name: MarkupName) -> [UInt8]? {
        guard let range = value(name) else { return nil }
        var decoded: [UInt8] = []
        CharacterReferences.decode(bytes, range, into: &decoded)
        return decoded
    }

    func text(_ name: MarkupName) -> String? { decoded(name).map { String(decoding: $0, as: UTF8.self) } }
}

/// Decodes the character references of an attribute's value or of XML text. Of the named ones it knows the five of XML, which addresses
/// use. Others stay unchanged.
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
        if start < limit, bytes[start] == UInt8(ascii: "#") {
            guard let number = NumericReference(bytes, from: start + 1, to: limit), let scalar = Unicode.Scalar(number.value) else {
                return nil
            }
            return (scalar, number.end)
        }
        for (name, scalar) in named {
            let end = start + name.utf8CodeUnitCount
            if end < limit, bytes[end] == UInt8(ascii: ";"), bytes.matches(name, at: start) { return (scalar, end + 1) }
        }
        return nil
    }
}
