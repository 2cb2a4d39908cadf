import PreviewServer
import Synchronization

/// Decides the fault of each request. It is a class because all connections count together.
final class FaultPlan: Sendable {
    private let faults: [MirrorFault]
    private let state: Mutex<State>

    private struct State {
        var requests = 0
        /// The number of requests that matched the path of each fault.
        var met: [Int]
        var mirror: APIMirror
    }

    init(_ faults: [MirrorFault], mirror: APIMirror) {
        self.faults = faults
        state = Mutex(State(met: faults.map { _ in 0 }, mirror: mirror))
    }

    /// The effect on a request, which is the first matching fault, and the present mirror.
    func next(_ address: String) -> (effect: MirrorFault.Effect?, mirror: APIMirror) {
        state.withLock { state in
            state.requests += 1
            var effect: MirrorFault.Effect?
            for (index, fault) in faults.enumerated() where applies(fault.place, index, address, &state) && effect == nil {
                effect = fault.effect
            }
            if case .moved(let snapshot)? = effect { state.mirror = APIMirror(snapshot: snapshot) }
            return (effect, state.mirror)
        }
    }

    private func applies(_ place: MirrorFault.Place, _ index: Int, _ address: String, _ state: inout State) -> Bool {
        switch place {
        case .request(let number): return number == state.requests
        case .path(let start, let first, let times):
            guard address.hasPrefix(start) else { return false }
            state.met[index] += 1
            return state.met[index] >= first && state.met[index] - first < times
        }
    }
}
