/// Writes the instructions of one unit.
struct UnitEmitter {
    private let key: UnitKey
    private let unit: UInt32
    /// The template whose nodes are being written: a filling's nodes come from another one than the unit's.
    private var template: Int
    private var layout: LineStart
    private var escaping: EscapingState
    private var literal: [UInt8] = []
    /// The fillings that are being written: one that contains its own block shows there what the block has otherwise.
    private var landed: [Fillings.Filling] = []
    private var sectionDepth = 0
    /// Where the markup begins that was read last.
    private var markup: (template: Int, offset: Int)?
    /// Whether text or a section was refused, so that what is read after it may be something else than its author thinks.
    private var hasLostItsPlace = false
    private(set) var firstRefusal: TemplateError?

    init(key: UnitKey, unit: UInt32) {
        self.key = key
        self.unit = unit
        template = key.template
        layout = key.layout
        escaping = key.escaping
    }

    mutating func emit(_ nodes: [Node], startsLine: Bool = true, into compiler: inout Compiler) {
        for (index, node) in nodes.enumerated() {
            switch node {
            case .text(let text):
                emit(text, startsLine: text.startsLine && (startsLine || index > 0), into: &compiler)
            case .variable(let variable): emit(variable, into: &compiler)
            case .section(let section): emit(section, into: &compiler)
            case .partial(let partial):
                emitCall(partial.name, fillings: key.fillings, partial.indentation, at: partial.offset, into: &compiler)
            case .parent(let parent):
                let fillings = compiler.fillings(key.fillings, adding: parent.overrides, of: template)
                emitCall(parent.name, fillings: fillings, parent.indentation, at: parent.offset, into: &compiler)
            case .block(let block): emit(block, into: &compiler)
            }
        }
    }

    mutating func finish(into compiler: inout Compiler) {
        if !hasLostItsPlace, let refusal = escaping.refusalOfEnd(start: key.escaping) {
            let place = markup ?? (key.template, compiler.templates[key.template].source.bytes.count)
            refuse(refusal, in: place.template, at: place.offset, into: &compiler)
        }
        add(.end, at: 0, into: &compiler)
    }

