/// Generates the instructions of one procedure.
struct CodeGenerator {
    private let key: ProcedureKey
    private let procedure: ProcedureID
    /// The template whose nodes are being written. The nodes of an argument come from another template than the procedure's.
    private var template: TemplateID
    private var layout: LineStart
    private var escaping: EscapingState
    private var literal: [UInt8] = []
    /// The arguments that are being expanded. An argument that contains its own block gets the default of that block.
    private var expanding: [TagPosition] = []
    private var sectionDepth = 0
    /// The start of the markup that was read most recently.
    private var markup: (template: TemplateID, offset: Int)?
    /// Whether text or a section was refused. The escaping state may be wrong from there on.
    private var isStateUnreliable = false
    private(set) var firstRefusal: TemplateError?

    init(key: ProcedureKey, procedure: ProcedureID) {
        self.key = key
        self.procedure = procedure
        template = key.template
        layout = key.layout
        escaping = key.escaping
    }

    mutating func generate(_ nodes: [Node], startsLine: Bool = true, into compiler: inout Compiler) {
        for (index, node) in nodes.enumerated() {
            switch node {
            case .text(let text):
                generate(text, startsLine: text.startsLine && (startsLine || index > 0), into: &compiler)
            case .variable(let variable): generate(variable, into: &compiler)
            case .section(let section): generate(section, into: &compiler)
            case .partial(let partial):
                generateCall(partial.name, arguments: key.arguments, partial.indentation, at: partial.offset, into: &compiler)
            case .parent(let parent):
                if case .fixed(let name) = parent.name, let message = compiler.message(named: name, at: position(parent.offset)) {
                    generate(message, parent.arguments, at: parent.offset, into: &compiler)
                    continue
                }
                let arguments = compiler.arguments(key.arguments, adding: parent.arguments, of: template)
                generateCall(parent.name, arguments: arguments, parent.indentation, at: parent.offset, into: &compiler)
            case .block(let block): generate(block, into: &compiler)
            }
        }
    }

    mutating func finish(into compiler: inout Compiler) {
        if !isStateUnreliable, let refusal = escaping.refusalOfEnd(start: key.escaping) {
            let place = markup ?? (key.template, compiler.templates[key.template.index].source.bytes.count)
            refuse(refusal, in: place.template, at: place.offset, into: &compiler)
        }
        add(.end, at: 0, into: &compiler)
    }

    private mutating func generate(_ text: TextNode, startsLine: Bool, into compiler: inout Compiler) {
        let bytes = compiler.templates[template.index].source.bytes
        if text.range.isEmpty {
            if startsLine { startLine(into: &compiler) }
            return
        }
        if layout.isEmpty {
            literal += bytes[text.range]
            read(bytes[text.range], into: &compiler)
            return
        }
        var start = text.range.lowerBound
        var isLineStart = startsLine
        while start < text.range.upperBound {
            let end = bytes[start..<text.range.upperBound].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.range.upperBound
            // The first line of an argument also loses its indentation after other text.
            let removed = isLineStart || text.startsLine && start == text.range.lowerBound
            if isLineStart { startLine(into: &compiler) }
            let kept = removed ? start + layout.removedCount(of: bytes[start..<end]) : start
            literal.append(contentsOf: bytes[kept..<end])
            read(bytes[kept..<end], into: &compiler)
            start = end
            isLineStart = true
        }
    }

    private mutating func startLine(into compiler: inout Compiler) {
        if layout.hasRunTimePart {
            add(.indentation, at: 0, into: &compiler)
        }
        if layout.indentation.isEmpty { return }
        literal.append(contentsOf: layout.indentation)
        read(layout.indentation[...], into: &compiler)
    }

    /// Updates the escaping state with text of the template.
    private mutating func read(_ text: ArraySlice<UInt8>, into compiler: inout Compiler) {
        var rest = text
        while let (refusal, next) = escaping.read(rest) {
            refuse(refusal, in: template, at: next - 1, into: &compiler)
            isStateUnreliable = true
            rest = rest[next...]
        }
        if let start = text.lastIndex(of: UInt8(ascii: "<")) { markup = (template, start) }
    }

