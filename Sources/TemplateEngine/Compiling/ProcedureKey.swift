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
