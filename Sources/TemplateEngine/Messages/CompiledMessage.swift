import Language

/// A message in the form that rendering reads. Literal text is bytes, and values are numbers of paths, so that writing a message counts few
/// references.
///
/// `@unchecked Sendable`: nothing is written after `init`. It owns its memory, so that reading it counts no references.
final class CompiledMessage: @unchecked Sendable {
    let pattern: MessagePattern
    /// The paths of the values, each once.
    let paths: [Path]
    /// The text of a message without values. Nil for any other.
    let constant: String?
    private let form: Form
    /// The names of all paths, one path after the other, and for each path the end of its names.
    private let names: UnsafeBufferPointer<FieldName>
    private let ends: UnsafeBufferPointer<Int>

    init(_ pattern: MessagePattern) {
        self.pattern = pattern
        paths = pattern.paths
        constant = pattern.constant
        form = Form(pattern, paths)
        names = .allocate(copying: paths.flatMap(\.names))
        var end = 0
        ends = .allocate(
            copying: paths.map { path in
                end += path.names.count
                return end
            })
    }

    deinit {
        names.free()
        ends.free()
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
            // The paths and not this message, of which each value would count a reference. All threads share it.
            let (view, paths) = (values.view, PathTable(names: names, ends: ends))
            form.write(messages, value: { paths.place(of: $0, in: view) }, to: output)
        }
    }
}

/// The paths of a message, in the memory that it owns.
private struct PathTable {
    let names: UnsafeBufferPointer<FieldName>
    let ends: UnsafeBufferPointer<Int>

    @inline(__always)
    func place(of number: Int, in values: FieldsView) -> UnsafePointer<TemplateValue> {
        var next = number == 0 ? 0 : ends[number - 1]
        let end = ends[number]
        // Values often have the order of the text.
        var hint = UInt16(truncatingIfNeeded: number)
        guard next < end, var place = values.place(of: names[next], hint: &hint) else { return TemplateValue.nothing }
        next += 1
        while next < end {
            guard case .object(let object) = place.pointee, let found = object.view.place(of: names[next], hint: &hint) else {
                return TemplateValue.nothing
            }
            place = found
            next += 1
        }
        return place
    }
}

extension CompiledMessage {
    /// `@unchecked Sendable`: nothing is written after `init`. It owns its memory, so that reading it counts no references.
    fileprivate final class Form: @unchecked Sendable {
        private let steps: UnsafeBufferPointer<Step>
        private let text: UnsafeBufferPointer<UInt8>
        private let filters: UnsafeBufferPointer<FilterCall>
        /// Each is retained once.
        private let choices: UnsafeBufferPointer<Unmanaged<Choice>>

        private enum Step {
            case literal(start: Int, end: Int)
            case value(Int)
            /// The filters are those from one place to another.
            case filtered(Int, first: Int, end: Int)
            case choice(Int)
        }

        init(_ pattern: MessagePattern, _ paths: [Path]) {
            var steps: [Step] = []
            var text: [UInt8] = []
            var filters: [FilterCall] = []
            var choices: [Unmanaged<Choice>] = []
            for part in pattern.parts {
                switch part {
                case .text(let literal):
                    steps.append(.literal(start: text.count, end: text.count + literal.utf8.count))
                    text += literal.utf8
                case .value(let path, let calls):
                    // All paths of the pattern are among `paths`.
                    let place = paths.firstIndex(of: path) ?? 0
                    steps.append(
                        calls.isEmpty ? .value(place) : .filtered(place, first: filters.count, end: filters.count + calls.count))
                    filters += calls
                case .choice(let choice):
                    steps.append(.choice(choices.count))
                    choices.append(.passRetained(Choice(choice, paths)))
                case .sequence: break
                }
            }
            self.steps = .allocate(copying: steps)
            self.text = .allocate(copying: text)
            self.filters = .allocate(copying: filters)
            self.choices = .allocate(copying: choices)
        }

        deinit {
            for choice in choices { choice.release() }
            choices.free()
            steps.free()
            text.free()
            filters.free()
        }

        func write(
            _ messages: Messages, value: (Int) -> UnsafePointer<TemplateValue>, to output: (UnsafeBufferPointer<UInt8>) -> Void
        ) {
            for step in steps {
                switch step {
                case .literal(let start, let end): output(UnsafeBufferPointer(rebasing: text[start..<end]))
                case .value(let place): messages.write(value(place), to: output)
                case .filtered(let place, let first, let end):
                    var found = messages.resolving(value(place).pointee)
                    for index in first..<end { found = filters[index].apply(to: found, messages.language) }
                    withUnsafePointer(to: found) { messages.write($0, to: output) }
                case .choice(let index):
                    let form = choices[index]._withUnsafeGuaranteedRef { $0.form(for: value($0.place).pointee) }
                    form?._withUnsafeGuaranteedRef { $0.write(messages, value: value, to: output) }
                }
            }
        }
    }

