import Testing
import YAML

@Suite struct NodeTests {
    /// A node as text, with all places.
    private func described(_ node: Node) -> String {
        let place = node.mark.map { "\($0.line):\($0.column) " } ?? ""
        switch node.content {
        case .scalar(let text, let isPlain): return place + (node.isNull ? "null" : isPlain ? text : "\"\(text)\"")
        case .sequence(let nodes): return place + "[" + nodes.map(described).joined(separator: ", ") + "]"
        case .mapping(let pairs):
            return place + "{" + pairs.map { "\(described($0.key)): \(described($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    @Test func eachNodeHasItsTextAndItsPlace() throws {
        let text = """
            # A site
            title: "Muséum \\u00E9"
            languages: [en, 'de']
            index:
              empty:
              tilde: ~
              text: "null"
              folded: >
                a
                b
            """
        let expected = """
            2:1 {2:1 title: 2:8 "Muséum é", 3:1 languages: 3:12 [3:13 en, 3:17 "de"], 4:1 index: 5:3 {5:3 empty: 5:9 null, \
            6:3 tilde: 6:10 null, 7:3 text: 7:9 "null", 8:3 folded: 8:11 "a b"}}
            """
        #expect(try Node.document(text).map(described) == expected)
    }

    @Test(arguments: ["", "\n", "# nothing\n", "\u{FEFF}"])
    func aTextWithoutADocumentHasNone(text: String) throws {
        #expect(try Node.document(text).map(described) == nil)
    }

    @Test func anAliasIsTheNodeOfItsAnchorAndTheLastOfTheNameCounts() throws {
        let node = try #require(try Node.document("a: &x 1\nb: *x\nc: &x {d: 2}\ne: *x\n"))
        #expect(described(node) == "1:1 {1:1 a: 1:4 1, 2:1 b: 1:4 1, 3:1 c: 3:4 {3:8 d: 3:11 2}, 4:1 e: 3:4 {3:8 d: 3:11 2}}")
    }

    @Test func aColumnCountsUnicodeScalars() throws {
        #expect(try Node.document("ü🚀: x").map(described) == "1:1 {1:1 ü🚀: 1:5 x}")
    }

    @Test(arguments: [
        ("a: b: c", YAMLError.syntax(problem: "mapping values are not allowed in this context", Mark(line: 1, column: 5))),
        ("a: [b", .syntax(problem: "did not find expected ',' or ']'", Mark(line: 2, column: 1))),
        ("a: *x", .syntax(problem: "found undefined alias", Mark(line: 1, column: 4))),
        ("a: &x [*x]", .syntax(problem: "found undefined alias", Mark(line: 1, column: 8))),
        ("a\n---\nb", .syntax(problem: "but found another document", Mark(line: 2, column: 1))),
        ("a: 1\nb: 2\n'a': 3", .duplicateKey("a", first: Mark(line: 1, column: 1), second: Mark(line: 3, column: 1))),
        ("a: \u{1}", .unreadable(problem: "control characters are not allowed")),
    ])
    func whatIsNoYAMLIsRefusedWithItsPlace(text: String, error: YAMLError) {
        #expect(throws: error) { try Node.document(text) }
    }

    /// Deeper ones would need more of the stack than a thread may have.
    @Test func nodesAreAHundredDeepAtMost() throws {
        #expect(try Node.document(String(repeating: "[", count: 100) + String(repeating: "]", count: 100)) != nil)
        #expect(throws: YAMLError.syntax(problem: "found more than 100 levels", Mark(line: 1, column: 102))) {
            try Node.document(String(repeating: "[", count: 100_000))
        }
    }
}
