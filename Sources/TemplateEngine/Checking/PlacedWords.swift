import Support

/// Words where a template has them.
extension ShapeChecker {
    /// Checks that the place of a message has the values in it, as a tag or as a part of the tag.
    mutating func checkWords(_ key: String, parts: [BlockTag], at offset: Int, _ place: Place) {
        guard let pattern = messages.pattern(of: key) else { return }
        for path in pattern.paths where !parts.contains(where: { $0.name == path.description }) {
            let meaning = place.scope.meaning(of: path)
            note(meaning)
            guard isStrict, case .nothing(let name, let known) = meaning, path.loopValue == nil || !place.scope.isInLoop else { continue }
            let template = source(at: place)
            let suggestion = NameSuggestion.nearest(to: name, among: known + parts.map(\.name)).map { "Did you mean '\($0)'?" }
            let line = TemplateError(in: template, at: offset, what: "", remedy: "").line
            if let error = messages.error(
                at: key, "there is no value '\(path)' at \(template.origin):\(line), where these words stand",
                suggestion ?? Self.remedy(known: known))
            {
                add(error)
            }
        }
        for part in parts where !pattern.paths.contains(where: { $0.description == part.name }) {
            report(
                part.offset, place, "the words '\(key)' have no '{\(part.name)}'",
                NameSuggestion.nearest(to: part.name, among: pattern.paths.map(\.description)).map { "Did you mean '\($0)'?" }
                    ?? "Write {\(part.name)} in the words, or take this part out")
        }
        if case .choice = pattern, let part = parts.first {
            report(
                part.offset, place,
                "the words '\(key)' have forms, into which no block is put\(messages.place(of: key).map { ": \($0)" } ?? "")",
                "Write {{words.\(key)}} without blocks, or words with one form")
        }
    }

    /// Reports words by which a section is to decide.
    mutating func reportWords(_ key: String, asSectionAt offset: Int, _ place: Place) {
        let isKnown = messages.contains(key)
        report(
            offset, place,
            isKnown ? "the words '\(key)' are a text, which is always there, so no section asks for it" : "there are no words '\(key)'",
            isKnown
                ? "Write {{words.\(key)}} where the text is to stand"
                : NameSuggestion.nearest(to: key, among: messages.keys).map { "Did you mean {{words.\($0)}}?" }
                    ?? "Write {{words.GROUP.KEY}} where a text is to stand")
    }
}
