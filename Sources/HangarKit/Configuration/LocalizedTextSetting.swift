import SiteGenerator

extension LocalizedText {
    /// Reads a text, or one for each of several languages.
    ///
    /// - Returns: nil after a problem.
    static func read(_ node: YAMLNode, _ problems: inout [Diagnostic]) -> LocalizedText? {
        if let text = node.text, text.contains(where: { !$0.isWhitespace }) { return LocalizedText(text) }
        let pairs = (node.node.mapping ?? []).map { ($0.key.scalar ?? "", node.inner($0.value).text ?? "") }
        guard !pairs.isEmpty,
            pairs.allSatisfy({ $0.0.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*/) != nil && $0.1.contains { !$0.isWhitespace } })
        else {
            problems.append(node.mismatch("a text, or one for each language such as {en: Timeline, de: Zeitleiste}"))
            return nil
        }
        return LocalizedText(Dictionary(pairs, uniquingKeysWith: { $1 }))
    }

    /// The setting as it is shown: a single text as it stands.
    var setting: String { texts[""] ?? yaml }

    /// The setting as YAML on one line.
    var yaml: String {
        if let single = texts[""] { return Self.quoted(single) }
        return "{" + texts.sorted { $0.key < $1.key }.map { "\($0.key): \(Self.quoted($0.value))" }.joined(separator: ", ") + "}"
    }

    private static func quoted(_ text: String) -> String {
        if text.wholeMatch(of: /\p{L}[\p{L}\p{N} ]*/) != nil,
            !["true", "false", "yes", "no", "null", "on", "off"].contains(text.lowercased())
        {
            return text
        }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
