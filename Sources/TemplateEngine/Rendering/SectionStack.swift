/// The sections that are open while rendering, and the loops that lists make of them.
struct SectionStack {
    private enum Kind {
        case list
        /// Its value is a context.
        case value
        /// `true` is no context: the names inside mean what they mean outside.
        case flag
    }

    private struct Loop {
        let items: [Value]
        var index: Int
    }

    private var open: [Kind] = []
    private var loops: [Loop] = []

    /// Enters a section over a value that opens one.
    mutating func enter(_ value: Value, _ contexts: inout ContextStack) {
        switch value {
        case .list(let items):
            open.append(.list)
            loops.append(Loop(items: items, index: 0))
            contexts.push(items[0])
        case .bool:
            open.append(.flag)
        case .null, .integer, .number, .text, .html, .object:
            open.append(.value)
            contexts.push(value)
        }
    }

    /// Whether the innermost section has another turn; it is left otherwise.
    mutating func next(_ contexts: inout ContextStack) -> Bool {
        switch open[open.count - 1] {
        case .list:
            let last = loops.count - 1
            let index = loops[last].index + 1
            if index < loops[last].items.count {
                loops[last].index = index
                contexts.replaceTop(with: loops[last].items[index])
                return true
            }
            loops.removeLast()
            contexts.pop()
        case .value:
            contexts.pop()
        case .flag:
            break
        }
        open.removeLast()
        return false
    }

    /// What the innermost loop says about its turn; nil outside of loops.
    func value(of loopValue: LoopValue) -> Value? {
        guard let loop = loops.last else { return nil }
        return switch loopValue {
        case .index: .integer(loop.index)
        case .first: .bool(loop.index == 0)
        case .last: .bool(loop.index == loop.items.count - 1)
        case .length: .integer(loop.items.count)
        }
    }
}
