/// All templates of a library as one flat list of instructions.
struct Program: Sendable {
    /// The path that a tag looks up.
    struct Lookup: Sendable {
        /// The index of the path's first name among the names of the program. The implicit iterator has no names.
        let firstName: UInt32
        let nameCount: UInt32
        let loopValue: LoopValue?
    }

    /// A template, compiled for one way of using it.
    struct Procedure: Sendable {
        let template: TemplateID
        var start: UInt32
    }

    var instructions: [Instruction] = []
    /// For each instruction, the tag that it comes from.
    var positions: [TagPosition] = []
    var text: [UInt8] = []
    var lookups: [Lookup] = []
    var names: [FieldName] = []
    var filters: [[FilterCall]] = []
    var procedures: [Procedure] = []
    /// Indentations that are added to the lines of partials. The first adds nothing. The second ends all indentation of the caller.
    var indentations: [Indentation] = []
    /// For each dynamic tag, the procedures by the names that values can have.
    var dynamicProcedures: [[String: ProcedureID]] = []
    /// The messages of `words` tags that have values, each with the lookups of its values.
    var messages: [PlacedMessage] = []
    /// Mistakes that matter only if a template is rendered in a way that nothing in the library asks for.
    var faults: [TemplateError] = []

    /// Reserves space for templates of this many bytes as people write them, so that the tables need not grow step by step.
    mutating func reserveCapacity(for size: Int) {
        text.reserveCapacity(size)
        instructions.reserveCapacity(size / 10)
        positions.reserveCapacity(size / 10)
        lookups.reserveCapacity(size / 24)
        names.reserveCapacity(size / 20)
    }

    /// A message at one place of a template.
    struct PlacedMessage: Sendable {
        let message: CompiledMessage
        /// The look-ups of the message's paths, in their order.
        let values: [LookupID]
    }

    /// The treatment of the indentation when a procedure is called.
    enum Indentation: Sendable {
        /// The procedure writes no indentation at run time.
        case none
        /// Only these bytes.
        case only([UInt8])
        /// The indentation of the caller, and then these bytes.
        case adding([UInt8])
    }
}

/// One step of rendering. It holds only plain numbers, which refer to the tables of a `Program`.
enum Instruction: Sendable {
    /// Writes bytes of the program's text.
    case literal(start: UInt32, count: UInt32)
    /// Writes the indentation that partials have added so far.
    case indentation
    case variable(lookup: LookupID, escaper: Escaper)
    case filtered(lookup: LookupID, filters: UInt32, escaper: Escaper)
    /// Writes a message with the values that its place has.
    case message(UInt32, escaper: Escaper)
    /// Enters a section, or continues at `end`.
    case section(lookup: LookupID, end: UInt32)
    /// Continues with the next step, or at `end` if the value opens a section.
    case inverted(lookup: LookupID, end: UInt32)
    /// Continues with the next item of a list at `start`, or leaves the section.
    case endSection(start: UInt32)
    /// Calls a procedure. `indentation` is added to the beginning of its lines.
    case call(procedure: ProcedureID, indentation: UInt32)
    /// Calls the procedure that a value names.
    case dynamicCall(lookup: LookupID, table: UInt32, indentation: UInt32)
    /// Ends the rendering with an error from the program's table. The template cannot be used in this way.
    case fault(UInt32)
    case end
}

/// A template, by its index in the library.
struct TemplateID: Hashable, Comparable, Sendable {
    private let place: UInt32

    init(_ index: Int) { place = UInt32(index) }

    var index: Int { Int(place) }

    static func < (left: Self, right: Self) -> Bool { left.place < right.place }
}

/// A lookup, by its index in the program's table.
struct LookupID: Hashable, Sendable {
    private let place: UInt32

    init(_ index: Int) { place = UInt32(index) }

    var index: Int { Int(place) }
}

/// A procedure, by its index in the program's table.
struct ProcedureID: Hashable, Sendable {
    private let place: UInt32

    init(_ index: Int) { place = UInt32(index) }

    var index: Int { Int(place) }
}

/// The tables of a program in the form that rendering reads. They are valid only inside `withTables`.
struct ProgramTables {
    /// The creator of these tables keeps them alive.
    let templates: Unmanaged<LoadedTemplates>
    /// The messages of the templates' language. The templates keep them alive.
    let language: Unmanaged<Messages>
    let instructions: UnsafeBufferPointer<Instruction>
    let text: UnsafeBufferPointer<UInt8>
    let lookups: UnsafeBufferPointer<Program.Lookup>
    let names: UnsafeBufferPointer<FieldName>
    let procedures: UnsafeBufferPointer<Program.Procedure>
    let messages: UnsafeBufferPointer<Program.PlacedMessage>

    var program: Program { templates._withUnsafeGuaranteedRef { $0.program } }

    /// Whether a variable whose values come from the contexts around a section writes the same in each turn of the section.
    func isSameInEachTurn(_ instruction: Int) -> Bool {
        switch instructions[instruction] {
        case .variable(let lookup, let escaper), .filtered(let lookup, _, let escaper):
            escaper.isIndependentOfTextBefore && lookups[lookup.index].loopValue == nil
        case .message(let message, let escaper):
            escaper.isIndependentOfTextBefore && messages[Int(message)].values.allSatisfy { lookups[$0.index].loopValue == nil }
        default: false
        }
    }

    /// The names of a lookup's path.
    func path(of lookup: Program.Lookup) -> UnsafeBufferPointer<FieldName> {
        let start = Int(lookup.firstName)
        return UnsafeBufferPointer(rebasing: names[start..<start + Int(lookup.nameCount)])
    }
}

extension LoadedTemplates {
    /// Calls `body` with pointers to the tables. Reading through pointers avoids counting references to the tables at each instruction.
    func withTables<Result>(_ body: (ProgramTables) -> Result) -> Result {
        program.instructions.withUnsafeBufferPointer { instructions in
            program.text.withUnsafeBufferPointer { text in
                program.lookups.withUnsafeBufferPointer { lookups in
                    program.names.withUnsafeBufferPointer { names in
                        program.procedures.withUnsafeBufferPointer { procedures in
                            program.messages.withUnsafeBufferPointer { messages in
                                withExtendedLifetime(self) {
                                    body(
                                        ProgramTables(
                                            templates: Unmanaged.passUnretained(self),
                                            language: Unmanaged.passUnretained(options.messages), instructions: instructions, text: text,
                                            lookups: lookups, names: names, procedures: procedures, messages: messages))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
