import Language

/// A message in the form that rendering reads. Literal text is bytes, and values are numbers of paths, so that writing a message counts few
/// references.
final class CompiledMessage: Sendable {
    let pattern: MessagePattern
    /// The paths of the values, each once.
    let paths: [Path]
    /// The text of a message without values. Nil for any other.
    let constant: String?
    private let form: Form

    init(_ pattern: MessagePattern) {
        self.pattern = pattern
        paths = pattern.paths
        constant = pattern.constant
        form = Form(pattern, paths)
    }

    /// Writes the parts of the message's text, one after the other.
    ///
    /// - Parameter value: the value of a path, by the number of the path.
    func write(_ messages: Messages, value: (Int) -> TemplateValue, to output: (UnsafeBufferPointer<UInt8>) -> Void) {
        form.write(messages, value: value, to: output)
    }

    fileprivate final class Form: Sendable {
        private let steps: [Step]
        private let text: [UInt8]
        private let filters: [[FilterCall]]
        private let choices: [Choice]

        private enum Step {
            case literal(start: Int, end: Int)
            case value(Int)
            case filtered(Int, filters: Int)
            case choice(Int)
        }

        init(_ pattern: MessagePattern, _ paths: [Path]) {
            var steps: [Step] = []
            var text: [UInt8] = []
            var filters: [[FilterCall]] = []
            var choices: [Choice] = []
            for part in pattern.parts {
                switch part {
                case .text(let literal):
                    steps.append(.literal(start: text.count, end: text.count + literal.utf8.count))
                    text += literal.utf8
                case .value(let path, let calls):
                    // All paths of the pattern are among `paths`.
                    let place = paths.firstIndex(of: path) ?? 0
                    steps.append(calls.isEmpty ? .value(place) : .filtered(place, filters: filters.count))
                    if !calls.isEmpty { filters.append(calls) }
                case .choice(let choice):
                    steps.append(.choice(choices.count))
                    choices.append(Choice(choice, paths))
                case .sequence: break
                }
            }
            self.steps = steps
            self.text = text
            self.filters = filters
            self.choices = choices
        }

        func write(_ messages: Messages, value: (Int) -> TemplateValue, to output: (UnsafeBufferPointer<UInt8>) -> Void) {
            steps.withUnsafeBufferPointer { steps in
                for step in steps {
                    switch step {
                    case .literal(let start, let end):
                        text.withUnsafeBufferPointer { output(UnsafeBufferPointer(rebasing: $0[start..<end])) }
                    case .value(let place): messages.write(value(place), to: output)
                    case .filtered(let place, let index):
                        var found = messages.resolving(value(place))
                        for filter in filters[index] { found = filter.apply(to: found, messages.language) }
                        messages.write(found, to: output)
                    case .choice(let index):
                        let choice = choices[index]
                        choice.form(for: value(choice.place))?.write(messages, value: value, to: output)
                    }
                }
            }
        }
    }

    /// A choice between forms by a value.
    fileprivate final class Choice: Sendable {
        let place: Int
        private let kind: MessageChoiceKind
        private let language: Language
        /// A choice has few forms.
        private let forms: [(name: String, form: Form)]
        /// Whether a form is for one number alone.
        private let namesNumbers: Bool

        init(_ choice: MessagePattern.Choice, _ paths: [Path]) {
            place = paths.firstIndex(of: choice.by) ?? 0
            kind = choice.kind
            language = choice.language
            forms = choice.cases.map { ($0.name, Form($0.pattern, paths)) }
            namesNumbers = choice.cases.contains { Int($0.name) != nil }
        }

        /// The form for a value. Nil when there is none.
        func form(for value: TemplateValue) -> Form? {
            let own: Form? =
                switch value {
                case .text(let text), .number(let text): form(named: text)
                case .integer(let number): namesNumbers ? form(named: String(number)) : nil
                case .bool(let flag): form(named: flag ? "true" : "false")
                case .null, .html, .list, .object, .message: nil
                }
            if let own { return own }
            let category: PluralCategory? =
                switch (kind, value) {
                case (.plural, .integer(let number)): language.pluralCategory(of: number)
                case (.plural, .number(let digits)): language.pluralCategory(of: digits)
                case (.ordinal, .integer(let number)): language.ordinalCategory(of: number)
                default: nil
                }
            return category.flatMap { form(named: $0.rawValue) } ?? form(named: PluralCategory.other.rawValue)
        }

        private func form(named name: String) -> Form? {
            for form in forms where form.name == name { return form.form }
            return nil
        }
    }
}

/// Messages by their keys. A look-up takes the hash that a key already has.
struct MessageTable: Sendable {
    private var slots: [Int32]
    private var messages: [(name: FieldName, message: CompiledMessage)] = []

    init(_ messages: some Sequence<(key: FieldName, value: CompiledMessage)>, count: Int) {
        var size = 16
        while size < count * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        for (name, message) in messages {
            self.messages.append((name, message))
            var slot = first(of: name)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(self.messages.count)
        }
    }

    subscript(name: FieldName) -> CompiledMessage? {
        var slot = first(of: name)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if messages[place].name == name { return messages[place].message }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func first(of name: FieldName) -> Int { Int(truncatingIfNeeded: name.hash >> 32) & (slots.count - 1) }
}
