/// For each lookup of a program where in its object the name was the last time.
struct Hints: ~Copyable {
    let places: UnsafeMutablePointer<UInt16>

    init(count: Int) {
        places = .allocate(capacity: count)
        places.initialize(repeating: 0, count: count)
    }

    deinit { places.deallocate() }
}
