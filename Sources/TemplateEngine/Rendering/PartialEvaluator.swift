/// Runs the body of a section for one object without its surrounding contexts. Everything that the object does not decide becomes a step of
/// a `ResidualProgram`.
///
/// It gives up if a step would depend on more than the value of an outer name. There are six such cases: an outer value that becomes a
/// context itself, indentation, a partial named by an outer value, an address whose safety depends on an outer value before it, a message
/// with an outer value among others, or an error that must be reported. The section is then rendered as if nothing were shared.
struct PartialEvaluator: ~Copyable {
    private let tables: ProgramTables
    private let options: TemplateOptions
    private var contexts: ContextStack
    private var sections = SectionStack()
    private var calls: [Int] = []
    /// The steps that depend on an outer value and have not ended.
    private var open: [OpenStep] = []
    private var steps: [ResidualProgram.Step] = []
    private var bytes = OutputBuffer()
    /// The index in `bytes` at which the last step of bytes begins.
    private var start = 0
    private var guarded: Set<LookupID> = []
    private var guards: [ResidualProgram.Step] = []
    private var turns = 0

    private struct OpenStep {
        let step: Int
        let firstByte: Int
        /// The instruction after the section, and its depth in partials.
        let end: Int
        let depth: Int
    }

    /// Larger programs are not kept.
    private static let limit = 64 << 10

    /// - Parameters:
    ///   - object: the caller keeps it alive.
    ///   - start: the first instruction of the body.
    static func evaluate(
        _ object: UnsafePointer<TemplateValue>, from start: Int, tables: ProgramTables, options: TemplateOptions
    ) -> ResidualProgram? {
        var evaluator = PartialEvaluator(
            tables: tables, options: options, contexts: ContextStack(UnsafeBufferPointer(start: object, count: 1)))
        guard evaluator.run(from: start) else { return nil }
        return evaluator.bytes.withUnsafeBytes { ResidualProgram(steps: evaluator.guards + evaluator.steps, bytes: $0) }
    }

    private init(tables: ProgramTables, options: TemplateOptions, contexts: ContextStack) {
        self.tables = tables
        self.options = options
        self.contexts = contexts
        steps.reserveCapacity(32)
        open.reserveCapacity(4)
        calls.reserveCapacity(4)
    }

    /// Returns whether it reached the end of the body.
    private mutating func run(from start: Int) -> Bool {
        var next = start
        while true {
            while let last = open.last, last.end == next, last.depth == calls.count { close(last) }
            guard bytes.count <= Self.limit, turns <= Self.limit else { return false }
            let here = next
            next += 1
            switch tables.instructions[here] {
            case .literal(let start, let count):
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: tables.text[Int(start)..<Int(start + count)]))
            case .variable(let lookup, let escaper):
                guard let found = find(lookup) else {
                    add(.instruction(UInt32(here)))
                    continue
                }
                guard write(found.pointee, escaper) else { return false }
            case .filtered(let lookup, let filters, let escaper):
                guard var value = find(lookup)?.pointee else {
                    add(.instruction(UInt32(here)))
                    continue
                }
                for filter in tables.program.filters[Int(filters)] { value = filter.apply(to: value, options.messages.language) }
                guard write(value, escaper) else { return false }
            case .message(let index, let escaper):
                let placed = tables.messages[Int(index)]
                let found = placed.values.map { find($0)?.pointee }
                if found.allSatisfy({ $0 == nil }) {
                    add(.instruction(UInt32(here)))
                    continue
                }
                let values = found.compactMap(\.self)
                guard values.count == found.count else { return false }
                var text: [UInt8] = []
                values.withUnsafeBufferPointer { values in
                    placed.message.write(
                        options.messages, value: { values.baseAddress.unsafelyUnwrapped + $0 }, to: { text.append(contentsOf: $0) })
                }
                guard write(.text(String(decoding: text, as: UTF8.self)), escaper) else { return false }
            case .section(let lookup, let end):
                turns += 1
                if let found = find(lookup) {
                    if found.pointee.opensSection { sections.enter(found, &contexts) } else { next = Int(end) }
                } else {
                    begin(lookup, isInverted: false, end: Int(end))
                    // If the value is not a flag it becomes a context, and this program cannot be used.
                    sections.enterFlag()
                }
            case .inverted(let lookup, let end):
                if let found = find(lookup) {
                    if found.pointee.opensSection { next = Int(end) }
                } else {
                    begin(lookup, isInverted: true, end: Int(end))
                }
            case .endSection(let start):
                turns += 1
                if sections.isEmpty, calls.isEmpty {
                    flush()
                    return true
                }
                if sections.next(&contexts) { next = Int(start) }
            case .call(let procedure, let indentation):
                guard indentation == 0, call(procedure, &next) else { return false }
            case .dynamicCall(let lookup, let table, let indentation):
                guard indentation == 0, let value = find(lookup)?.pointee else { return false }
                if case .text(let name) = value, let procedure = tables.program.dynamicProcedures[Int(table)][name], !call(procedure, &next)
                {
                    return false
                }
            case .end:
                guard let caller = calls.popLast() else { return false }
                next = caller
            case .indentation, .fault:
                return false
            }
        }
    }

    /// Returns false if the value would be written differently after an outer value.
    private mutating func write(_ value: TemplateValue, _ escaper: Escaper) -> Bool {
        escaper.isIndependent(value) && escaper.append(value, to: &bytes, tables) == .written
    }

    private mutating func call(_ procedure: ProcedureID, _ next: inout Int) -> Bool {
        turns += 1
        guard calls.count < options.depthLimit else { return false }
        calls.append(next)
        next = Int(tables.procedures[procedure.index].start)
        return true
    }

    /// The place of the value that a lookup finds in the object. Nil if only the outer contexts have it.
    private mutating func find(_ lookup: LookupID) -> UnsafePointer<TemplateValue>? {
        let entry = tables.lookups[lookup.index]
        if entry.nameCount == 0 { return contexts.top }
        var hint: UInt16 = 0
        switch contexts.search(tables.path(of: entry), hint: &hint) {
        case .found(let place): return place
        case .incomplete: return entry.loopValue.flatMap(sections.place) ?? sections.nothing
        case .absent:
            guard let value = entry.loopValue.flatMap(sections.place) else { return nil }
            if guarded.insert(lookup).inserted { guards.append(.absent(lookup: lookup)) }
            return value
        }
    }

    private mutating func begin(_ lookup: LookupID, isInverted: Bool, end: Int) {
        add(.when(lookup: lookup, isInverted: isInverted, steps: 0, bytes: 0))
        open.append(OpenStep(step: steps.count - 1, firstByte: bytes.count, end: end, depth: calls.count))
    }

    private mutating func close(_ last: OpenStep) {
        flush()
        open.removeLast()
        guard case .when(let lookup, let isInverted, _, _) = steps[last.step] else { return }
        steps[last.step] = .when(
            lookup: lookup, isInverted: isInverted, steps: UInt32(steps.count - last.step - 1), bytes: UInt32(bytes.count - last.firstByte))
    }

    private mutating func add(_ step: ResidualProgram.Step) {
        flush()
        steps.append(step)
    }

    private mutating func flush() {
        if bytes.count > start { steps.append(.bytes(UInt32(bytes.count - start))) }
        start = bytes.count
    }
}
