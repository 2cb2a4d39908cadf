import CLibYAML

/// Why a text is no YAML that can be used.
public enum YAMLError: Error, Sendable, Hashable {
    /// - Parameter problem: libyaml's own words.
    case syntax(problem: String, Mark)
    /// The same key stands twice in one mapping (YAML 1.2.2, section 3.2.1.1).
    case duplicateKey(String, first: Mark, second: Mark)
    /// Something that no YAML can have, such as a control character. It has no place.
    case unreadable(problem: String)
}

extension Node {
    /// Reads a text of one document by libyaml. Each text that libyaml refuses is refused, and so are two documents, an alias before its
    /// anchor, and a key that stands twice in one mapping.
    ///
    /// - Returns: nil for a text without a document, such as one of comments alone.
    public static func document(_ text: String) throws(YAMLError) -> Node? {
        var text = text
        let result: Result<Node?, YAMLError> = text.withUTF8 { bytes in
            let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
            defer { parser.deallocate() }
            guard yaml_parser_initialize(parser) == 1 else { return .failure(.unreadable(problem: "there is no memory for it")) }
            defer { yaml_parser_delete(parser) }
            yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
            var composer = Composer(parser: parser)
            do throws(YAMLError) { return .success(try composer.document()) } catch { return .failure(error) }
        }
        return try result.get()
    }
}

/// Makes nodes of libyaml's events.
private struct Composer {
    let parser: UnsafeMutablePointer<yaml_parser_t>
    /// How many sequences and mappings the next node is in. Each takes a part of the stack.
    private var depth = 0
    private static let maximumDepth = 100
    /// The last node of each anchor so far. An anchor inside its own node is not known yet, so no node contains itself.
    private var anchors: [String: Node] = [:]

    init(parser: UnsafeMutablePointer<yaml_parser_t>) {
        self.parser = parser
    }

    /// What libyaml reads next, as far as nodes need it.
    private enum Event {
        case scalar(String, isPlain: Bool, anchor: String?)
        case sequence(anchor: String?)
        case mapping(anchor: String?)
        case alias(String)
        /// The end of a sequence, a mapping, a document or the stream, and all else without content.
        case other(yaml_event_type_t)
    }

    mutating func document() throws(YAMLError) -> Node? {
        _ = try next()
        guard case (.other(YAML_DOCUMENT_START_EVENT), _) = try next() else { return nil }
        let root = try node(try next())
        _ = try next()
        let (end, mark) = try next()
        guard case .other(YAML_STREAM_END_EVENT) = end else { throw .syntax(problem: "but found another document", mark) }
        return root
    }

    private mutating func node(_ event: (Event, Mark)) throws(YAMLError) -> Node {
        let mark = event.1
        guard depth <= Self.maximumDepth else { throw .syntax(problem: "found more than \(Self.maximumDepth) levels", mark) }
        depth += 1
        defer { depth -= 1 }
        switch event.0 {
        case .scalar(let text, let isPlain, let anchor): return named(anchor, Node(.scalar(text, isPlain: isPlain), mark: mark))
        case .sequence(let anchor):
            var nodes: [Node] = []
            while let event = try nextInside(YAML_SEQUENCE_END_EVENT) { nodes.append(try node(event)) }
            return named(anchor, Node(.sequence(nodes), mark: mark))
        case .mapping(let anchor):
            var pairs: [(key: Node, value: Node)] = []
            var marks: [String: Mark] = [:]
            while let event = try nextInside(YAML_MAPPING_END_EVENT) {
                let key = try node(event)
                if let text = key.scalar, let first = marks.updateValue(event.1, forKey: text) {
                    throw .duplicateKey(text, first: first, second: event.1)
                }
                pairs.append((key, try node(try next())))
            }
            return named(anchor, Node(.mapping(pairs), mark: mark))
        case .alias(let anchor):
            guard let node = anchors[anchor] else { throw .syntax(problem: "found undefined alias", mark) }
            return node
        case .other:
            // libyaml gives these in no other place than where they are read above.
            throw .syntax(problem: "found no value", mark)
        }
    }

    private mutating func named(_ anchor: String?, _ node: Node) -> Node {
        if let anchor { anchors[anchor] = node }
        return node
    }

    /// Nil at the end of the sequence or mapping.
    private func nextInside(_ end: yaml_event_type_t) throws(YAMLError) -> (Event, Mark)? {
        let next = try next()
        if case .other(end) = next.0 { return nil }
        return next
    }

    private func next() throws(YAMLError) -> (Event, Mark) {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw error }
        defer { yaml_event_delete(&event) }
        let mark = Self.mark(event.start_mark)
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            return (.scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE, anchor: Self.text(scalar.anchor)), mark)
        case YAML_SEQUENCE_START_EVENT: return (.sequence(anchor: Self.text(event.data.sequence_start.anchor)), mark)
        case YAML_MAPPING_START_EVENT: return (.mapping(anchor: Self.text(event.data.mapping_start.anchor)), mark)
        case YAML_ALIAS_EVENT: return (.alias(Self.text(event.data.alias.anchor) ?? ""), mark)
        default: return (.other(event.type), mark)
        }
    }

    private var error: YAMLError {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "there is no memory for it"
        switch parser.pointee.error {
        case YAML_SCANNER_ERROR, YAML_PARSER_ERROR: return .syntax(problem: problem, Self.mark(parser.pointee.problem_mark))
        default: return .unreadable(problem: problem)
        }
    }

    private static func mark(_ mark: yaml_mark_t) -> Mark { Mark(line: mark.line + 1, column: mark.column + 1) }

    private static func text(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        bytes.map { String(decoding: UnsafeBufferPointer(start: $0, count: Self.length($0)), as: UTF8.self) }
    }

    private static func length(_ bytes: UnsafeMutablePointer<yaml_char_t>) -> Int {
        var count = 0
        while bytes[count] != 0 { count += 1 }
        return count
    }
}
