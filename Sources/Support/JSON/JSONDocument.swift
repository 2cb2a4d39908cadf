/// JSON text (RFC 8259) as a flat list of its values, in the order of the text.
///
/// The values are kept as ranges of the text. They become strings and numbers only on access, and the place of each is known. It is a class
/// because each of its values refers to it.
public final class JSONDocument: Sendable {
    /// One value. The nodes of a container follow it directly. Those of an object are key, value, key, value.
    public struct Node: Sendable {
        @usableFromInline package let kind: Kind
        /// The start of its range in the text, without the quotes of a string.
        @usableFromInline package let start: UInt32
        @usableFromInline package internal(set) var end: UInt32
        /// The index of the node after this one and all its contents.
        package internal(set) var next: UInt32
    }

    public enum Kind: UInt8, Sendable {
        case object, array, string, escapedString, number, `true`, `false`, null
    }

    package let bytes: [UInt8]
    @usableFromInline package let nodes: [Node]

    /// - Parameter range: the part of `bytes` that is the document. Nil means all of them.
    /// - Throws: ``InvalidJSON`` at the first byte that is not allowed.
    package init(_ bytes: [UInt8], in range: Range<Int>? = nil) throws(InvalidJSON) {
        var range = range ?? bytes.indices
        // RFC 8259, 8.1: a parser may pass over a byte order mark.
        if range.lowerBound == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { range = 3..<max(3, range.upperBound) }
        guard bytes.count <= Int(Int32.max) else {
            throw InvalidJSON(reason: .size, offset: 0, start: 0, what: "the text is larger than 2 GiB")
        }
        self.bytes = bytes
        nodes = try bytes.withUnsafeBufferPointer { (buffer) throws(InvalidJSON) in
            var scanner = JSONScanner(buffer, range)
            return try scanner.scan()
        }
    }

    /// Nil when the text is not JSON. Use it to treat such a text like a missing one.
    package convenience init?(ifReadable bytes: [UInt8]) {
        do { try self.init(bytes) } catch { return nil }
    }

    package var root: JSONValue { JSONValue(document: self, index: 0) }
}

/// One value of a document.
public struct JSONValue: Sendable {
    @usableFromInline package let document: JSONDocument
    @usableFromInline package let index: Int

    @inlinable
    package init(document: JSONDocument, index: Int) {
        self.document = document
        self.index = index
    }

    @inlinable var node: JSONDocument.Node { document.nodes[index] }

    @inlinable package var kind: JSONDocument.Kind { node.kind }
    @inlinable package var isNull: Bool { kind == .null }

    /// Whether the value is a text without a character.
    @inlinable package var isEmptyText: Bool { kind == .string && node.start == node.end }

    /// The offset of the value, in bytes from the start of the text.
    @inlinable package var offset: Int { Int(node.start) }

    /// The text of the value, without the quotes of a string.
    package var text: ArraySlice<UInt8> { document.bytes[Int(node.start)..<Int(node.end)] }

    /// Nil for anything but a string. Surrogates without a partner become U+FFFD.
    package var string: String? {
        switch kind {
        case .string: String(decoding: text, as: UTF8.self)
        case .escapedString: Self.unescape(text)
        default: nil
        }
    }

