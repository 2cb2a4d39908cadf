/// Runs a program. Sections and partials have their own stacks, so that no template can exhaust the thread's stack.
struct Renderer: ~Copyable {
    private let tables: ProgramTables
    private let options: TemplateOptions
    private var contexts: ContextStack
    private var sections = SectionStack()
    private let inlineCache: InlineCache
    private var turns = TurnMemory()
    private var calls: [Call] = []
    private var procedure: ProcedureID
    private var indentation: [UInt8] = []
    private var steps = 0
    /// The tags whose addresses were replaced.
    private(set) var replaced: [TagPosition] = []

    private struct Call {
        let returnTo: Int
        let procedure: ProcedureID
        let indentation: [UInt8]
    }

    /// - Parameter contexts: the values must not move while the renderer is in use.
    init(tables: ProgramTables, procedure: ProcedureID, contexts: UnsafeBufferPointer<TemplateValue>, options: TemplateOptions) {
        self.tables = tables
        self.procedure = procedure
        self.options = options
        self.contexts = ContextStack(contexts)
        inlineCache = InlineCache(count: tables.lookups.count)
        calls.reserveCapacity(8)
    }

    mutating func run(into output: inout OutputBuffer) throws(RenderFailure) {
        let limit = output.count + options.outputLimit
        var next = Int(tables.procedures[procedure.index].start)
        while true {
            let here = next
            next += 1
            switch tables.instructions[here] {
            case .literal(let start, let count):
                output.append(contentsOf: UnsafeBufferPointer(rebasing: tables.text[Int(start)..<Int(start + count)]))
                if output.count > limit { throw failure(.outputLimit, at: here) }
            case .indentation:
                output.append(contentsOf: indentation)
            case .variable, .filtered, .message:
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
            case .call(let procedure, let indentation):
                try call(procedure, indentation: indentation, next: &next)
            case .dynamicCall(let lookup, let table, let indentation):
                if case .text(let name) = find(lookup).pointee, let procedure = tables.program.dynamicProcedures[Int(table)][name] {
                    try call(procedure, indentation: indentation, next: &next)
                }
            case .fault(let index):
                throw failure(.fault(index), at: here)
            case .end:
                guard let call = calls.popLast() else { return }
                next = call.returnTo
                procedure = call.procedure
                indentation = call.indentation
            }
        }
    }

    @inline(__always)
    private mutating func writeVariable(at instruction: Int, to output: inout OutputBuffer) throws(RenderFailure) {
        let writing: WriteResult
        switch tables.instructions[instruction] {
        case .variable(let lookup, let escaper):
            writing = escaper.append(find(lookup), to: &output, tables)
        case .filtered(let lookup, let filters, let escaper):
            var value = find(lookup).pointee
            for filter in tables.program.filters[Int(filters)] { value = filter.apply(to: value, options.messages.language) }
            writing = escaper.append(value, to: &output, tables)
        case .message(let index, let escaper):
            let placed = tables.messages.baseAddress.unsafelyUnwrapped + Int(index)
            writing = Unmanaged.passUnretained(placed.pointee.message)._withUnsafeGuaranteedRef { message in
                escaper.append(message, to: &output, tables.language) { find(placed.pointee.values[$0]) }
            }
        default: return
        }
        if writing != .written { try note(writing, at: instruction) }
    }

    /// Writes the turns of a section from residual programs while its values are shared objects.
    ///
    /// - Returns: the instruction to continue with. It is the first of the body if a value is not shared, otherwise the one after the
    ///   section.
    @inline(__always)
    private mutating func skipShared(
        from start: Int, end: Int, limit: Int, to output: inout OutputBuffer
    ) throws(RenderFailure) -> Int {
        turns.forget()
        // Most values are not shared, and need no call.
        return contexts.residuals == nil ? start : try writeShared(from: start, end: end, limit: limit, to: &output)
    }

    @inline(never)
    private mutating func writeShared(
        from start: Int, end: Int, limit: Int, to output: inout OutputBuffer
    ) throws(RenderFailure) -> Int {
        while let cache = contexts.residuals, let object = contexts.top {
            let residual = cache._withUnsafeGuaranteedRef { cache in
                cache.program(at: UInt32(start), of: tables.templates) {
                    PartialEvaluator.evaluate(object, from: start, tables: tables, options: options)
                }
            }
            guard let residual, try write(residual, to: &output) else { return start }
            try takeStep(at: start)
            if output.count > limit { throw failure(.outputLimit, at: start) }
            if !sections.next(&contexts) { return end }
        }
        return start
    }

