import Support

/// Turns parsed templates into a program: one procedure for each way in which a template is used.
struct Compiler {
    /// The most instructions for templates that include each other.
    private static let instructionLimit = 4_000_000
    private static let textLimit = 256 << 20
    private static let procedureLimit = 100_000

    let templates: [ParsedTemplate]
    let names: TemplateNames
    let graph: InclusionGraph
    var program = Program()
    var errors: [TemplateError] = []
    var calls: [ProcedureCall] = []
    /// The tags that print values of any kind, as JSON.
    var wholeValues: Set<TagPosition> = []

    let messages: Messages
    /// The keys of the messages that templates name.
    private(set) var usedMessages: Set<String> = []

    private var procedureIndices: [ProcedureKey: ProcedureID] = [:]
    private var waiting: [(procedure: ProcedureID, key: ProcedureKey)] = []
    /// Procedures that may turn out to be unneeded: those of included templates, and those that a dynamic name could mean.
    private var speculative: [(procedure: ProcedureID, key: ProcedureKey)] = []
    private var isSpeculative = false
    private var isGenerated: [Bool] = []
    private var dynamicIndices: [DynamicKey: UInt32] = [:]
    private var blocks: [TagPosition: BlockTag] = [:]

    private struct DynamicKey: Hashable {
        let suffix: String
        let arguments: BlockArguments
        let escaping: EscapingState
        let hasRunTimePart: Bool
    }

    init(templates: [ParsedTemplate], names: TemplateNames, messages: Messages) {
        self.messages = messages
        self.templates = templates
        self.names = names
        graph = InclusionGraph(templates: templates, names: names)
        program.indentations = [.none]
        procedureIndices.reserveCapacity(templates.count)
        let size = templates.reduce(0) { $0 + $1.source.bytes.count }
        program.reserveCapacity(for: size)
    }

    /// The procedure of a template that is rendered on its own.
    ///
    /// - Parameter isPage: whether the template is meant to be rendered alone. The text of any other may have no meaning alone. That is an
    ///   error when it is rendered.
    mutating func entry(_ template: TemplateID, isPage: Bool) -> ProcedureID {
        let mode = EscapingMode(suffix: templates[template.index].source.suffix)
        isSpeculative = !isPage
        return procedure(
            ProcedureKey(template: template, arguments: BlockArguments(), escaping: EscapingState(mode: mode), layout: LineStart()))
    }

    /// Compiles everything that the entries need. The procedures that are surely needed come first, so that their mistakes are reported.
    mutating func run() {
        while !waiting.isEmpty || !speculative.isEmpty {
            isSpeculative = waiting.isEmpty
            guard let (procedure, key) = waiting.popLast() ?? speculative.popLast() else { return }
            if isGenerated[procedure.index] { continue }
            isGenerated[procedure.index] = true
            var generator = CodeGenerator(key: key, procedure: procedure)
            program.procedures[procedure.index].start = UInt32(program.instructions.count)
            generator.generate(templates[key.template.index].nodes, into: &self)
            generator.finish(into: &self)
            if isSpeculative, let refusal = generator.firstRefusal { replace(procedure, with: refusal) }
            if program.instructions.count > Self.instructionLimit || program.text.count > Self.textLimit
                || program.procedures.count > Self.procedureLimit
            {
                report(
                    key.template, 0, "the templates include each other in more ways than can be compiled",
                    "Include fewer partials from within partials")
                return
            }
        }
    }

    mutating func procedure(_ key: ProcedureKey) -> ProcedureID {
        let procedure = procedureIndices[key] ?? ProcedureID(program.procedures.count)
        if procedure.index == program.procedures.count {
            program.procedures.append(Program.Procedure(template: key.template, start: 0))
            isGenerated.append(false)
            procedureIndices[key] = procedure
        } else if isGenerated[procedure.index] || isSpeculative {
            return procedure
        }
        if isSpeculative { speculative.append((procedure, key)) } else { waiting.append((procedure, key)) }
        return procedure
    }

    private mutating func replace(_ procedure: ProcedureID, with fault: TemplateError) {
        program.procedures[procedure.index].start = UInt32(program.instructions.count)
        program.instructions.append(.fault(UInt32(program.faults.count)))
        program.positions.append(TagPosition(template: program.procedures[procedure.index].template, offset: 0))
        program.faults.append(fault)
    }

    /// The procedures of all templates that a dynamic name can mean.
    mutating func dynamicProcedures(from template: TemplateID, arguments: BlockArguments, escaping: EscapingState, hasRunTimePart: Bool)
        -> UInt32
    {
        let suffix = templates[template.index].source.suffix
        let key = DynamicKey(suffix: suffix, arguments: arguments, escaping: escaping, hasRunTimePart: hasRunTimePart)
        if let table = dynamicIndices[key] { return table }
        let table = UInt32(program.dynamicProcedures.count)
        dynamicIndices[key] = table
        program.dynamicProcedures.append([:])
        let wasSpeculative = isSpeculative
        isSpeculative = true
        defer { isSpeculative = wasSpeculative }
        for (name, template) in names.known(suffix: suffix) {
            let layout = LineStart(hasRunTimePart: hasRunTimePart)
            program.dynamicProcedures[Int(table)][name] = procedure(
                ProcedureKey(template: template, arguments: arguments, escaping: escaping, layout: layout))
        }
        return table
    }