    /// Nil for anything but a number. Also nil for a number that has a fraction or an exponent, or is too large.
    package var int: Int? {
        guard kind == .number else { return nil }
        var digits = text
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits.removeFirst() }
        var value = 0
        for byte in digits {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowedAgain) = product.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
            if overflowed || overflowedAgain { return nil }
            value = sum
        }
        return isNegative ? -value : value
    }

    /// Nil for anything but a number. Also nil for a number without a finite value.
    package var double: Double? {
        guard kind == .number, let double = Double(String(decoding: text, as: UTF8.self)), double.isFinite else { return nil }
        return double
    }

    /// Nil for anything but true and false.
    @inlinable package var bool: Bool? {
        switch kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// The values of a list. Nil for anything else.
    package var elements: [JSONValue]? {
        guard kind == .array else { return nil }
        var elements: [JSONValue] = []
        var child = index + 1
        while child < Int(node.next) {
            elements.append(JSONValue(document: document, index: child))
            child = Int(document.nodes[child].next)
        }
        return elements
    }

    /// The value of an object's member. Nil when there is none. When a key is repeated, the first one counts.
    package subscript(key: StaticString) -> JSONValue? {
        guard kind == .object else { return nil }
        let name = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
        let found = document.nodes.withUnsafeBufferPointer { nodes in
            document.bytes.withUnsafeBufferPointer { bytes -> Int? in
                let end = Int(nodes[index].next)
                var child = index + 1
                while child < end {
                    let (start, keyEnd) = (Int(nodes[child].start), Int(nodes[child].end))
                    if keyEnd - start == name.count, bytes[start..<keyEnd].elementsEqual(name) { return child + 1 }
                    child = Int(nodes[child + 1].next)
                }
                return nil
            }
        }
        return found.map { JSONValue(document: document, index: $0) }
    }

    /// The members of an object in the order of the text. Nil for anything else.
    package var members: [(key: String, value: JSONValue)]? {
        guard kind == .object else { return nil }
        var members: [(key: String, value: JSONValue)] = []
        var child = index + 1
        while child < Int(node.next) {
            members.append((JSONValue(document: document, index: child).string ?? "", JSONValue(document: document, index: child + 1)))
            child = Int(document.nodes[child + 1].next)
        }
        return members
    }

    /// The keys of an object in the order of the text.
    package var keys: [String] { members?.map(\.key) ?? [] }

    private static func unescape(_ text: ArraySlice<UInt8>) -> String {
        var units: [UInt8] = []
        units.reserveCapacity(text.count)
        var rest = text
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let letter = rest.popFirst() else {
                units.append(byte)
                continue
            }
            switch letter {
            case UInt8(ascii: "b"): units.append(0x08)
            case UInt8(ascii: "f"): units.append(0x0C)
            case UInt8(ascii: "n"): units.append(0x0A)
            case UInt8(ascii: "r"): units.append(0x0D)
            case UInt8(ascii: "t"): units.append(0x09)
            case UInt8(ascii: "u"): units.append(contentsOf: Self.takeScalar(from: &rest))
            default: units.append(letter)
            }
        }
        return String(decoding: units, as: UTF8.self)
    }

    /// Reads the digits after `\u`. If they are the upper half of a surrogate pair, it also reads those of a second `\u`.
    private static func takeScalar(from rest: inout ArraySlice<UInt8>) -> [UInt8] {
        let first = UInt32(takeUnit(from: &rest))
        var scalar = Unicode.Scalar(first)
        if (0xD800..<0xDC00).contains(first), rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
            var ahead = rest.dropFirst(2)
            let second = UInt32(takeUnit(from: &ahead))
            if (0xDC00..<0xE000).contains(second) {
                scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
                rest = ahead
            }
        }
        return Array(String(scalar.map(Character.init) ?? "\u{FFFD}").utf8)
    }

    private static func takeUnit(from rest: inout ArraySlice<UInt8>) -> UInt16 {
        let digits = rest.prefix(4)
        rest = rest.dropFirst(4)
        return digits.reduce(0) { $0 << 4 | UInt16($1.hexDigitValue ?? 0) }
    }
}

extension JSONValue {
    /// The value in the few words that fit into a message: `"Soyuz"`, `12.5`, `null`, `an object`, `a list`.
    package var found: String {
        switch kind {
        case .object: "an object"
        case .array: "a list"
        case .string, .escapedString: "\"\(Self.cut(string ?? ""))\""
        case .number, .true, .false, .null: Self.cut(String(decoding: text, as: UTF8.self))
        }
    }

    /// The path from this value to one inside it: `spacecraft_config › family[0] › id`. Empty for the value itself.
    package func path(to target: JSONValue) -> String {
        var path = ""
        var current = index
        while current < target.index {
            var child = current + 1
            var position = 0
            let isObject = document.nodes[current].kind == .object
            while true {
                let value = isObject ? child + 1 : child
                let next = Int(document.nodes[value].next)
                if target.index < next {
                    if isObject {
                        path += (path.isEmpty ? "" : " › ") + (JSONValue(document: document, index: child).string ?? "")
                    } else {
                        path += "[\(position)]"
                    }
                    current = value
                    break
                }
                child = next
                position += 1
            }
        }
        return path
    }

    /// Cuts a text for a message. Control characters would break its line, and a long text would hide the rest.
    private static func cut(_ text: String) -> String {
        let limit = 40
        let line = String(text.prefix(limit + 1).map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? " " : $0 })
        return line.count > limit ? line.prefix(limit - 1) + "…" : line
    }
}
