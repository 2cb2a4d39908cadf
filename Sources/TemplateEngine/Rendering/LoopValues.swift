/// The values that no data has, in places of their own, so that they can be pointed to like all others: nothing, and what loops say.
///
/// What a place holds is good until the next value is put there.
final class LoopValues {
    private let places: UnsafeMutableBufferPointer<Value>

    init() {
        places = .allocate(capacity: 2)
        places.initialize(repeating: .null)
    }

    deinit {
        places.deinitialize()
        places.deallocate()
    }

    /// Where nothing is.
    var nothing: UnsafePointer<Value> { place(0) }

    /// Where `value` is now.
    func hold(_ value: Value) -> UnsafePointer<Value> {
        places[1] = value
        return place(1)
    }

    /// Whether a value may be another by the time that it is asked for again.
    func isPassing(_ place: UnsafePointer<Value>) -> Bool { place == self.place(1) }

    private func place(_ index: Int) -> UnsafePointer<Value> {
        UnsafePointer(places.baseAddress.unsafelyUnwrapped + index)
    }
}
