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
