import Synchronization

/// A value that is made on first access. Later callers wait until it is made.
///
/// The first caller makes it on its own thread, so no one waits for a free thread. It holds a lock during this time, so `make` must not
/// access this value.
public final class Lazy<Value: Sendable>: Sendable {
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