    private mutating func emit(_ text: TextNode, startsLine: Bool, into compiler: inout Compiler) {
        let bytes = compiler.templates[template].source.bytes
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
            // The first line of a filling that lands behind other text loses its indentation all the same.
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

    /// Takes text of the template into account for what follows it.
    private mutating func read(_ text: ArraySlice<UInt8>, into compiler: inout Compiler) {
        var rest = text
        while let (refusal, next) = escaping.read(rest) {
            refuse(refusal, in: template, at: next - 1, into: &compiler)
            hasLostItsPlace = true
            rest = rest[next...]
        }
        if let start = text.lastIndex(of: UInt8(ascii: "<")) { markup = (template, start) }
    }

    private mutating func refuse(_ refusal: EscapingRefusal, in template: Int, at offset: Int, into compiler: inout Compiler) {
        let error = compiler.refuse(template, offset, refusal)
        firstRefusal = firstRefusal ?? error
    }

    private mutating func emit(_ variable: VariableTag, into compiler: inout Compiler) {
        let lookup = addLookup(variable.path, into: &compiler)
        let escaper: Escaper
        switch escaping.takeTag(unescaped: variable.unescaped) {
        case .success(let decided): escaper = decided
        case .failure(let refusal):
            refuse(refusal, in: template, at: variable.offset, into: &compiler)
            return
        }
        if escaper == .jsonScript { compiler.wholeValues.insert(TagPlace(template: template, offset: variable.offset)) }
        let filters = escaper.withoutRepetition(variable.filters)
        if filters.isEmpty {
            add(.variable(lookup: lookup, escaper: escaper), at: variable.offset, into: &compiler)
        } else {
            let index = UInt32(compiler.program.filters.count)
            compiler.program.filters.append(filters)
            add(.filtered(lookup: lookup, filters: index, escaper: escaper), at: variable.offset, into: &compiler)
        }
    }

    private mutating func emit(_ section: SectionTag, into compiler: inout Compiler) {
        let lookup = addLookup(section.path, into: &compiler)
        add(.section(lookup: lookup, end: 0), at: section.offset, into: &compiler)
        let opening = compiler.program.instructions.count - 1
        sectionDepth += 1
        let before = escaping
        emit(section.body, into: &compiler)
        if let refusal = escaping.endSection(before: before) {
            refuse(refusal, in: template, at: section.offset, into: &compiler)
            hasLostItsPlace = true
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

    private mutating func emit(_ block: BlockTag, into compiler: inout Compiler) {
        guard let filling = key.fillings.byName[block.name], !landed.contains(filling), landed.count < TemplateParser.nestingLimit,
            let content = compiler.block(of: filling)
        else {
            if block.startsLine && !block.bodyStartsLine {
                startLine(into: &compiler)
                let leading = layout.remaining(of: block.leading)
                literal.append(contentsOf: leading)
                read(leading[...], into: &compiler)
            }
            emit(block.body, into: &compiler)
            return
        }
        let indentation = layout.remaining(of: block.indentation)
        if !content.bodyStartsLine, block.startsLine, !content.body.isEmpty {
            startLine(into: &compiler)
            literal.append(contentsOf: indentation)
            read(indentation[...], into: &compiler)
        }
        let outer = (template, layout)
        template = filling.template
        layout.indentation += indentation
        layout.removed = content.bodyIndentation
        landed.append(filling)
        emit(content.body, startsLine: block.startsLine, into: &compiler)
        landed.removeLast()
        (template, layout) = outer
    }

    private mutating func emitCall(
        _ name: PartialName, fillings: Fillings, _ tagIndentation: [UInt8]?, at offset: Int, into compiler: inout Compiler
    ) {
        // Only a tag that stands alone indents what it includes; the lines of any other begin where the included text has them.
        let blank = tagIndentation.map { layout.indentation + layout.remaining(of: $0) } ?? []
        let hasRunTimePart = tagIndentation != nil && layout.hasRunTimePart
        switch name {
        case .fixed(let name):
            guard let callee = compiler.names.resolve(name, suffix: compiler.templates[template].source.suffix) else { return }
            let atRunTime = hasRunTimePart || !blank.isEmpty && compiler.graph.isRecursive(callee)
            let start = atRunTime ? LineStart(hasRunTimePart: true) : LineStart(indentation: blank)
            let relevant = compiler.graph.meetsBlocks[callee] ? fillings : Fillings()
            let unit = compiler.unit(UnitKey(template: callee, fillings: relevant, escaping: escaping, layout: start))
            let indentation = atRunTime ? addIndentation(blank, into: &compiler) : 0
            add(.call(unit: unit, indentation: indentation), at: offset, into: &compiler)
            if sectionDepth == 0 {
                compiler.calls.append(UnitCall(from: self.unit, to: unit, position: position(offset)))
            }
            escaping.takePartial()
        case .dynamic(let path):
            guard escaping.allowsDynamicPartials else {
                refuse(.dynamicInTag, in: template, at: offset, into: &compiler)
                return
            }
            let lookup = addLookup(path, into: &compiler)
            let atRunTime = hasRunTimePart || !blank.isEmpty
            let table = compiler.dynamicUnits(from: template, fillings: fillings, escaping: escaping, hasRunTimePart: atRunTime)
            let indentation = atRunTime ? addIndentation(blank, into: &compiler) : 0
            add(.dynamicCall(lookup: lookup, table: table, indentation: indentation), at: offset, into: &compiler)
        }
    }

    private func addIndentation(_ blank: [UInt8], into compiler: inout Compiler) -> UInt32 {
        compiler.program.indentations.append(layout.hasRunTimePart ? .adding(blank) : .only(blank))
        return UInt32(compiler.program.indentations.count - 1)
    }

    private func addLookup(_ path: Path, into compiler: inout Compiler) -> UInt32 {
        compiler.program.lookups.append(
            Program.Lookup(
                firstName: UInt32(compiler.program.names.count), nameCount: UInt32(path.names.count), loopValue: path.loopValue))
        compiler.program.names += path.names
        return UInt32(compiler.program.lookups.count - 1)
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

    private func position(_ offset: Int) -> Program.Position {
        Program.Position(template: UInt32(template), offset: UInt32(offset))
    }
}