    private mutating func refuse(_ refusal: EscapingRefusal, in template: TemplateID, at offset: Int, into compiler: inout Compiler) {
        let error = compiler.refuse(template, offset, refusal)
        firstRefusal = firstRefusal ?? error
    }

    private mutating func generate(_ variable: VariableTag, into compiler: inout Compiler) {
        if let message = compiler.message(of: variable, at: position(variable.offset)) {
            generate(message, [], at: variable.offset, into: &compiler)
            return
        }
        let lookup = addLookup(variable.path, into: &compiler)
        let escaper: Escaper
        switch escaping.takeTag(unescaped: variable.unescaped) {
        case .success(let decided): escaper = decided
        case .failure(let refusal):
            refuse(refusal, in: template, at: variable.offset, into: &compiler)
            return
        }
        if escaper == .jsonScript { compiler.wholeValues.insert(TagPosition(template: template, offset: variable.offset)) }
        let filters = escaper.withoutRepetition(variable.filters)
        if filters.isEmpty {
            add(.variable(lookup: lookup, escaper: escaper), at: variable.offset, into: &compiler)
        } else {
            let index = UInt32(compiler.program.filters.count)
            compiler.program.filters.append(filters)
            add(.filtered(lookup: lookup, filters: index, escaper: escaper), at: variable.offset, into: &compiler)
        }
    }

    /// Writes a message. Blocks of the same names take the place of its values.
    private mutating func generate(_ message: MessagePattern, _ parts: [BlockTag], at offset: Int, into compiler: inout Compiler) {
        if case .sequence(let patterns) = message, !parts.isEmpty {
            for pattern in patterns { generate(pattern, parts, at: offset, into: &compiler) }
            return
        }
        if case .value(let path, _) = message, let part = parts.first(where: { $0.name == path.description }) {
            generate(part.body, startsLine: false, into: &compiler)
            return
        }
        switch escaping.takeTag(unescaped: false) {
        case .failure(let refusal): refuse(refusal, in: template, at: offset, into: &compiler)
        case .success(let escaper):
            if let constant = message.constant {
                literal += escaper.bytes(of: constant, compiler.messages)
                return
            }
            let message = CompiledMessage(message)
            let values = message.paths.map { addLookup($0, into: &compiler) }
            let index = UInt32(compiler.program.messages.count)
            compiler.program.messages.append(Program.PlacedMessage(message: message, values: values))
            add(.message(index, escaper: escaper), at: offset, into: &compiler)
        }
    }

    private mutating func generate(_ section: SectionTag, into compiler: inout Compiler) {
        let lookup = addLookup(section.path, into: &compiler)
        add(.section(lookup: lookup, end: 0), at: section.offset, into: &compiler)
        let opening = compiler.program.instructions.count - 1
        sectionDepth += 1
        let before = escaping
        generate(section.body, into: &compiler)
        if let refusal = escaping.endSection(before: before) {
            refuse(refusal, in: template, at: section.offset, into: &compiler)
            isStateUnreliable = true
        }
        sectionDepth -= 1
        flush(into: &compiler)
        if section.inverted {
            compiler.program.instructions[opening] = .inverted(lookup: lookup, end: UInt32(compiler.program.instructions.count))
        } else {
            add(.endSection(start: UInt32(opening + 1)), at: section.offset, into: &compiler)
            compiler.program.instructions[opening] = .section(lookup: lookup, end: UInt32(compiler.program.instructions.count))
        }
    }

