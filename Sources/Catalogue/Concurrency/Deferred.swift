import Synchronization

/// A value that is made once, by whoever asks for it first; all others wait for it.
///
/// So nobody ever waits for a thread to be free: what nobody has begun, the one who needs it does himself. Who makes it holds a lock: it must not
/// ask for the value that it makes.
final class Deferred<Value: Sendable>: Sendable {
    private let make: @Sendable () -> Value
    private let made = Mutex<Value?>(nil)

    init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    var value: Value {
        made.withLock { made in
            if let made { return made }
            let value = make()
            made = value
            return value
        }
    }
}
