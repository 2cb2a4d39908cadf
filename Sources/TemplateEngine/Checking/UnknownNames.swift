import Support

/// Names that no context has.
extension ShapeChecker {
    /// Reports a misspelt name, also in a section. Without this it would vanish silently.
    mutating func reportUnknown(_ name: String, of path: Path, known: [String], at offset: Int, _ place: Place) {
        if let loopValue = path.loopValue {
            if place.scope.isInLoop { return }
            report(offset, place, "'\(loopValue.rawValue)' is outside of any list", "Write it inside a section over a list")
            return
        }
        if name == Messages.name, path.names.count == 1, !messages.isEmpty {
            report(offset, place, "'\(name)' alone names no words", "Write their group and key, as in {{\(name).GROUP.KEY}}")
            return
        }
        let whole = "\(path)" == name ? "" : " of '\(path)'"
        let view = templates[entry.index].source.name
        let others = path.names.count == 1 ? LoopValue.allCases.map(\.rawValue) : name == path.names[0].text ? wordsName : []
        let suggestion = NameSuggestion.nearest(to: name, among: known + others).map { "Did you mean '\($0)'?" }
        report(
            offset, place, "the view of '\(view)' has no '\(name)'\(whole) here", suggestion ?? Self.remedy(known: known),
            topic: suggestion == nil && !known.isEmpty ? .unknownName(template: view) : nil)
    }

    /// What the path of words begins with, where there are words.
    private var wordsName: [String] { messages.isEmpty ? [] : [Messages.name] }

    /// - Parameter known: the names that there are, those of the innermost object first.
    static func remedy(known: [String]) -> String {
        if known.isEmpty { return "It is a single value: print it with {{.}}" }
        var names: [String] = []
        for name in known where !names.contains(name) { names.append(name) }
        let shown = names.count > listedNames + 2 ? names.prefix(listedNames) : names[...]
        let rest = names.count - shown.count
        return "There are \(shown.joined(separator: ", "))" + (rest > 0 ? " and \(rest) more" : "")
    }

    /// The number of names in a message, where there are many.
    private static let listedNames = 10
}