    private mutating func generate(_ block: BlockTag, into compiler: inout Compiler) {
        guard let argument = key.arguments.byName[block.name], !expanding.contains(argument), expanding.count < TemplateParser.nestingLimit,
            let content = compiler.block(of: argument)
        else {
            if block.startsLine && !block.bodyStartsLine {
                startLine(into: &compiler)
                let leading = layout.remaining(of: block.leading)
                literal.append(contentsOf: leading)
                read(leading[...], into: &compiler)
            }
            generate(block.body, into: &compiler)
            return
        }
        let indentation = layout.remaining(of: block.indentation)
        if !content.bodyStartsLine, block.startsLine, !content.body.isEmpty {
            startLine(into: &compiler)
            literal.append(contentsOf: indentation)
            read(indentation[...], into: &compiler)
        }
        let outer = (template, layout)
        template = argument.template
        layout.indentation += indentation
        layout.removed = content.bodyIndentation
        expanding.append(argument)
        generate(content.body, startsLine: block.startsLine, into: &compiler)
        expanding.removeLast()
        (template, layout) = outer
    }

    private mutating func generateCall(
        _ name: PartialName, arguments: BlockArguments, _ tagIndentation: [UInt8]?, at offset: Int, into compiler: inout Compiler
    ) {
        // Only a tag alone on its line indents what it includes. For any other tag, lines begin where the included text has them.
        let blank = tagIndentation.map { layout.indentation + layout.remaining(of: $0) } ?? []
        let hasRunTimePart = tagIndentation != nil && layout.hasRunTimePart
        switch name {
        case .fixed(let name):
            guard let callee = compiler.names.resolve(name, suffix: compiler.templates[template.index].source.suffix) else { return }
            let atRunTime = hasRunTimePart || !blank.isEmpty && compiler.graph.isRecursive(callee)
            let start = atRunTime ? LineStart(hasRunTimePart: true) : LineStart(indentation: blank)
            let relevant = compiler.graph.meetsBlocks[callee.index] ? arguments : BlockArguments()
            let procedure = compiler.procedure(ProcedureKey(template: callee, arguments: relevant, escaping: escaping, layout: start))
            let indentation = atRunTime ? addIndentation(blank, into: &compiler) : 0
            add(.call(procedure: procedure, indentation: indentation), at: offset, into: &compiler)
            if sectionDepth == 0 {
                compiler.calls.append(ProcedureCall(from: self.procedure, to: procedure, position: position(offset)))
            }
            escaping.takePartial()
        case .dynamic(let path):
            guard escaping.allowsDynamicPartials else {
                refuse(.dynamicInTag, in: template, at: offset, into: &compiler)
                return
            }
            let lookup = addLookup(path, into: &compiler)
            let atRunTime = hasRunTimePart || !blank.isEmpty
            let table = compiler.dynamicProcedures(from: template, arguments: arguments, escaping: escaping, hasRunTimePart: atRunTime)
            let indentation = atRunTime ? addIndentation(blank, into: &compiler) : 0
            add(.dynamicCall(lookup: lookup, table: table, indentation: indentation), at: offset, into: &compiler)
        }
    }

    private func addIndentation(_ blank: [UInt8], into compiler: inout Compiler) -> UInt32 {
        compiler.program.indentations.append(layout.hasRunTimePart ? .adding(blank) : .only(blank))
        return UInt32(compiler.program.indentations.count - 1)
    }

    private func addLookup(_ path: Path, into compiler: inout Compiler) -> LookupID {
        compiler.program.lookups.append(
            Program.Lookup(
                firstName: UInt32(compiler.program.names.count), nameCount: UInt32(path.names.count), loopValue: path.loopValue))
        compiler.program.names += path.names
        return LookupID(compiler.program.lookups.count - 1)
    }

    private mutating func add(_ instruction: Instruction, at offset: Int, into compiler: inout Compiler) {
        flush(into: &compiler)
        compiler.program.instructions.append(instruction)
        compiler.program.positions.append(position(offset))
    }

    private mutating func flush(into compiler: inout Compiler) {
        if literal.isEmpty { return }
        let start = UInt32(compiler.program.text.count)
        compiler.program.text += literal
        compiler.program.instructions.append(.literal(start: start, count: UInt32(literal.count)))
        compiler.program.positions.append(position(0))
        literal.removeAll(keepingCapacity: true)
    }

    private func position(_ offset: Int) -> TagPosition {
        TagPosition(template: template, offset: offset)
    }
}
