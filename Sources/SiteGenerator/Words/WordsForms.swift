import TemplateEngine

/// Forms that words lack. They would be empty where such a form is asked for, without a word.
enum WordsForms {
    /// The forms of choices by a value that are neither there nor stood for by `other`. (Those by a number are a matter of the language.)
    ///
    /// - Parameter files: of the files of English, the first is the one whose forms the others must have.
    static func missing(in files: [WordsFile]) -> [TemplateError] {
        guard files.count > 1, let place = files.firstIndex(where: { $0.path == Words.path(of: Words.base) }) else { return [] }
        let known = Dictionary(files[place].messages.map { ($0.key, $0.form) }, uniquingKeysWith: { first, _ in first })
        return files.enumerated().filter { $0.offset != place }.flatMap { _, file in
            file.messages.flatMap { missing(in: $0.form, of: $0, known: known[$0.key]) }
        }
    }

    private static func missing(in form: MessageForm, of words: MessageSource, known: MessageForm?) -> [TemplateError] {
        guard case .choice(let kind, let by, let cases) = form else { return [] }
        var knownCases: [(name: PlacedText, form: MessageForm)] = []
        if case .choice(kind, by: let other, let others) = known, other.text == by.text { knownCases = others }
        var errors: [TemplateError] = []
        if kind == .select, let name = missing(in: cases.map(\.name.text), known: knownCases.map(\.name.text)) {
            let forms = knownCases.map { "'\($0.name.text)'" }.joined(separator: ", ")
            errors.append(
                TemplateError(
                    file: words.origin, at: by, what: "the form '\(name)' of the words '\(words.key)' is missing",
                    remedy: (forms.isEmpty ? "" : "The theme has \(forms). ") + "A form 'other' stands for all that are not there"))
        }
        for (name, form) in cases {
            errors += missing(in: form, of: words, known: knownCases.first { $0.name.text == name.text }?.form)
        }
        return errors
    }

    private static func missing(in names: [String], known: [String]) -> String? {
        let other = "other"
        if names.contains(other) || Set(names).isSuperset(of: ["true", "false"]) { return nil }
        return known.isEmpty ? other : known.first { !names.contains($0) }
    }

    /// The forms without a text, at their places.
    static func blank(in file: WordsFile) -> [TemplateError] {
        file.blankForms.map { words, form in
            TemplateError(
                file: file.origin, at: form,
                what: "the form '\(form.text)' of the words '\(words)' has no text, so none of their forms is used",
                remedy: "Write a text for it")
        }
    }
}
