/// Finds units that call each other without end, whatever the data is.
struct CycleFinder {
    /// Each cycle once, as the calls that make it, in order.
    static func cycles(in calls: [UnitCall], units: Int) -> [[UnitCall]] {
        if calls.isEmpty { return [] }
        var outgoing = [[UnitCall]](repeating: [], count: units)
        for call in calls { outgoing[Int(call.from)].append(call) }
        var finder = CycleFinder(outgoing: outgoing)
        for unit in 0..<units { finder.search(from: unit) }
        return finder.found
    }

    private enum State {
        case unseen
        case onPath
        case done
    }

    private let outgoing: [[UnitCall]]
    private var states: [State]
    private var found: [[UnitCall]] = []

    private init(outgoing: [[UnitCall]]) {
        self.outgoing = outgoing
        states = [State](repeating: .unseen, count: outgoing.count)
    }

    /// Depth first, with a stack of its own: chains of templates can be longer than a thread's stack is deep.
    private mutating func search(from root: Int) {
        guard states[root] == .unseen else { return }
        states[root] = .onPath
        var path: [UnitCall] = []
        var stack = [(unit: root, next: 0)]
        while let top = stack.last {
            guard top.next < outgoing[top.unit].count else {
                states[top.unit] = .done
                stack.removeLast()
                if !path.isEmpty { path.removeLast() }
                continue
            }
            stack[stack.count - 1].next += 1
            let call = outgoing[top.unit][top.next]
            switch states[Int(call.to)] {
            case .unseen:
                states[Int(call.to)] = .onPath
                path.append(call)
                stack.append((Int(call.to), 0))
            case .onPath:
                let start = path.lastIndex { $0.from == call.to } ?? path.count
                found.append(path[start...] + [call])
            case .done:
                break
            }
        }
    }
}
