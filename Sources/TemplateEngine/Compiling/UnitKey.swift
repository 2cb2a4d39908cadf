/// Everything that one compiled form of a template depends on.
struct UnitKey: Hashable, Sendable {
    let template: Int
    let fillings: Fillings
    let escaping: EscapingState
    let layout: LineStart

    /// Most templates are used in one way, between tags and on lines of their own, and need not have all of it hashed.
    func hash(into hasher: inout Hasher) {
        hasher.combine(template)
        if !fillings.byName.isEmpty { hasher.combine(fillings) }
        if escaping.html != .text { hasher.combine(escaping.html) }
        if !layout.isEmpty { hasher.combine(layout) }
    }
}

/// What lines of a template begin with when it is used as a partial, beyond what the template itself says.
struct LineStart: Hashable, Sendable {
    /// Known when compiling, so that it becomes part of the text.
    var indentation: [UInt8] = []
    /// White space that lines lose: what a filling's own first line is indented by.
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