    /// A choice between forms by a value.
    ///
    /// `@unchecked Sendable`: nothing is written after `init`. It owns its memory, so that reading it counts no references.
    fileprivate final class Choice: @unchecked Sendable {
        let place: Int
        private let kind: MessageChoiceKind
        private let language: Language
        /// A choice has few forms. Each is retained once.
        private let forms: UnsafeBufferPointer<(name: String, form: Unmanaged<Form>)>
        /// Whether a form is for one number alone.
        private let namesNumbers: Bool

        init(_ choice: MessagePattern.Choice, _ paths: [Path]) {
            place = paths.firstIndex(of: choice.by) ?? 0
            kind = choice.kind
            language = choice.language
            forms = .allocate(copying: choice.cases.map { ($0.name, .passRetained(Form($0.pattern, paths))) })
            namesNumbers = choice.cases.contains { Int($0.name) != nil }
        }

        deinit {
            for form in forms { form.form.release() }
            forms.free()
        }

        /// The form for a value. Nil when there is none. It lives as long as this choice.
        func form(for value: TemplateValue) -> Unmanaged<Form>? {
            let own: Unmanaged<Form>? =
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

        private func form(named name: String) -> Unmanaged<Form>? {
            for index in forms.indices where forms[index].name == name { return forms[index].form }
            return nil
        }
    }
}

/// Messages by their keys. A look-up takes the hash that a key already has.
///
/// `@unchecked Sendable`: nothing is written after `init`. It owns its memory, so that reading it counts no references.
final class MessageTable: @unchecked Sendable {
    private let index: NameIndex
    private let names: UnsafeBufferPointer<FieldName>
    /// Each is retained once.
    private let messages: UnsafeBufferPointer<Unmanaged<CompiledMessage>>

    init(_ messages: [FieldName: CompiledMessage]) {
        index = NameIndex(messages.keys)
        names = .allocate(copying: Array(messages.keys))
        self.messages = .allocate(copying: messages.values.map { .passRetained($0) })
    }

    deinit {
        for message in messages { message.release() }
        messages.free()
        names.free()
        index.deallocate()
    }

    /// The message with a key. It lives as long as this table.
    subscript(name: FieldName) -> Unmanaged<CompiledMessage>? {
        guard let first = names.baseAddress else { return nil }
        return index.place(of: name) { FieldName.isName(first + $0, equalTo: name) }.map { messages[$0] }
    }
}

extension UnsafeBufferPointer {
    /// Memory of one's own with the elements. ``free()`` ends it.
    fileprivate static func allocate(copying elements: [Element]) -> UnsafeBufferPointer {
        let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = copy.initialize(from: elements)
        return UnsafeBufferPointer(copy)
    }

    fileprivate func free() {
        UnsafeMutableBufferPointer(mutating: self).deinitialize().deallocate()
    }
}
