import SiteGenerator
import Support

extension LocalizedText {
    /// Reads a text, or one for each of several languages.
    ///
    /// - Returns: nil after a problem.
    static func read(_ node: YAMLNode, _ problems: inout [Diagnostic]) -> LocalizedText? {
        if let text = node.text, text.contains(where: { !$0.isWhitespace }) { return LocalizedText(text) }
        guard let pairs = node.node.mapping, !pairs.isEmpty, pairs.allSatisfy({ LanguageTag.isOne($0.key.scalar ?? "") }) else {
            problems.append(node.mismatch("a text, or one for each language such as {en: Timeline, de: Zeitleiste}"))
            return nil
        }
        var texts: [String: String] = [:]
        for (key, value) in pairs {
            guard let tag = key.scalar?.lowercased(), texts[tag] == nil else {
                problems.append(node.inner(key).mismatch("each language once"))
                return nil
            }
            guard let text = node.inner(value).text, text.contains(where: { !$0.isWhitespace }) else {
                problems.append(node.inner(value, key).mismatch("a text"))
                return nil
            }
            texts[tag] = text
        }
        return LocalizedText(texts)
    }

    /// The texts with those that are given from outside. A single text is in place of all.
    func joined(_ more: LocalizedText) -> LocalizedText {
        more.texts[""] == nil ? LocalizedText(texts.merging(more.texts) { $1 }) : more
    }

    /// The setting as it is shown: a single text as it stands, unless it looks like one for each language.
    var setting: String {
        if texts.count == 1, let single = texts[""], single.first != "{" { return single }
        return yaml
    }

    /// The setting as YAML on one line.
    var yaml: String {
        if texts.count == 1, let single = texts[""] { return Self.quoted(single) }
        let pairs = texts.sorted { $0.key < $1.key }.map { "\($0.key.isEmpty ? "\"\"" : $0.key): \(Self.quoted($0.value))" }
        return "{" + pairs.joined(separator: ", ") + "}"
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

extension YAMLNode {
    /// A warning for each text of a configuration that no language of the site shows.
    func unshownTexts(in languages: [String]) -> [Diagnostic] {
        let pages = member("pages").map { pages in (pages.node.mapping ?? []).map { pages.inner($0.value, $0.key) } } ?? []
        let links = member("navigation").map { items in (items.node.sequence ?? []).map { items.inner($0) } } ?? []
        let texts =
            [member("title"), member("description")]
            + pages.flatMap { $0.member("title") == nil ? [$0] : [$0.member("title"), $0.member("description")] }
            + links.map { $0.member("name") }
        let known = Set(languages.flatMap(LanguageTag.fallbacks))
        return texts.compactMap(\.self).flatMap(\.members).filter { !known.contains(($0.text ?? "").lowercased()) }.map { key in
            Diagnostic(
                .warning, at: key.place, "\(key.path.joined(separator: " › ")): the site has no language '\(key.text ?? "")'",
                remedy: "Its languages are \(languages.joined(separator: ", ")).")
        }
    }
}
