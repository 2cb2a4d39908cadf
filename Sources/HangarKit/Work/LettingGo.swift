import Dispatch
import Synchronization

/// Something large that has served: it is taken apart on a thread of its own, for nobody has to wait for that. A program that ends meanwhile leaves
/// the rest to the system, which takes memory back at once.
final class LettingGo<Value: Sendable>: Sendable {
    private let value: Mutex<Value?>

    /// - Parameter value: the last reference to what is in it.
    init(_ value: consuming Value) {
        self.value = Mutex(value)
        DispatchQueue.global().async { self.value.withLock { $0 = nil } }
    }
}
