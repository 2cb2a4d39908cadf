import Support

/// Addresses in attributes.
enum URLText {
    /// The replacement of an address whose scheme is not safe: a link to nowhere on the same page.
    static let replacement: StaticString = "#unsafe"

    /// The schemes that a value may contain.
    private static let schemes: [StaticString] = ["https", "http", "mailto"]

    /// Writes an address, or a part of one before any query, without checking its scheme.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        guard bytes.has(UInt8(ascii: "%")) else {
            EscapeTable.url.append(bytes, to: &output)
            return
        }
        var start = 0
        var index = 0
        while index < bytes.count {
            defer { index += 1 }
            // A `%` that begins no escape would form one with the text after it.
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
    /// - Returns: false when its scheme is not a safe one. `replacement` was written then.
    static func appendStart(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) -> Bool {
        // Browsers remove white space and control characters from both ends (URL Standard, basic URL parser).
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

    /// Writes a value that follows other values in an attribute. While those leave the scheme open, this value decides it.
    static func appendContinuation(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) -> Bool {
        switch beginning(in: output) {
        case .decided: break
        case .empty: return appendStart(bytes, to: &output)
        case .open:
            // Joined, the two would make another scheme than either of them says.
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
        /// There are only characters that a scheme can have.
        case open
        case decided
    }

    /// How the output has begun the present address. The search goes back to a quote, because no value contains one.
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

    /// Whether the text is written in the same way at every place in an address: it has no scheme, and nothing that is removed at a
    /// beginning.
    static func isIndependent(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        lengthOfScheme(bytes) == nil && bytes.allSatisfy { $0 > 0x20 }
    }

    private static func hasSafeScheme(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let length = lengthOfScheme(address) else { return true }
        return schemes.contains { scheme in
            scheme.utf8CodeUnitCount == length && (0..<length).allSatisfy { scheme.utf8Start[$0] == address[$0] | 0x20 }
        }
    }

    /// The number of bytes before a `:` that follows no `/`, `?` or `#`. Nil for a relative address.
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

/// Values in `srcset`: addresses, optionally with a descriptor, separated by commas (HTML, 4.8.4.2.1).
enum SourceSetText {
    /// Writes a whole value, or a part of one, address by address. Each address passes the scheme filter.
    ///
    /// - Returns: false when an address was replaced.
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

/// Percent-encoding for one part of a URL.
enum URLEncoding {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// The text with all but the unreserved characters (RFC 3986, 2.3) as `%XX` of their UTF-8.
    static func encoded(_ text: String) -> String {
        var encoded = OutputBuffer(capacity: text.utf8.count)
        Escaper.urlQuery.append(text, to: &encoded)
        return encoded.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// The byte as `%XX`.
    static func escape(_ byte: UInt8) -> String {
        String(decoding: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
    }

    static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
