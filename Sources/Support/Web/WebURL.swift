/// A complete http or https address in the one form that pages, feeds and downloads use.
///
/// The form follows the URL standard (https://url.spec.whatwg.org/): scheme and host in lower case, no default port, no dot segments, a host
/// beyond ASCII as `xn--…`. Beyond the standard, every character that RFC 3986 does not allow is percent-encoded, and so is a `%` that
/// begins no escape.
package struct WebURL: Sendable, Hashable {
    package let text: String
    package let isSecure: Bool

    /// - Returns: nil for any address that a reader could not follow from anywhere: a relative one, one without a usable host, with another
    ///   scheme, with control characters. Also nil when it has a user name or a password, because it would lead elsewhere than it seems to.
    package init?(_ raw: String) {
        if Self.isNormal(raw) {
            text = raw
            isSecure = true
            return
        }
        guard let bytes = Self.cleaned(raw), let scheme = Self.scheme(of: bytes) else { return nil }
        let rest = bytes[scheme.end...]
        let authorityEnd = rest.firstIndex { Self.endsAuthority($0) } ?? rest.endIndex
        guard let host = WebHost(rest[..<authorityEnd], defaultPort: scheme.isSecure ? 443 : 80) else { return nil }
        let fragmentStart = rest[authorityEnd...].firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
        let queryStart = rest[authorityEnd..<fragmentStart].firstIndex(of: UInt8(ascii: "?")) ?? fragmentStart
        var output = Array((scheme.isSecure ? "https://" : "http://").utf8) + host.bytes
        Self.appendPath(rest[authorityEnd..<queryStart], to: &output)
        if queryStart < fragmentStart {
            output.append(UInt8(ascii: "?"))
            PercentEncoding.append(rest[(queryStart + 1)..<fragmentStart], .query, to: &output)
        }
        if fragmentStart < rest.endIndex {
            output.append(UInt8(ascii: "#"))
            PercentEncoding.append(rest[(fragmentStart + 1)...], .fragment, to: &output)
        }
        text = String(decoding: output, as: UTF8.self)
        isSecure = scheme.isSecure
    }

    /// Whether an https address is plainly in that form already: a host of lower-case labels that ends in a letter, and a path of
    /// unreserved characters without dot segments. Nearly all addresses of the source are, so they are not taken apart.
    private static func isNormal(_ raw: String) -> Bool {
        var raw = raw
        return raw.withUTF8 { bytes in
            let dot = UInt8(ascii: ".")
            let slash = UInt8(ascii: "/")
            guard bytes.starts(with: "https://".utf8) else { return false }
            var index = 8
            while index < bytes.count, bytes[index] != slash {
                let byte = bytes[index]
                let isOfLabel = byte.isASCIIDigit || byte.isASCIILetter && byte == byte.asciiLowercased || byte == UInt8(ascii: "-")
                guard isOfLabel || byte == dot && bytes[index - 1] != dot && index > 8 else { return false }
                index += 1
            }
            guard index < bytes.count, bytes[index - 1].isASCIILetter else { return false }
            while index < bytes.count {
                let byte = bytes[index]
                let isOfPath =
                    byte.isASCIILetter || byte.isASCIIDigit || byte == slash || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                guard isOfPath || byte == dot && bytes[index - 1] != slash else { return false }
                index += 1
            }
            return true
        }
    }

    /// Whether the address is a site's root, or an address below it.
    ///
    /// - Parameter root: an address with a `/` at its end.
    package func isBelow(_ root: String) -> Bool {
        let root = root.utf8.dropLast()
        guard text.utf8.starts(with: root) else { return false }
        guard let next = text.utf8.dropFirst(root.count).first else { return true }
        return next == UInt8(ascii: "/") || next == UInt8(ascii: "?") || next == UInt8(ascii: "#")
    }

    /// Without white space and controls around it, and without line breaks and tabs in it, as a browser reads an address.
    private static func cleaned(_ raw: String) -> ArraySlice<UInt8>? {
        let bytes = Array(raw.utf8)
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else { return nil }
        let cleaned = bytes[first...last].filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        return cleaned.contains { $0 < 0x20 || $0 == 0x7F } ? nil : cleaned[...]
    }

    private static func scheme(of bytes: ArraySlice<UInt8>) -> (isSecure: Bool, end: Int)? {
        for (scheme, isSecure) in [("https://", true), ("http://", false)] {
            let start = bytes.prefix(scheme.utf8.count).map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0.asciiLowercased }
            if start.elementsEqual(scheme.utf8) { return (isSecure, start.count) }
        }
        return nil
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    /// Writes a path without its dot segments.
    private static func appendPath(_ path: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var segments: [ArraySlice<UInt8>] = []
        let written = path.dropFirst().split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        for (index, segment) in written.enumerated() {
            let dots = dotCount(segment)
            if dots == 2 { segments.removeLast(min(segments.count, 1)) }
            // A dot segment at the end leaves the address of a folder.
            if dots == 0 { segments.append(segment) } else if index == written.count - 1 { segments.append([]) }
        }
        for segment in segments.isEmpty ? [[]] : segments {
            output.append(UInt8(ascii: "/"))
            PercentEncoding.append(segment, .path, to: &output)
        }
    }

    /// One for `.`, two for `..`, with dots written as `%2e` too. Zero for any other segment.
    private static func dotCount(_ segment: ArraySlice<UInt8>) -> Int {
        var rest = segment
        var dots = 0
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.prefix(2).map(\.asciiLowercased) == [UInt8(ascii: "2"), UInt8(ascii: "e")] {
                rest = rest.dropFirst(2)
            } else if byte != UInt8(ascii: ".") {
                return 0
            }
            dots += 1
        }
        return dots <= 2 ? dots : 0
    }
}
