/// All templates of a library as one flat list of instructions.
struct Program: Sendable {
    /// The path that a tag looks up.
    struct Lookup: Sendable {
        /// Where the names of the path stand among the program's names; none for the implicit iterator.
        let firstName: UInt32
        let nameCount: UInt32
        let loopValue: LoopValue?
    }

    /// A template compiled for one way of using it.
    struct Procedure: Sendable {
        let template: Int
        var start: UInt32
    }

    var instructions: [Instruction] = []
    /// By instruction, the tag that it comes from.
    var positions: [TagPosition] = []
    var text: [UInt8] = []
    var lookups: [Lookup] = []
    var names: [FieldName] = []
    var filters: [[FilterCall]] = []
    var procedures: [Procedure] = []
    /// Added to the lines of partials; the first adds nothing, the second ends all indentation of the caller.
    var indentations: [Indentation] = []
    /// For each dynamic tag the procedures by the names that values can have.
    var dynamicProcedures: [[String: ProcedureID]] = []
    /// Mistakes that only matter if a template is rendered in a way that nothing in the library asks for.
    var faults: [TemplateError] = []

    /// Makes place for templates of this many bytes as people write them, so that the tables need not grow step by step.
    mutating func reserveCapacity(for size: Int) {
        text.reserveCapacity(size)
        instructions.reserveCapacity(size / 10)
        positions.reserveCapacity(size / 10)
        lookups.reserveCapacity(size / 24)
        names.reserveCapacity(size / 20)
    }

    /// What happens to the indentation when a procedure is called.
    enum Indentation: Sendable {
        /// The procedure writes no indentation at run time.
        case none
        /// These bytes only.
        case only([UInt8])
        /// What the caller has, and these bytes.
        case adding([UInt8])
    }
}

/// One step of rendering. Plain numbers only, which refer to the tables of a `Program`.
enum Instruction: Sendable {
    /// Writes bytes of the program's text.
    case literal(start: UInt32, count: UInt32)
    /// Writes the indentation that partials have added up to here.
    case indentation
    case variable(lookup: LookupID, escaper: Escaper)
    case filtered(lookup: LookupID, filters: UInt32, escaper: Escaper)
    /// Enters a section, or goes on at `end`.
    case section(lookup: LookupID, end: UInt32)
    /// Goes on with the next step, or at `end` where the value is there.
    case inverted(lookup: LookupID, end: UInt32)
    /// The next item of a list from `start` again, or leaves the section.
    case endSection(start: UInt32)
    /// Calls a procedure; `indentation` adds to what its lines begin with.
    case call(procedure: ProcedureID, indentation: UInt32)
    /// Calls the procedure that a value names.
    case dynamicCall(lookup: LookupID, table: UInt32, indentation: UInt32)
    /// Ends the rendering with an error of the program's table: the template cannot be used in this way.
    case fault(UInt32)
    case end
}

/// A lookup, by its place in the program's table.
struct LookupID: Hashable, Sendable {
    private let place: UInt32

    init(_ index: Int) { place = UInt32(index) }

    var index: Int { Int(place) }
}

/// A procedure, by its place in the program's table.
struct ProcedureID: Hashable, Sendable {
    private let place: UInt32

    init(_ index: Int) { place = UInt32(index) }

    var index: Int { Int(place) }
}
