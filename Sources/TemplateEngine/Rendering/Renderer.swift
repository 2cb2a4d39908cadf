/// Runs a program. Sections and partials have stacks of their own, so that no template can exhaust the thread's.
struct Renderer {
    private let tables: ProgramTables
    private let options: TemplateOptions
    private var contexts: ContextStack
    private var sections = SectionStack()
    /// For each lookup where in its object the name was the last time.
    private var hints: [UInt16]
    private var calls: [Call] = []
    private var unit: UInt32
    private var indentation: [UInt8] = []
    private var steps = 0
    /// The tags whose addresses were replaced.
    private(set) var replaced: [Program.Position] = []

    private struct Call {
        let returnTo: Int
        let unit: UInt32
        let indentation: [UInt8]
    }

    init(tables: ProgramTables, unit: UInt32, contexts: [Value], options: TemplateOptions) {
        self.tables = tables
        self.unit = unit
        self.options = options
        self.contexts = ContextStack(contexts)
        hints = [UInt16](repeating: 0, count: tables.lookups.count)
    }

    mutating func run(into output: inout [UInt8]) throws(RenderFailure) {
        let limit = output.count + options.outputLimit
        var next = Int(tables.units[Int(unit)].start)
        while true {
            let here = next
            next += 1
            switch tables.instructions[here] {
            case .literal(let start, let count):
                output.append(contentsOf: UnsafeBufferPointer(rebasing: tables.text[Int(start)..<Int(start + count)]))
                if output.count > limit { throw failure(.outputLimit, at: here) }
            case .indentation:
                output.append(contentsOf: indentation)
            case .variable(let lookup, let escaper):
                let writing =
                    if let place = place(of: lookup) {
                        escaper.append(place.pointee, to: &output)
                    } else {
                        escaper.append(valueWithoutPlace(lookup) ?? .null, to: &output)
                    }
                if writing != .written { try note(writing, at: here) }
                if output.count > limit { throw failure(.outputLimit, at: here) }
            case .filtered(let lookup, let filters, let escaper):
                var value = value(of: lookup)
                for filter in tables.program.filters[Int(filters)] { value = filter.apply(to: value) }
                let writing = escaper.append(value, to: &output)
                if writing != .written { try note(writing, at: here) }
                if output.count > limit { throw failure(.outputLimit, at: here) }
            case .section(let lookup, let end):
                try takeStep(at: here)
                if opensSection(lookup) {
                    sections.enter(value(of: lookup), &contexts)
                } else {
                    next = Int(end)
                }
            case .inverted(let lookup, let end):
                if opensSection(lookup) { next = Int(end) }
            case .endSection(let start):
                try takeStep(at: here)
                if sections.next(&contexts) { next = Int(start) }
            case .call(let unit, let indentation):
                try call(unit, indentation: indentation, next: &next)
            case .dynamicCall(let lookup, let table, let indentation):
                if case .text(let name) = value(of: lookup), let unit = tables.program.dynamicUnits[Int(table)][name] {
                    try call(unit, indentation: indentation, next: &next)
                }
            case .fault(let index):
                throw failure(.fault(index), at: here)
            case .end:
                guard let call = calls.popLast() else { return }
                next = call.returnTo
                unit = call.unit
                indentation = call.indentation
            }
        }
    }

    /// Where the data has what a lookup asks for.
    private mutating func place(of lookup: UInt32) -> UnsafePointer<Value>? {
        let entry = tables.lookups[Int(lookup)]
        return entry.nameCount == 0 ? nil : contexts.place(of: tables.path(of: entry), hint: &hints[Int(lookup)])
    }

    /// What a lookup means that no place in the data has: the implicit iterator, or a value of the loop.
    private func valueWithoutPlace(_ lookup: UInt32) -> Value? {
        let entry = tables.lookups[Int(lookup)]
        if entry.nameCount == 0 { return contexts.top }
        return entry.loopValue.flatMap(sections.value)
    }

    private mutating func value(of lookup: UInt32) -> Value {
        place(of: lookup)?.pointee ?? valueWithoutPlace(lookup) ?? .null
    }

    private mutating func opensSection(_ lookup: UInt32) -> Bool {
        if let place = place(of: lookup) { return place.pointee.opensSection }
        return valueWithoutPlace(lookup)?.opensSection ?? false
    }

    private mutating func call(_ callee: UInt32, indentation added: UInt32, next: inout Int) throws(RenderFailure) {
        try takeStep(at: next - 1)
        if calls.count >= options.depthLimit { throw failure(.depthLimit, at: next - 1) }
        calls.append(Call(returnTo: next, unit: unit, indentation: indentation))
        switch tables.program.indentations[Int(added)] {
        case .none: break
        case .only(let blank): indentation = blank
        case .adding(let blank): indentation += blank
        }
        unit = callee
        next = Int(tables.units[Int(callee)].start)
    }

    private mutating func note(_ writing: Writing, at instruction: Int) throws(RenderFailure) {
        switch writing {
        case .written: break
        case .replaced: replaced.append(tables.program.positions[instruction])
        case .refused: throw failure(.notSafeHTML, at: instruction)
        }
    }

    private mutating func takeStep(at instruction: Int) throws(RenderFailure) {
        steps += 1
        if steps > options.stepLimit { throw failure(.stepLimit, at: instruction) }
    }

    private func failure(_ reason: RenderFailure.Reason, at instruction: Int) -> RenderFailure {
        let chain = (calls.map(\.unit) + [unit]).map { tables.units[Int($0)].template }
        return RenderFailure(reason: reason, position: tables.program.positions[instruction], chain: chain)
    }
}
