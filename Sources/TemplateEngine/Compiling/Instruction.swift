/// One step of rendering. Plain numbers only, which refer to the tables of a `Program`.
enum Instruction: Sendable {
    /// Writes bytes of the program's text.
    case literal(start: UInt32, count: UInt32)
    /// Writes the indentation that partials have added up to here.
    case indentation
    case variable(lookup: UInt32, escaper: Escaper)
    case filtered(lookup: UInt32, filters: UInt32, escaper: Escaper)
    /// Enters a section, or goes on at `end`.
    case section(lookup: UInt32, end: UInt32)
    /// Goes on with the next step, or at `end` where the value is there.
    case inverted(lookup: UInt32, end: UInt32)
    /// The next item of a list from `start` again, or leaves the section.
    case endSection(start: UInt32)
    /// Calls a unit; `indentation` adds to what its lines begin with.
    case call(unit: UInt32, indentation: UInt32)
    /// Calls the unit that a value names.
    case dynamicCall(lookup: UInt32, table: UInt32, indentation: UInt32)
    /// Ends the rendering with a mistake of the program's table: this template cannot stand where it has been put.
    case fault(UInt32)
    case end
}
