/// Runs a program. Sections and partials have stacks of their own, so that no template can exhaust the thread's.
struct Renderer {
    private let program: Program
    private let options: TemplateOptions
    private var contexts: ContextStack
    private var hints: [UInt16]
    private var sections: [OpenSection] = []
    private var loops: [Loop] = []
    private var calls: [Call] = []
    private var indentation: [UInt8] = []
    private var steps = 0
    private var unit: UInt32

    private enum OpenSection {
        case list
        /// Its value is a context.
        case value
        /// `true` is no context: the names inside mean what they mean outside.
        case flag
    }

    struct Loop {
        let items: [Value]
        var index: Int
    }

    private struct Call {
        let returnTo: Int
        let unit: UInt32
        let indentation: [UInt8]
    }

    init(program: Program, unit: UInt32, contexts: [Value], options: TemplateOptions) {
        self.program = program
        self.unit = unit
        self.options = options
        self.contexts = ContextStack(contexts)
        hints = [UInt16](repeating: 0, count: program.lookups.count)
    }

    mutating func run(into output: inout [UInt8]) throws(RenderFailure) {
        let end = output.count + options.outputLimit
        var next = Int(program.units[Int(unit)].start)
        while true {
            let here = next
            next += 1
            switch program.instructions[here] {
            case .literal(let start, let count):
                output.append(contentsOf: program.text[Int(start)..<Int(start + count)])
                if output.count > end { throw failure(.outputLimit, at: here) }
            case .indentation:
                output.append(contentsOf: indentation)
            case .variable(let lookup, let escaper):
                if let value = value(of: lookup) {
                    guard escaper.append(value, to: &output) else { throw failure(.notSafeHTML, at: here) }
                    if output.count > end { throw failure(.outputLimit, at: here) }
                }
            case .filtered(let lookup, let filters, let escaper):
                var value = value(of: lookup) ?? .null
                for filter in program.filters[Int(filters)] { value = filter.apply(to: value) }
                guard escaper.append(value, to: &output) else { throw failure(.notSafeHTML, at: here) }
                if output.count > end { throw failure(.outputLimit, at: here) }
            case .section(let lookup, let end):
                try takeStep(at: here)
                if !enterSection(value(of: lookup) ?? .null) { next = Int(end) }
            case .inverted(let lookup, let end):
                if value(of: lookup)?.opensSection ?? false { next = Int(end) }
            case .endSection(let start):
                try takeStep(at: here)
                if continueSection() { next = Int(start) }
            case .call(let unit, let indentation):
                try call(unit, indentation: indentation, next: &next)
            case .dynamicCall(let lookup, let table, let indentation):
                if let unit = dynamicUnit(lookup: lookup, table: table) {
                    try call(unit, indentation: indentation, next: &next)
                }
            case .end:
                guard let call = calls.popLast() else { return }
                next = call.returnTo
                unit = call.unit
                indentation = call.indentation
            }
        }
    }

    private mutating func value(of lookup: UInt32) -> Value? {
        let entry = program.lookups[Int(lookup)]
        if let value = contexts.value(of: entry.path, hint: &hints[Int(lookup)]) { return value }
        guard let loopValue = entry.loopValue, let loop = loops.last else { return nil }
        return switch loopValue {
        case .index: .integer(loop.index)
        case .first: .bool(loop.index == 0)
        case .last: .bool(loop.index == loop.items.count - 1)
        case .length: .integer(loop.items.count)
        }
    }

    private mutating func enterSection(_ value: Value) -> Bool {
        guard value.opensSection else { return false }
        switch value {
        case .list(let items):
            sections.append(.list)
            loops.append(Loop(items: items, index: 0))
            contexts.push(items[0])
        case .bool:
            sections.append(.flag)
        case .null, .integer, .number, .text, .html, .object:
            sections.append(.value)
            contexts.push(value)
        }
        return true
    }

    /// Whether the section has another turn; it is left otherwise.
    private mutating func continueSection() -> Bool {
        switch sections[sections.count - 1] {
        case .list:
            let last = loops.count - 1
            loops[last].index += 1
            if loops[last].index < loops[last].items.count {
                contexts.replaceTop(with: loops[last].items[loops[last].index])
                return true
            }
            loops.removeLast()
            contexts.pop()
        case .value:
            contexts.pop()
        case .flag:
            break
        }
        sections.removeLast()
        return false
    }

    private mutating func call(_ callee: UInt32, indentation added: UInt32, next: inout Int) throws(RenderFailure) {
        try takeStep(at: next - 1)
        if calls.count >= options.depthLimit { throw failure(.depthLimit, at: next - 1) }
        calls.append(Call(returnTo: next, unit: unit, indentation: indentation))
        switch program.indentations[Int(added)] {
        case .none: break
        case .only(let blank): indentation = blank
        case .adding(let blank): indentation += blank
        }
        unit = callee
        next = Int(program.units[Int(callee)].start)
    }

    private mutating func dynamicUnit(lookup: UInt32, table: UInt32) -> UInt32? {
        guard case .text(let name)? = value(of: lookup) else { return nil }
        return program.dynamicUnits[Int(table)][name]
    }

    private mutating func takeStep(at instruction: Int) throws(RenderFailure) {
        steps += 1
        if steps > options.stepLimit { throw failure(.stepLimit, at: instruction) }
    }

    private func failure(_ reason: RenderFailure.Reason, at instruction: Int) -> RenderFailure {
        let chain = calls.map { program.units[Int($0.unit)].template } + [program.units[Int(unit)].template]
        return RenderFailure(reason: reason, position: program.positions[instruction], chain: chain)
    }
}
