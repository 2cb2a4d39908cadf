import Synchronization

/// A value that is made once, when it is first asked for. Later askers wait until it is made.
///
/// The first asker makes it on its own thread, so nobody waits for a thread to be free. It holds a lock meanwhile: `make` must not ask for
/// this value.
package final class Lazy<Value: Sendable>: Sendable {
    @usableFromInline let make: @Sendable () -> Value
    @usableFromInline let made = Mutex<Value?>(nil)

    @inlinable
    package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    @inlinable
    package var value: Value {
        made.withLock { made in
            if let made { return made }
            let value = make()
            made = value
            return value
        }
    }
}
