/// Numbers of a fixed width, as dates and times have them.
enum Digits {
    /// Writes a number that is not negative, with zeros in front, over `width` bytes from `start`.
    static func write(_ number: Int, _ width: Int, to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
        var rest = number
        for index in (start..<start + width).reversed() {
            buffer[index] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }

    /// The same as text: `07`.
    static func text(_ number: Int, _ width: Int) -> String {
        String(unsafeUninitializedCapacity: width) { buffer in
            write(number, width, to: buffer, at: 0)
            return width
        }
    }
}
