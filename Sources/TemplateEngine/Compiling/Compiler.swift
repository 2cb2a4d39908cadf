/// Turns parsed templates into a program: one unit of code for each way in which a template is used.
struct Compiler {
    /// A bound on what sets of templates can grow into by including each other.
    static let instructionLimit = 4_000_000
    static let textLimit = 256 << 20
    static let unitLimit = 100_000

    let templates: [ParsedTemplate]
    let names: TemplateNames
    let graph: InclusionGraph
    var program = Program()
    var errors: [TemplateError] = []
    var calls: [UnitCall] = []
    /// The tags that print values of any kind, as JSON.
    var wholeValues: Set<TagPlace> = []

    private var unitIndices: [UnitKey: UInt32] = [:]
    private var waiting: [(unit: UInt32, key: UnitKey)] = []
    /// What may turn out not to be needed: templates that are only ever included elsewhere, and what a dynamic name could mean.
    private var perhapsNeeded: [(unit: UInt32, key: UnitKey)] = []
    private var isPerhapsNeeded = false
    private var isEmitted: [Bool] = []
    private var dynamicIndices: [DynamicKey: UInt32] = [:]
    private var blocks: [Fillings.Filling: BlockTag] = [:]

    private struct DynamicKey: Hashable {
        let suffix: String
        let fillings: Fillings
        let escaping: EscapingState
        let hasRunTimePart: Bool
    }

    init(templates: [ParsedTemplate], names: TemplateNames) {
        self.templates = templates
        self.names = names
        graph = InclusionGraph(templates: templates, names: names)
        program.indentations = [.none]
        unitIndices.reserveCapacity(templates.count)
        let size = templates.reduce(0) { $0 + $1.source.bytes.count }
        program.reserveCapacity(for: size)
    }

    /// The unit of a template that is rendered on its own.
    ///
    /// - Parameter isMeantTo: whether it surely is. Otherwise its text may have no meaning alone, which then is a mistake of who renders it.
    mutating func entry(_ template: Int, isMeantTo: Bool) -> UInt32 {
        let mode = EscapingMode(suffix: templates[template].source.suffix)
        isPerhapsNeeded = !isMeantTo
        return unit(UnitKey(template: template, fillings: Fillings(), escaping: EscapingState(mode: mode), layout: LineStart()))
    }

    /// Compiles everything that the entries need: first what is needed for sure, so that its mistakes are told.
    mutating func run() {
        while !waiting.isEmpty || !perhapsNeeded.isEmpty {
            isPerhapsNeeded = waiting.isEmpty
            guard let (unit, key) = waiting.popLast() ?? perhapsNeeded.popLast() else { return }
            if isEmitted[Int(unit)] { continue }
            isEmitted[Int(unit)] = true
            var emitter = UnitEmitter(key: key, unit: unit)
            program.units[Int(unit)].start = UInt32(program.instructions.count)
            emitter.emit(templates[key.template].nodes, into: &self)
            emitter.finish(into: &self)
            if isPerhapsNeeded, let refusal = emitter.firstRefusal { replace(unit, with: refusal) }
            if program.instructions.count > Self.instructionLimit || program.text.count > Self.textLimit
                || program.units.count > Self.unitLimit
            {
                report(
                    key.template, 0, "the templates include each other in more ways than can be compiled",
                    "Include fewer partials from within partials")
                return
            }
        }
    }

    mutating func unit(_ key: UnitKey) -> UInt32 {
        let unit = unitIndices[key] ?? UInt32(program.units.count)
        if unit == program.units.count {
            program.units.append(Program.Unit(template: key.template, start: 0))
            isEmitted.append(false)
            unitIndices[key] = unit
        } else if isEmitted[Int(unit)] || isPerhapsNeeded {
            return unit
        }
        if isPerhapsNeeded { perhapsNeeded.append((unit, key)) } else { waiting.append((unit, key)) }
        return unit
    }

    private mutating func replace(_ unit: UInt32, with fault: TemplateError) {
        program.units[Int(unit)].start = UInt32(program.instructions.count)
        program.instructions.append(.fault(UInt32(program.faults.count)))
        program.positions.append(Program.Position(template: UInt32(program.units[Int(unit)].template), offset: 0))
        program.faults.append(fault)
    }

    /// The units of all templates that a dynamic name can mean.
    mutating func dynamicUnits(from template: Int, fillings: Fillings, escaping: EscapingState, hasRunTimePart: Bool) -> UInt32 {
        let suffix = templates[template].source.suffix
        let key = DynamicKey(suffix: suffix, fillings: fillings, escaping: escaping, hasRunTimePart: hasRunTimePart)
        if let table = dynamicIndices[key] { return table }
        let table = UInt32(program.dynamicUnits.count)
        dynamicIndices[key] = table
        program.dynamicUnits.append([:])
        let wasPerhapsNeeded = isPerhapsNeeded
        isPerhapsNeeded = true
        defer { isPerhapsNeeded = wasPerhapsNeeded }
        for (name, template) in names.known(suffix: suffix) {
            let layout = LineStart(hasRunTimePart: hasRunTimePart)
            program.dynamicUnits[Int(table)][name] = unit(
                UnitKey(template: template, fillings: fillings, escaping: escaping, layout: layout))
        }
        return table
    }

    /// Makes the blocks known by their places, so that a filling can be found again where it lands.
    mutating func fillings(_ fillings: Fillings, adding blocks: [BlockTag], of template: Int) -> Fillings {
        for block in blocks {
            self.blocks[Fillings.Filling(template: template, offset: block.offset)] = block
        }
        return fillings.adding(blocks, of: template)
    }

    func block(of filling: Fillings.Filling) -> BlockTag? {
        blocks[filling]
    }

    /// The mistake that a refusal is; told where the unit is needed for sure.
    mutating func refuse(_ template: Int, _ offset: Int, _ refusal: EscapingRefusal) -> TemplateError {
        let error = TemplateError(in: templates[template].source, at: offset, what: refusal.what, remedy: refusal.remedy)
        if !isPerhapsNeeded, !errors.contains(error) { errors.append(error) }
        return error
    }

    mutating func report(_ template: Int, _ offset: Int, _ what: String, _ remedy: String) {
        let error = TemplateError(in: templates[template].source, at: offset, what: what, remedy: remedy)
        if !errors.contains(error) { errors.append(error) }
    }
}

/// Where a tag stands.
struct TagPlace: Hashable, Sendable {
    let template: Int
    let offset: Int
}

/// A call of one unit by another that happens whatever the data is.
struct UnitCall: Sendable {
    let from: UInt32
    let to: UInt32
    let position: Program.Position
}
