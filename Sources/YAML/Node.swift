/// A part of a YAML document, with its place. Scalars are texts: what type a plain one has is for the reader to say.
public struct Node: Sendable {
    public let content: Content
    /// Nil for a node that does not come from a text.
    public let mark: Mark?

    public enum Content: Sendable {
        /// - Parameter isPlain: whether the text stands without quotes, and so may mean something else than a text.
        case scalar(String, isPlain: Bool)
        case sequence([Node])
        case mapping([(key: Node, value: Node)])
    }

    public init(_ content: Content, mark: Mark? = nil) {
        self.content = content
        self.mark = mark
    }

    /// The text of a scalar.
    public var scalar: String? {
        guard case .scalar(let text, _) = content else { return nil }
        return text
    }

    public var sequence: [Node]? {
        guard case .sequence(let nodes) = content else { return nil }
        return nodes
    }

    /// The keys and values in the order of the text.
    public var mapping: [(key: Node, value: Node)]? {
        guard case .mapping(let pairs) = content else { return nil }
        return pairs
    }

    /// Whether it is null in YAML's core schema (YAML 1.2.2, section 10.3.2).
    public var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }
}

/// A place in a text. Lines and columns count from 1; a column is a Unicode scalar.
public struct Mark: Sendable, Hashable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
