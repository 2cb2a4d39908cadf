/// All templates of a library as one flat list of instructions.
struct Program: Sendable {
    /// What a tag asks the data for.
    struct Lookup: Sendable {
        /// Where the names of the path stand among the program's names; none for the implicit iterator.
        let firstName: UInt32
        let nameCount: UInt32
        let loopValue: LoopValue?
    }

    /// A template compiled for one way of using it.
    struct Unit: Sendable {
        let template: Int
        var start: UInt32
    }

    /// Where in the sources an instruction comes from.
    struct Position: Sendable {
        let template: UInt32
        let offset: UInt32
    }

    var instructions: [Instruction] = []
    var positions: [Position] = []
    var text: [UInt8] = []
    var lookups: [Lookup] = []
    var names: [FieldName] = []
    var filters: [[FilterCall]] = []
    var units: [Unit] = []
    /// Added to the lines of partials; the first adds nothing, the second ends all indentation of the caller.
    var indentations: [Indentation] = []
    /// For each dynamic tag the units by the names that values can have.
    var dynamicUnits: [[String: UInt32]] = []
    /// Mistakes that do not matter unless a template is rendered in a way that nothing in the library asks for.
    var faults: [TemplateError] = []

    /// Makes place for templates of this many bytes as people write them, so that the tables need not grow step by step.
    mutating func reserveCapacity(for size: Int) {
        text.reserveCapacity(size)
        instructions.reserveCapacity(size / 10)
        positions.reserveCapacity(size / 10)
        lookups.reserveCapacity(size / 24)
        names.reserveCapacity(size / 20)
    }

    /// What happens to the indentation when a unit is called.
    enum Indentation: Sendable {
        /// The unit writes no indentation at run time.
        case none
        /// These bytes only.
        case only([UInt8])
        /// What the caller has, and these bytes.
        case adding([UInt8])
    }
}
