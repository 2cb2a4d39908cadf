/// All that the code of one procedure depends on: the template, and the way in which it is used.
struct ProcedureKey: Hashable, Sendable {
    let template: Int
    let arguments: BlockArguments
    let escaping: EscapingState
    let layout: LineStart

    /// Most templates are used in one way, between tags and on lines of their own, and need not have all of it hashed.
    func hash(into hasher: inout Hasher) {
        hasher.combine(template)
        if !arguments.byName.isEmpty { hasher.combine(arguments) }
        if escaping.html != .text { hasher.combine(escaping.html) }
        if !layout.isEmpty { hasher.combine(layout) }
    }
}

/// What lines of a template begin with when it is used as a partial, beyond what the template itself says.
struct LineStart: Hashable, Sendable {
    /// Known when compiling, so that it becomes part of the text.
    var indentation: [UInt8] = []
    /// White space that lines lose: what an argument's own first line is indented by.
    var removed: [UInt8] = []
    /// Whether more comes before it that is known only when rendering: indentation grows as partials recur.
    var hasRunTimePart = false

    /// Whether lines stay as the template has them.
    var isEmpty: Bool { indentation.isEmpty && removed.isEmpty && !hasRunTimePart }

    /// `blank` without what lines lose here.
    func remaining(of blank: [UInt8]) -> [UInt8] {
        Array(blank.dropFirst(removedCount(of: blank)))
    }

    /// How many bytes at the beginning of a line are lost here.
    func removedCount(of line: some Collection<UInt8>) -> Int {
        zip(line, removed).prefix { $0 == $1 }.count
    }
}

/// The blocks inside parent tags, which replace the blocks of the parent: the arguments of its parameters.
///
/// The argument of the outermost parent tag counts (Mustache specification, inheritance: 'Top-level substitutions take precedence').
struct BlockArguments: Hashable, Sendable {
    private(set) var byName: [String: TagPosition] = [:]

    func adding(_ blocks: [BlockTag], of template: Int) -> BlockArguments {
        var arguments = self
        for block in blocks where byName[block.name] == nil {
            arguments.byName[block.name] = TagPosition(template: template, offset: block.offset)
        }
        return arguments
    }
}
