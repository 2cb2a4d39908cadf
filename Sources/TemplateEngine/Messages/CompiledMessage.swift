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
    /// - Parameter value: the place of the value of a path, by the number of the path. It is read before the next one is asked for.
    func write(_ messages: Messages, value: (Int) -> UnsafePointer<TemplateValue>, to output: (UnsafeBufferPointer<UInt8>) -> Void) {
        form.write(messages, value: value, to: output)
    }

    /// The same with the values of an object.
    func write(_ messages: Messages, _ values: TemplateObject, to output: (UnsafeBufferPointer<UInt8>) -> Void) {
        withExtendedLifetime(values) {
            let view = values.view
            form.write(messages, value: { place(of: $0, in: view) }, to: output)
        }
    }

    @inline(__always)
    private func place(of number: Int, in values: FieldsView) -> UnsafePointer<TemplateValue> {
        paths.withUnsafeBufferPointer { paths in
            paths[number].names.withUnsafeBufferPointer { names in
                // Values often have the order of the text.
                var hint = UInt16(truncatingIfNeeded: number)
                guard !names.isEmpty, var place = values.place(of: names[0], hint: &hint) else {
                    return TemplateValue.nothing
                }
                for name in names.dropFirst() {
                    guard case .object(let object) = place.pointee, let next = object.view.place(of: name, hint: &hint) else {
                        return TemplateValue.nothing
                    }
                    place = next
                }
                return place
            }
        }
    }

    /// `@unchecked Sendable`: nothing is written after `init`. It owns its memory, so that reading it counts no references.
    fileprivate final class Form: @unchecked Sendable {
        private let steps: UnsafeBufferPointer<Step>
        private let text: UnsafeBufferPointer<UInt8>
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
            self.steps = Self.copy(of: steps)
            self.text = Self.copy(of: text)
            self.filters = filters
            self.choices = choices
        }

        private static func copy<Element>(of elements: [Element]) -> UnsafeBufferPointer<Element> {
            let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
            _ = copy.initialize(from: elements)
            return UnsafeBufferPointer(copy)
        }

        deinit {
            steps.deallocate()
            text.deallocate()
        }

        func write(
            _ messages: Messages, value: (Int) -> UnsafePointer<TemplateValue>, to output: (UnsafeBufferPointer<UInt8>) -> Void
        ) {
            for step in steps {
                switch step {
                case .literal(let start, let end): output(UnsafeBufferPointer(rebasing: text[start..<end]))
                case .value(let place): messages.write(value(place), to: output)
                case .filtered(let place, let index):
                    var found = messages.resolving(value(place).pointee)
                    for filter in filters[index] { found = filter.apply(to: found, messages.language) }
                    withUnsafePointer(to: found) { messages.write($0, to: output) }
                case .choice(let index):
                    let choice = choices[index]
                    choice.form(for: value(choice.place).pointee)?.write(messages, value: value, to: output)
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
