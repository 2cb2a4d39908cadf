/// Finds a file's number by the bytes of its path, without a `String` for each look-up: a site of 7,600 pages asks about a million times.
struct PathTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var slots: [Int32]
    private let mask: Int

    init(_ paths: [String]) {
        var capacity = 16
        while capacity < paths.count * 2 { capacity *= 2 }
        slots = Array(repeating: -1, count: capacity)
        mask = capacity - 1
        for path in paths {
            bytes.append(contentsOf: path.utf8)
            ends.append(bytes.count)
            var slot = Int(truncatingIfNeeded: Self.hash(path.utf8)) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(ends.count - 1)
        }
    }

    func find(_ path: [UInt8]) -> Int? {
        var slot = Int(truncatingIfNeeded: Self.hash(path)) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            let start = index == 0 ? 0 : ends[index - 1]
            if ends[index] - start == path.count, bytes[start..<ends[index]].elementsEqual(path) { return index }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// FNV-1a, and a last mixing because the table uses the low bits.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 32)
    }
}
