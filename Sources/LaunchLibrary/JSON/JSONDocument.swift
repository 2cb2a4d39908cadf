/// JSON text (RFC 8259) as a flat list of its values, in the order of the text.
///
/// A record is read once and straight into an entity, and what is wrong in it has to be told by line, column and path: so the values are kept as
/// ranges of the text and are turned into strings and numbers only when somebody asks. A reference, as each of its values holds it.
final class JSONDocument: Sendable {
    /// One value. The nodes of a container follow it directly; an object's are key, value, key, value.
    struct Node: Sendable {
        let kind: Kind
        /// The range of the text, without the quotes of a string.
        let start: UInt32
        var end: UInt32
        /// The node that follows this one and all it contains.
        var next: UInt32
    }

    enum Kind: UInt8, Sendable {
        case object, array, string, escapedString, number, `true`, `false`, null
    }

    let bytes: [UInt8]
    let nodes: [Node]

    /// - Parameter range: the part of `bytes` that is the document; without it, all.
    /// - Throws: ``JSONSyntaxError`` at the first byte that does not belong there.
    init(_ bytes: [UInt8], in range: Range<Int>? = nil) throws(JSONSyntaxError) {
        let range = range ?? bytes.indices
        guard bytes.count <= Int(Int32.max) else {
            throw JSONSyntaxError(offset: 0, what: "the text is larger than 2 GiB")
        }
        self.bytes = bytes
        nodes = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONSyntaxError) in
            var scanner = JSONScanner(buffer, range)
            return try scanner.scan()
        }
    }

    /// For answers that are asked in passing, where JSON that cannot be read is as good as none.
    convenience init?(ifReadable bytes: [UInt8]) {
        do { try self.init(bytes) } catch { return nil }
    }

    var root: JSONValue { JSONValue(document: self, index: 0) }
}

/// The place at which a text stops being JSON.
struct JSONSyntaxError: Error, Equatable {
    /// In bytes from the start of the text.
    let offset: Int
    let what: String
}

/// A place in a text as editors count: lines and characters from 1.
struct TextPosition: Equatable, CustomStringConvertible {
    let line: Int
    let column: Int

    init(of offset: Int, in bytes: [UInt8]) {
        let before = bytes[..<min(offset, bytes.count)]
        line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        column = 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 }
    }

    var description: String { "\(line):\(column)" }
}
