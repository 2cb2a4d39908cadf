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
