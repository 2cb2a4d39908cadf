/// The tables of a program in the form that rendering reads. They are valid only inside `withTables`.
struct ProgramTables {
    /// The creator of these tables keeps them alive.
    unowned(unsafe) let templates: LoadedTemplates
    let instructions: UnsafeBufferPointer<Instruction>
    let text: UnsafeBufferPointer<UInt8>
    let lookups: UnsafeBufferPointer<Program.Lookup>
    let names: UnsafeBufferPointer<FieldName>
    let procedures: UnsafeBufferPointer<Program.Procedure>

    var program: Program { templates.program }

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
                            body(
                                ProgramTables(
                                    templates: self, instructions: instructions, text: text, lookups: lookups, names: names,
                                    procedures: procedures))
                        }
                    }
                }
            }
        }
    }
}
