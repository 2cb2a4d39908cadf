/// A hash table of the places of names. A page's view has some thirty of them, with each of which a look-up of what another context has
/// would otherwise compare.
///
/// `@unchecked Sendable`: nothing is written after `init`. It is plain memory, so that reading it counts no references.
struct NameIndex: @unchecked Sendable {
    /// For each slot: 0, or the place of a name plus one.
    private let slots: UnsafePointer<UInt32>
    private let mask: Int

    /// - Parameter names: distinct names.
    init(_ names: some Collection<FieldName>) {
        var count = 4
        while count < names.count * 2 { count *= 2 }
        let slots = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
        slots.initialize(repeating: 0, count: count)
        mask = count - 1
        var place: UInt32 = 0
        for name in names {
            place += 1
            var slot = Int(truncatingIfNeeded: name.hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = place
        }
        self.slots = UnsafePointer(slots)
    }

    func deallocate() { slots.deallocate() }

    /// The place of a name.
    ///
    /// - Parameter isName: whether the name at a place is the wanted one.
    @inline(__always)
    func place(of name: FieldName, where isName: (Int) -> Bool) -> Int? {
        var slot = Int(truncatingIfNeeded: name.hash) & mask
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if isName(place) { return place }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
