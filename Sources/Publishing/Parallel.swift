import Dispatch
import Synchronization

enum Parallel {
    /// Works through the numbers below `count` on all cores, `step` of them at a time, and puts the results in order.
    static func map<Result: Sendable>(_ count: Int, step: Int = 64, _ work: @Sendable (Range<Int>) -> [Result]) -> [Result] {
        let parts = Mutex<[Int: [Result]]>([:])
        DispatchQueue.concurrentPerform(iterations: (count + step - 1) / step) { part in
            let results = work(part * step..<min(count, (part + 1) * step))
            parts.withLock { $0[part] = results }
        }
        return parts.withLock { parts in parts.sorted { $0.key < $1.key }.flatMap(\.value) }
    }
}
