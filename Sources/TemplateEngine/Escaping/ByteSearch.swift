extension UnsafeBufferPointer<UInt8> {
    /// Whether one of the bytes is this one. Looks at eight bytes at a time.
    func has(_ byte: UInt8) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let raw = UnsafeRawBufferPointer(self)
        var index = 0
        while index + 8 <= raw.count {
            // A byte of this is zero where the byte is found. Subtracting one then sets its highest bit.
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ ones &* UInt64(byte)
            if (word &- ones) & ~word & ones << 7 != 0 { return true }
            index += 8
        }
        while index < raw.count {
            if raw[index] == byte { return true }
            index += 1
        }
        return false
    }
}
