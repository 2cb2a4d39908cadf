import Testing

@testable import HTMLSanitizer

@Suite struct ByteScanTests {
    /// Every byte at every index of texts of every length up to three blocks, beside every neighbour that could carry into it.
    @Test(arguments: [0x61, 0x00, 0x7F, 0x80, 0xFF] as [UInt8])
    func scanFindsWhatALoopOverTheBytesFinds(filler: UInt8) {
        for count in 0...20 {
            for place in 0..<max(count, 1) {
                for byte in UInt8.min...UInt8.max {
                    var bytes = [UInt8](repeating: filler, count: count)
                    if place < count { bytes[place] = byte }
                    let equal = bytes.withUnsafeBufferPointer { ByteScan.firstIndex(in: $0, from: 0) { block, _ in block.equal(to: 0x3C) } }
                    let below = bytes.withUnsafeBufferPointer { ByteScan.firstIndex(in: $0, from: 0) { block, _ in block.below(0x21) } }
                    let isRight = equal == bytes.firstIndex(of: 0x3C) ?? count && below == bytes.firstIndex(where: { $0 < 0x21 }) ?? count
                    if !isRight { Issue.record("\(bytes): \(equal), \(below)") }
                }
            }
        }
    }

    @Test func scanKnowsWhatFollowsEachByteAndASpaceAfterTheLast() {
        for count in 1...20 {
            for place in 0..<count {
                var bytes = [UInt8](repeating: 0x61, count: count)
                bytes[place] = 0x62
                let before = bytes.withUnsafeBufferPointer {
                    ByteScan.firstIndex(in: $0, from: 0) { _, following in following.equal(to: 0x62) }
                }
                #expect(before == (place > 0 ? place - 1 : count))
                let last = bytes.withUnsafeBufferPointer {
                    ByteScan.firstIndex(in: $0, from: 0) { _, following in following.equal(to: 0x20) }
                }
                #expect(last == count - 1)
                let onward = bytes.withUnsafeBufferPointer {
                    ByteScan.firstIndex(in: $0, from: place + 1) { block, _ in block.equal(to: 0x62) }
                }
                #expect(onward == count)
            }
        }
    }
}
