import Support

/// Addresses in attributes.
enum URLText {
    /// What an address becomes whose scheme is none of the safe ones: a link to nowhere on the same page.
    static let replacement: StaticString = "#unsafe"

    /// Schemes that a value may bring along.
    private static let schemes: [StaticString] = ["https", "http", "mailto"]

    /// Writes an address, or a part of one that comes before any query, without looking at its scheme.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        var start = 0
        var index = 0
        while index < bytes.count {
            defer { index += 1 }
            // A `%` that begins no escape would become one together with what follows it.
            guard bytes[index] == UInt8(ascii: "%"), !isEscape(bytes, at: index) else { continue }
            EscapeTable.url.append(UnsafeBufferPointer(rebasing: bytes[start..<index]), to: &output)
            output.append(contentsOf: "%25")
            start = index + 1
        }
        EscapeTable.url.append(start == 0 ? bytes : UnsafeBufferPointer(rebasing: bytes[start...]), to: &output)
    }

    private static func isEscape(_ bytes: UnsafeBufferPointer<UInt8>, at percent: Int) -> Bool {
        percent + 2 < bytes.count && bytes[percent + 1].isHexDigit && bytes[percent + 2].isHexDigit
    }

    /// Writes the beginning of an address.
    ///
    /// - Returns: false where its scheme is not a safe one, so that `replacement` was written.
    static func appendStart(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) -> Bool {
        // Browsers take white space and control characters off both ends (URL Standard, basic URL parser).
        var start = 0
        while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
        let address = UnsafeBufferPointer(rebasing: bytes[start...])
        guard hasSafeScheme(address) else {
            output.append(contentsOf: replacement)
            return false
        }
        append(address, to: &output)
        return true
    }

    /// Writes what follows other values in an attribute. While those leave it open, the value decides about the scheme.
    static func appendContinuation(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) -> Bool {
        switch beginning(in: output) {
        case .decided: break
        case .empty: return appendStart(bytes, to: &output)
        case .open:
            // Together they would be some other scheme than either says.
            guard lengthOfScheme(bytes) == nil else {
                output.append(contentsOf: replacement)
                return false
            }
        }
        append(bytes, to: &output)
        return true
    }

    private enum Beginning {
        case empty
        /// Only characters that a scheme can have.
        case open
        case decided
    }

    /// What the output has of the present address already: it goes back to a quote, which no value contains.
    private static func beginning(in output: borrowing OutputBuffer) -> Beginning {
        var index = output.count
        var isEmpty = true
        while index > 0 {
            index -= 1
            switch output[index] {
            case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "&"): return .decided
            case UInt8(ascii: "\""), UInt8(ascii: "'"): return isEmpty ? .empty : .open
            case 0...0x20: break
            default: isEmpty = false
            }
        }
        return isEmpty ? .empty : .open
    }

    /// Whether it is written in the same way wherever in an address it stands: it has no scheme, and nothing that a beginning loses.
    static func isIndependent(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        lengthOfScheme(bytes) == nil && bytes.allSatisfy { $0 > 0x20 }
    }

    private static func hasSafeScheme(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let length = lengthOfScheme(address) else { return true }
        return schemes.contains { scheme in
            scheme.utf8CodeUnitCount == length && (0..<length).allSatisfy { scheme.utf8Start[$0] == address[$0] | 0x20 }
        }
    }

    /// How many bytes come before a `:` that no `/`, `?` or `#` precedes; nil for a relative address.
    private static func lengthOfScheme(_ address: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        while index < address.count {
            switch address[index] {
            case UInt8(ascii: ":"): return index
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
            default: index += 1
            }
        }
        return nil
    }
}
