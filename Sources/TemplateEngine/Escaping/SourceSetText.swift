/// Values in `srcset`: addresses, each with a descriptor perhaps, between commas (HTML, 4.8.4.2.1).
enum SourceSetText {
    /// Writes a whole value, or a part of one: address after address, each with the scheme filter.
    ///
    /// - Returns: false where an address was replaced.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) -> Bool {
        var allSafe = true
        var start = 0
        while start < bytes.count {
            if isSeparator(bytes[start]) {
                output.append(bytes[start] == UInt8(ascii: ",") ? UInt8(ascii: ",") : 0x20)
                start += 1
                continue
            }
            let end = bytes[start...].firstIndex(where: isSeparator) ?? bytes.count
            let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
            let startsAddress =
                start > 0 || output.last.map { isSeparator($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") } ?? true
            let isSafe = startsAddress ? URLText.appendStart(part, to: &output) : URLText.appendContinuation(part, to: &output)
            allSafe = allSafe && isSafe
            start = end
        }
        return allSafe
    }

    private static func isSeparator(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ",") }
}
