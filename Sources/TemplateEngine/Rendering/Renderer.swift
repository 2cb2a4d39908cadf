/// Runs a program. Sections and partials have stacks of their own, so that no template can exhaust the thread's.
struct Renderer: ~Copyable {
    private let tables: ProgramTables
    private let options: TemplateOptions
    private var contexts: ContextStack
    private var sections = SectionStack()
    private let hints: Hints
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

    /// - Parameter contexts: stay where they are for as long as this is used.
    init(tables: ProgramTables, unit: UInt32, contexts: UnsafeBufferPointer<TemplateValue>, options: TemplateOptions) {
        self.tables = tables
        self.unit = unit
        self.options = options
        self.contexts = ContextStack(contexts)
        hints = Hints(count: tables.lookups.count)
    }

    mutating func run(into output: inout OutputBuffer) throws(RenderFailure) {
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
            case .variable, .filtered:
                try writeVariable(at: here, to: &output)
                if output.count > limit { throw failure(.outputLimit, at: here) }
            case .section(let lookup, let end):
                try takeStep(at: here)
                let found = find(lookup)
                if found.pointee.opensSection {
                    sections.enter(found, &contexts)
                    next = try skipShared(from: next, end: Int(end), limit: limit, to: &output)
                } else {
                    next = Int(end)
                }
            case .inverted(let lookup, let end):
                if find(lookup).pointee.opensSection { next = Int(end) }
            case .endSection(let start):
                try takeStep(at: here)
                if sections.next(&contexts) { next = try skipShared(from: Int(start), end: next, limit: limit, to: &output) }
            case .call(let unit, let indentation):
                try call(unit, indentation: indentation, next: &next)
            case .dynamicCall(let lookup, let table, let indentation):
                if case .text(let name) = find(lookup).pointee, let unit = tables.program.dynamicUnits[Int(table)][name] {
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

    @inline(__always)
    private mutating func writeVariable(at instruction: Int, to output: inout OutputBuffer) throws(RenderFailure) {
        let writing: Writing
        switch tables.instructions[instruction] {
        case .variable(let lookup, let escaper):
            writing = escaper.append(find(lookup).pointee, to: &output)
        case .filtered(let lookup, let filters, let escaper):
            var value = find(lookup).pointee
            for filter in tables.program.filters[Int(filters)] { value = filter.apply(to: value) }
            writing = escaper.append(value, to: &output)
        default: return
        }
        if writing != .written { try note(writing, at: instruction) }
    }

    /// Writes the turns of a section whose values are shared objects, as long as they are.
    ///
    /// - Returns: the instruction to go on with: the body's first where a value is not shared, else the one behind the section.
    private mutating func skipShared(
        from start: Int, end: Int, limit: Int, to output: inout OutputBuffer
    ) throws(RenderFailure) -> Int {
        while let bodies = contexts.sharedBodies, let object = contexts.top {
            let body = bodies._withUnsafeGuaranteedRef { bodies in
                bodies.body(at: UInt32(start), of: tables.templates) {
                    BodyRecorder.record(object, from: start, tables: tables, options: options)
                }
            }
            guard let body, try write(body, to: &output) else { return start }
            try takeStep(at: start)
            if output.count > limit { throw failure(.outputLimit, at: start) }
            if !sections.next(&contexts) { return end }
        }
        return start
    }

    /// Whether it could be written: not where a value around the object is of a kind that the body does not expect; nothing is written then.
    private mutating func write(_ body: Unmanaged<SharedBody>, to output: inout OutputBuffer) throws(RenderFailure) -> Bool {
        let (outputStart, replacedStart) = (output.count, replaced.count)
        let (steps, bytes) = body._withUnsafeGuaranteedRef { ($0.steps, $0.bytes) }
        var step = 0
        var byte = 0
        while step < steps.count {
            switch steps[step] {
            case .bytes(let count):
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[byte..<byte + Int(count)]))
                byte += Int(count)
            case .instruction(let instruction):
                try writeVariable(at: Int(instruction), to: &output)
            case .when(let lookup, let isInverted, let stepCount, let byteCount):
                let found = find(lookup)
                let opens = found.pointee.opensSection
                if opens, !isInverted, !found.pointee.isFlag {
                    output.cut(to: outputStart)
                    replaced.removeLast(replaced.count - replacedStart)
                    return false
                }
                if opens == isInverted {
                    step += Int(stepCount)
                    byte += Int(byteCount)
                }
            case .absent(let lookup):
                var hint: UInt16 = 0
                guard case .absent = contexts.search(tables.path(of: tables.lookups[Int(lookup)]), hint: &hint) else { return false }
            }
            step += 1
        }
        return true
    }

    /// Where that is which a lookup means: in the data, with the loop, or nothing. Good until the next is asked for.
    @inline(__always)
    private mutating func find(_ lookup: UInt32) -> UnsafePointer<TemplateValue> {
        let entry = tables.lookups[Int(lookup)]
        if entry.nameCount == 0 { return contexts.top ?? sections.nothing }
        if case .found(let place) = contexts.search(tables.path(of: entry), hint: &hints.places[Int(lookup)]) { return place }
        return entry.loopValue.flatMap(sections.place) ?? sections.nothing
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
