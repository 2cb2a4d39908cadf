import SiteGenerator
import Support

/// The records that a page of the configuration shows: `{agency: [63, 17], in_space: true}`.
enum SelectionSetting {
    /// - Returns: nil after a problem.
    static func read(_ node: YAMLNode, _ problems: inout [Diagnostic]) -> RecordSelection? {
        guard let pairs = node.node.mapping, !pairs.isEmpty else {
            problems.append(node.mismatch("what the records of the page have in common, such as {agency: 63, in_space: true}"))
            return nil
        }
        var selection = RecordSelection()
        for (key, value) in pairs {
            let (key, value) = (node.inner(key), node.inner(value, key))
            if let reference = key.text.flatMap(RecordSelection.Reference.init(rawValue:)) {
                guard let ids = ids(value, &problems) else { return nil }
                selection.ids[reference] = ids
            } else if let fact = key.text.flatMap(RecordSelection.Fact.init(rawValue:)) {
                guard let flag = ["true": true, "false": false][value.text ?? ""] else {
                    problems.append(value.mismatch("true or false"))
                    return nil
                }
                selection.facts[fact] = flag
            } else {
                let near = NameSuggestion.nearest(to: key.text ?? "", among: RecordSelection.names)
                problems.append(
                    Diagnostic(
                        .error, at: key.place, "\(node.path.joined(separator: " › ")): records are not chosen by \(key.text ?? "this")",
                        remedy: near.map { "Did you mean \"\($0)\"?" } ?? "Known here: \(RecordSelection.names.joined(separator: ", "))."))
                return nil
            }
        }
        return selection
    }

    private static func ids(_ node: YAMLNode, _ problems: inout [Diagnostic]) -> [Int]? {
        let texts = node.node.sequence.map { $0.map { node.inner($0).text ?? "" } } ?? [node.text ?? ""]
        let ids = texts.compactMap { Int($0) }.filter { $0 >= 0 }
        guard ids.count == texts.count, !ids.isEmpty else {
            problems.append(node.mismatch("an id, or several such as [63, 17]: the number in the address of the page"))
            return nil
        }
        return ids
    }

    /// On one line, in the order of ``RecordSelection/names``.
    static func yaml(_ selection: RecordSelection) -> String {
        let references = RecordSelection.Reference.allCases.compactMap { reference in
            selection.ids[reference].map { ids in
                "\(reference.rawValue): " + (ids.count == 1 ? "\(ids[0])" : "[\(ids.map { "\($0)" }.joined(separator: ", "))]")
            }
        }
        let facts = RecordSelection.Fact.allCases.compactMap { fact in selection.facts[fact].map { "\(fact.rawValue): \($0)" } }
        return "{" + (references + facts).joined(separator: ", ") + "}"
    }
}
