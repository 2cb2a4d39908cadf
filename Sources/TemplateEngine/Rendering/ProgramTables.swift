/// A program's tables as they are read while rendering. Valid inside `withTables` only.
struct ProgramTables {
    let program: Program
    let instructions: UnsafeBufferPointer<Instruction>
    let text: UnsafeBufferPointer<UInt8>
    let lookups: UnsafeBufferPointer<Program.Lookup>
    let names: UnsafeBufferPointer<Name>
    let units: UnsafeBufferPointer<Program.Unit>

    /// The names of a lookup's path.
    func path(of lookup: Program.Lookup) -> UnsafeBufferPointer<Name> {
        let start = Int(lookup.firstName)
        return UnsafeBufferPointer(rebasing: names[start..<start + Int(lookup.nameCount)])
    }
}

extension Program {
    /// Reading through pointers spares counting references to the tables at each instruction.
    func withTables<Result>(_ body: (ProgramTables) -> Result) -> Result {
        instructions.withUnsafeBufferPointer { instructions in
            text.withUnsafeBufferPointer { text in
                lookups.withUnsafeBufferPointer { lookups in
                    names.withUnsafeBufferPointer { names in
                        units.withUnsafeBufferPointer { units in
                            body(
                                ProgramTables(
                                    program: self, instructions: instructions, text: text, lookups: lookups, names: names, units: units))
                        }
                    }
                }
            }
        }
    }
}
