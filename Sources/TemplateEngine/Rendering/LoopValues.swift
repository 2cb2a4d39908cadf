/// The values that no data has, in places of their own, so that they can be pointed to like all others: nothing, and what loops say.
///
/// What a place holds is good until the next value is put there.
final class LoopValues {
    private let places: UnsafeMutableBufferPointer<TemplateValue>

    init() {
        places = .allocate(capacity: 2)
        places.initialize(repeating: .null)
    }

    deinit {
        places.deinitialize()
        places.deallocate()
    }

    /// Where nothing is.
    var nothing: UnsafePointer<TemplateValue> { place(0) }

    /// Where `value` is now.
    func hold(_ value: TemplateValue) -> UnsafePointer<TemplateValue> {
        places[1] = value
        return place(1)
    }

    /// Whether a value may be another by the time that it is asked for again.
    func isPassing(_ place: UnsafePointer<TemplateValue>) -> Bool { place == self.place(1) }

    private func place(_ index: Int) -> UnsafePointer<TemplateValue> {
        UnsafePointer(places.baseAddress.unsafelyUnwrapped + index)
    }
}
