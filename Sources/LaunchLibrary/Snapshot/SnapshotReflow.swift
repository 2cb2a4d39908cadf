import Support

/// A snapshot that another program has laid out anew, such as `jq`, on the lines on which Hangar reads it.
enum SnapshotReflow {
    /// Nil for what is no JSON, or no snapshot.
    static func lines(of bytes: [UInt8]) -> [UInt8]? {
        let compact = withoutSpace(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...])
        guard let document = JSONDocument(ifReadable: compact), let members = document.root.members,
            members.contains(where: { $0.key == "format_version" && $0.value.kind != .object })
        else { return nil }
        var text: [UInt8] = Array("{".utf8)
        // A section is an object. All else stands before the first of them.
        let sections = members.filter { $0.value.kind == .object }
        for (index, member) in (members.filter { $0.value.kind != .object } + sections).enumerated() {
            text += (index == 0 ? "\n" : ",\n").utf8
            append(member, to: &text)
        }
        return text + "\n}\n".utf8
    }

    private static func append(_ member: (key: String, value: JSONValue), to text: inout [UInt8]) {
        text += source(ofKeyOf: member.value) + ":".utf8
        guard member.value.kind == .object else { return text += source(of: member.value) }
        text += "{".utf8
        let entities = (member.value.members ?? []).enumerated().map {
            (place: $0.offset, id: Int($0.element.key) ?? .max, entity: $0.element)
        }
        for (index, entity) in entities.sorted(by: { ($0.id, $0.place) < ($1.id, $1.place) }).map(\.entity).enumerated() {
            text += (index == 0 ? "\n" : ",\n").utf8
            text += source(ofKeyOf: entity.value) + ":".utf8
            text += source(of: entity.value)
        }
        text += "\n}".utf8
    }

    /// The value as it is written, with the quotes of a string.
    private static func source(of value: JSONValue) -> ArraySlice<UInt8> {
        let isString = value.kind == .string || value.kind == .escapedString
        return value.document.bytes[(value.text.startIndex - (isString ? 1 : 0))..<(value.text.endIndex + (isString ? 1 : 0))]
    }

    /// The key of a member's value as it is written: without its escapes it could end its line.
    private static func source(ofKeyOf value: JSONValue) -> ArraySlice<UInt8> {
        source(of: JSONValue(document: value.document, index: value.index - 1))
    }

    /// The same JSON without the space between its parts.
    private static func withoutSpace(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var compact: [UInt8] = []
        compact.reserveCapacity(bytes.count)
        var (isInString, isEscaped) = (false, false)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\"") where !isEscaped: isInString.toggle()
            case 0x20, 0x09, 0x0A, 0x0D: if !isInString { continue }
            default: break
            }
            isEscaped = isInString && !isEscaped && byte == UInt8(ascii: "\\")
            compact.append(byte)
        }
        return compact
    }
}
