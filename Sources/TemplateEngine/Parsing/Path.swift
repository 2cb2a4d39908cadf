/// A dotted name, split when it is parsed; without names it is the implicit iterator `.`.
struct Path: Sendable, Hashable, CustomStringConvertible {
    let names: [Name]

    var isImplicitIterator: Bool { names.isEmpty }
    var description: String { names.isEmpty ? "." : names.map(\.text).joined(separator: ".") }

    /// The value of the innermost loop that a name stands for where no data has it.
    var loopValue: LoopValue? {
        names.count == 1 ? LoopValue(rawValue: names[0].text) : nil
    }

    /// Splits at dots; nil where a part is empty, or there is white space.
    init?(_ text: String) {
        if text == "." {
            names = []
            return
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && !$0.contains(where: \.isWhitespace) }) else { return nil }
        names = parts.map { Name(String($0)) }
    }
}

/// What a loop says about its present turn.
enum LoopValue: String, Sendable, CaseIterable {
    /// Counted from 0.
    case index = "@index"
    case first = "@first"
    case last = "@last"
    case length = "@length"
}