    /// Returns false and writes nothing if a value around the object has a kind that the residual program does not expect.
    private mutating func write(_ residual: Unmanaged<ResidualProgram>, to output: inout OutputBuffer) throws(RenderFailure) -> Bool {
        let (outputStart, replacedStart) = (output.count, replaced.count)
        let (steps, bytes) = residual._withUnsafeGuaranteedRef { ($0.steps, $0.bytes) }
        var step = 0
        var byte = 0
        while step < steps.count {
            switch steps[step] {
            case .bytes(let count):
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[byte..<byte + Int(count)]))
                byte += Int(count)
            case .instruction(let instruction):
                if let (start, count) = turns.piece(of: instruction) {
                    output.appendAgain(from: start, count: count)
                } else {
                    let (pieceStart, noted) = (output.count, replaced.count)
                    try writeVariable(at: Int(instruction), to: &output)
                    if replaced.count == noted, tables.isSameInEachTurn(Int(instruction)) {
                        turns.keep(instruction, start: pieceStart, count: output.count - pieceStart)
                    }
                }
            case .when(let lookup, let isInverted, let stepCount, let byteCount):
                let opens: Bool
                if let known = turns.answer(to: lookup) {
                    opens = known
                } else {
                    let found = find(lookup)
                    opens = found.pointee.opensSection
                    if opens, !isInverted, !found.pointee.isFlag {
                        output.cut(to: outputStart)
                        replaced.removeLast(replaced.count - replacedStart)
                        turns.forget()
                        return false
                    }
                    if !opens || found.pointee.isFlag, tables.lookups[lookup.index].loopValue == nil { turns.keep(lookup, opens) }
                }
                if opens == isInverted {
                    step += Int(stepCount)
                    byte += Int(byteCount)
                }
            case .absent(let lookup):
                var hint: UInt16 = 0
                guard case .absent = contexts.search(tables.path(of: tables.lookups[lookup.index]), hint: &hint) else { return false }
            }
            step += 1
        }
        return true
    }

    /// The place of the value that a lookup finds in the data or the loop, or the place of no value. It is valid until the next lookup.
    @inline(__always)
    private mutating func find(_ lookup: LookupID) -> UnsafePointer<TemplateValue> {
        let entry = tables.lookups[lookup.index]
        if entry.nameCount == 0 { return contexts.top ?? sections.nothing }
        if case .found(let place) = contexts.search(tables.path(of: entry), hint: &inlineCache.places[lookup.index]) { return place }
        return entry.loopValue.flatMap(sections.place) ?? sections.nothing
    }

    private mutating func call(_ callee: ProcedureID, indentation added: UInt32, next: inout Int) throws(RenderFailure) {
        try takeStep(at: next - 1)
        if calls.count >= options.depthLimit { throw failure(.depthLimit, at: next - 1) }
        calls.append(Call(returnTo: next, procedure: procedure, indentation: indentation))
        if added != 0 { indent(by: tables.program.indentations[Int(added)]) }
        procedure = callee
        next = Int(tables.procedures[callee.index].start)
    }

    private mutating func indent(by added: Program.Indentation) {
        switch added {
        case .none: break
        case .only(let blank): indentation = blank
        case .adding(let blank): indentation += blank
        }
    }

    private mutating func note(_ writing: WriteResult, at instruction: Int) throws(RenderFailure) {
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
        let chain = (calls.map(\.procedure) + [procedure]).map { tables.procedures[$0.index].template }
        return RenderFailure(reason: reason, position: tables.program.positions[instruction], chain: chain)
    }
}

/// For each lookup of a program, the index at which the name was most recently found in its object.
private struct InlineCache: ~Copyable {
    let places: UnsafeMutablePointer<UInt16>

    init(count: Int) {
        places = .allocate(capacity: count)
        places.initialize(repeating: 0, count: count)
    }

    deinit { places.deallocate() }
}

/// Why a program stopped, in the program's own terms.
struct RenderFailure: Error {
    enum Reason {
        case outputLimit
        case depthLimit
        case stepLimit
        case notSafeHTML
        case fault(UInt32)
    }

    let reason: Reason
    let position: TagPosition
    /// The templates that are being rendered. The outermost is first.
    let chain: [TemplateID]

    /// The last round of a chain that repeats itself: `a → b → a`.
    func cycle(names: [String]) -> String {
        guard let last = chain.last else { return "" }
        let start = chain.dropLast().lastIndex(of: last) ?? max(0, chain.count - 8)
        return chain[start...].map { names[$0.index] }.joined(separator: " → ")
    }
}
