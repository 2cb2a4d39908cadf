import Synchronization

/// Two lines of input, and the order in which they are read and answered.
final class Trace: Sendable {
    private let state = Mutex<(events: [String], input: [String])>(([], ["\"1\"\n", "\"2\"\n"]))

    var events: [String] { state.withLock { $0.events } }

    func note(_ event: String) { state.withLock { $0.events.append(event) } }

    func nextInput() -> [UInt8] {
        state.withLock { state in
            state.events.append("read")
            return state.input.isEmpty ? [] : Array(state.input.removeFirst().utf8)
        }
    }
}
