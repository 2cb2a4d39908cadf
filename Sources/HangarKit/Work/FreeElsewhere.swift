import Dispatch
import Synchronization

/// Frees what was large on another thread, for nobody has to wait for that. A program that ends meanwhile leaves the rest to the system, which takes
/// memory back at once.
enum FreeElsewhere {
    private final class Box<Value: Sendable>: Sendable {
        let value: Mutex<Value?>

        init(_ value: consuming Value) { self.value = Mutex(value) }
    }

    /// - Parameter value: given away with `consume`. What somebody else refers to too is left to him.
    static func free<Value: Sendable>(_ value: consuming Value) {
        // In a box: a copy of its own in the closure could be gone before the last one here, which would then do the work after all.
        let box = Box(value)
        DispatchQueue.global().async { box.value.withLock { $0 = nil } }
    }
}