    /// Remembers the blocks by their positions, so that an argument can be found again when it is expanded.
    mutating func arguments(_ arguments: BlockArguments, adding blocks: [BlockTag], of template: TemplateID) -> BlockArguments {
        for block in blocks {
            self.blocks[TagPosition(template: template, offset: block.offset)] = block
        }
        return arguments.adding(blocks, of: template)
    }

    func block(of argument: TagPosition) -> BlockTag? {
        blocks[argument]
    }

    /// The error for a refusal. It is reported if the procedure is surely needed.
    mutating func refuse(_ template: TemplateID, _ offset: Int, _ refusal: EscapingRefusal) -> TemplateError {
        let error = TemplateError(in: templates[template.index].source, at: offset, what: refusal.what, remedy: refusal.remedy)
        if !isSpeculative, !errors.contains(error) { errors.append(error) }
        return error
    }

    /// The message that a variable names: `{{words.craft.heading}}`. Nil for any other variable.
    mutating func message(of variable: VariableTag, at position: TagPosition) -> MessagePattern? {
        guard let key = messages.key(of: variable.path) else { return nil }
        if variable.unescaped {
            report(position.template, Int(position.offset), "words are text, which is not printed unescaped", "Write {{words.\(key)}}")
        }
        if !variable.filters.isEmpty {
            report(
                position.template, Int(position.offset), "words take no filter", "Write the filter in the words, or take it out")
        }
        return message(key, at: position)
    }

    /// The message that a parent tag names: `{{< words.credits.report}}`. Nil for any other name.
    mutating func message(named name: String, at position: TagPosition) -> MessagePattern? {
        Path(name).flatMap { messages.key(of: $0) }.flatMap { message($0, at: position) }
    }

    private mutating func message(_ key: String, at position: TagPosition) -> MessagePattern? {
        usedMessages.insert(key)
        if let pattern = messages.pattern(of: key) { return pattern }
        let suggestion = NameSuggestion.nearest(to: key, among: messages.keys).map { "Did you mean 'words.\($0)'?" }
        report(
            position.template, Int(position.offset), "there are no words '\(key)'",
            suggestion ?? "Add the key to the words of the language '\(messages.language.tag)'")
        return .text("")
    }

    mutating func report(_ template: TemplateID, _ offset: Int, _ what: String, _ remedy: String) {
        let error = TemplateError(in: templates[template.index].source, at: offset, what: what, remedy: remedy)
        if !errors.contains(error) { errors.append(error) }
    }
}

/// The position of a tag: the number of its template in the library, and its offset there in bytes.
struct TagPosition: Hashable, Sendable {
    let template: TemplateID
    let offset: UInt32

    init(template: TemplateID, offset: Int) {
        self.template = template
        self.offset = UInt32(offset)
    }
}

/// A call from one procedure to another that does not depend on the data.
struct ProcedureCall: Sendable {
    let from: ProcedureID
    let to: ProcedureID
    let position: TagPosition
}

/// Everything that the code of one procedure depends on: the template, and the way in which it is used.
struct ProcedureKey: Hashable, Sendable {
    let template: TemplateID
    let arguments: BlockArguments
    let escaping: EscapingState
    let layout: LineStart

    /// Most templates are used in one way, between tags and on lines of their own. These need no hash of all fields.
    func hash(into hasher: inout Hasher) {
        hasher.combine(template)
        if !arguments.byName.isEmpty { hasher.combine(arguments) }
        if escaping.html != .text { hasher.combine(escaping.html) }
        if !layout.isEmpty { hasher.combine(layout) }
    }
}

/// The beginning of each line of a template that is used as a partial, beyond the template's own text.
struct LineStart: Hashable, Sendable {
    /// Known at compile time, so that it becomes part of the text.
    var indentation: [UInt8] = []
    /// White space that lines lose: the indentation of an argument's own first line.
    var removed: [UInt8] = []
    /// Whether more indentation comes first that is known only during rendering. It grows as partials recur.
    var hasRunTimePart = false

    /// Whether lines keep the form that they have in the template.
    var isEmpty: Bool { indentation.isEmpty && removed.isEmpty && !hasRunTimePart }

    /// `blank` without the white space that lines lose here.
    func remaining(of blank: [UInt8]) -> [UInt8] {
        Array(blank.dropFirst(removedCount(of: blank)))
    }

    /// The number of bytes that a line loses here at its beginning.
    func removedCount(of line: some Collection<UInt8>) -> Int {
        zip(line, removed).prefix { $0 == $1 }.count
    }
}

/// The blocks inside parent tags, which replace the blocks of the parent: the arguments of its parameters.
///
/// The argument of the outermost parent tag counts (Mustache specification, inheritance: 'Top-level substitutions take precedence').
struct BlockArguments: Hashable, Sendable {
    private(set) var byName: [String: TagPosition] = [:]

    func adding(_ blocks: [BlockTag], of template: TemplateID) -> BlockArguments {
        var arguments = self
        for block in blocks where byName[block.name] == nil {
            arguments.byName[block.name] = TagPosition(template: template, offset: block.offset)
        }
        return arguments
    }
}
