import Support

/// Treatments by name, found without making a string of the name: each tag and each element asks for one.
struct NameTable: Sendable {
    private struct Entry {
        let name: [UInt8]
        let treatment: Treatment
    }

    /// Where two names meet, the second stands in the next free slot. A quarter is used at most, so that there are always free slots.
    private var slots: [Entry?]

    init(_ treatments: [String: Treatment]) {
        var count = 256
        while count < treatments.count * 4 { count *= 2 }
        slots = Array(repeating: nil, count: count)
        for (name, treatment) in treatments {
            let entry = Entry(name: Array(name.utf8), treatment: treatment)
            slots[entry.name.withUnsafeBufferPointer { slot(of: $0) }] = entry
        }
    }

    /// - Parameter name: compared without regard to the case of ASCII letters.
    subscript(name: UnsafeBufferPointer<UInt8>) -> Treatment? {
        slots[slot(of: name)]?.treatment
    }

    /// The slot that the name is in, or else a free one. Hashed by FNV-1a.
    private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for byte in name { hash = (hash ^ UInt32(byte.asciiLowercased)) &* 0x0100_0193 }
        var slot = Int(hash) & (slots.count - 1)
        while let entry = slots[slot], !entry.name.elementsEqual(name.lazy.map { $0.asciiLowercased }) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }
}
