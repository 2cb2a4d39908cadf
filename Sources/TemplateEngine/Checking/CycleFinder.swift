/// Finds procedures that call each other endlessly for any data.
struct CycleFinder {
    /// The cycles. Each occurs once, as the calls that form it, in order.
    static func cycles(in calls: [ProcedureCall], procedures: Int) -> [[ProcedureCall]] {
        if calls.isEmpty { return [] }
        var outgoing = [[ProcedureCall]](repeating: [], count: procedures)
        for call in calls { outgoing[call.from.index].append(call) }
        var finder = CycleFinder(outgoing: outgoing)
        for procedure in 0..<procedures { finder.search(from: procedure) }
        return finder.found
    }

    private enum State {
        case unseen
        case onPath
        case done
    }

    private let outgoing: [[ProcedureCall]]
    private var states: [State]
    private var found: [[ProcedureCall]] = []

    private init(outgoing: [[ProcedureCall]]) {
        self.outgoing = outgoing
        states = [State](repeating: .unseen, count: outgoing.count)
    }

    /// Searches depth first, with its own stack. Chains of templates can be longer than a thread's stack allows.
    private mutating func search(from root: Int) {
        guard states[root] == .unseen else { return }
        states[root] = .onPath
        var path: [ProcedureCall] = []
        var stack = [(procedure: root, next: 0)]
        while let top = stack.last {
            guard top.next < outgoing[top.procedure].count else {
                states[top.procedure] = .done
                stack.removeLast()
                if !path.isEmpty { path.removeLast() }
                continue
            }
            stack[stack.count - 1].next += 1
            let call = outgoing[top.procedure][top.next]
            switch states[call.to.index] {
            case .unseen:
                states[call.to.index] = .onPath
                path.append(call)
                stack.append((call.to.index, 0))
            case .onPath:
                let start = path.lastIndex { $0.from == call.to } ?? path.count
                found.append(path[start...] + [call])
            case .done:
                break
            }
        }
    }
}
