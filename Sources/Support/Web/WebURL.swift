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

/// The host and port of a web address: `example.org`, `xn--bcher-kva.example:8080`, `[2001:db8::1]`.
private struct WebHost {
    /// In lower case and in ASCII, with the port if it is not the default one.
    let bytes: [UInt8]

    /// - Parameter authority: the part of an address before its path.
    /// - Returns: nil when there is a user name, or when no network has such a host.
    init?(_ authority: ArraySlice<UInt8>, defaultPort: Int) {
        guard !authority.contains(UInt8(ascii: "@")) else { return nil }
        let isAddress = authority.first == UInt8(ascii: "[")
        let nameEnd =
            isAddress
            ? authority.firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } ?? authority.endIndex
            : authority.firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
        guard let name = isAddress ? Self.sixthVersion(authority[..<nameEnd]) : Self.domain(authority[..<nameEnd]),
            let port = Self.port(authority[nameEnd...])
        else { return nil }
        bytes = name + (port.map { $0 == defaultPort ? [] : Array(":\($0)".utf8) } ?? [])
    }

    /// - Returns: nil for no port; a port of nil for an empty one.
    private static func port(_ text: ArraySlice<UInt8>) -> Int?? {
        guard let colon = text.first else { return .some(nil) }
        let digits = text.dropFirst()
        guard colon == UInt8(ascii: ":"), digits.allSatisfy(\.isASCIIDigit) else { return nil }
        if digits.isEmpty { return .some(nil) }
        guard let port = Int(String(decoding: digits, as: UTF8.self)), port <= 65_535 else { return nil }
        return port
    }

    /// An IPv6 address in brackets. Its groups are not counted.
    private static func sixthVersion(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let inside = text.dropFirst().dropLast()
        let isValid =
            text.last == UInt8(ascii: "]") && inside.count { $0 == UInt8(ascii: ":") } >= 2
            && inside.allSatisfy { $0.isHexDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        return isValid ? text.map(\.asciiLowercased) : nil
    }

    private static func domain(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard let decoded = PercentEncoding.decoded(text) else { return nil }
        let isASCII = decoded.allSatisfy { $0 < 0x80 }
        guard let name = isASCII ? String(decoding: decoded, as: UTF8.self) : String(validating: decoded, as: UTF8.self)?.lowercased()
        else {
            return nil
        }
        // Three characters of East Asian scripts stand for the dot (UTS 46, table 4).
        let dots: Set<Unicode.Scalar> = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]
        var labels = name.unicodeScalars.split(omittingEmptySubsequences: false) { dots.contains($0) }.map { String($0) }
        // A dot at the end names the root of all names.
        if labels.count > 1, labels.last == "" { labels.removeLast() }
        let written = labels.compactMap(label)
        guard written.count == labels.count, let last = written.last else { return nil }
        if last.allSatisfy(\.isASCIIDigit), !isFourthVersion(written) { return nil }
        return Array(written.joined(separator: [UInt8(ascii: ".")]))
    }

    /// - Returns: nil when no name has such a part.
    private static func label(_ label: String) -> [UInt8]? {
        guard label.utf8.allSatisfy({ $0 < 0x80 }) else {
            return label.unicodeScalars.allSatisfy(isOfName) ? Array("xn--".utf8) + Punycode.encoded(label) : nil
        }
        let bytes = label.utf8.map(\.asciiLowercased)
        let isName = bytes.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        return isName && !bytes.isEmpty ? bytes : nil
    }

    private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "-" { return true }
        return switch scalar.properties.generalCategory {
        case .lowercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .nonspacingMark, .spacingMark: true
        default: false
        }
    }

    /// Whether a host whose last part is a number is an IPv4 address in its usual form.
    private static func isFourthVersion(_ labels: [[UInt8]]) -> Bool {
        labels.count == 4
            && labels.allSatisfy { label in
                label.count <= 3 && label.allSatisfy(\.isASCIIDigit) && label.reduce(0) { $0 * 10 + Int($1 & 0xF) } <= 255
            }
    }
}

/// The ASCII form of a name beyond ASCII (RFC 3492), without its prefix `xn--`.
private enum Punycode {
    /// - Parameter label: one part of a domain name, in lower case.
    static func encoded(_ label: String) -> [UInt8] {
        let scalars = label.unicodeScalars.map { Int($0.value) }
        var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
        let basicCount = output.count
        if basicCount > 0 { output.append(UInt8(ascii: "-")) }
        var (next, delta, bias, handled) = (0x80, 0, 72, basicCount)
        while handled < scalars.count {
            let least = scalars.reduce(Int.max) { $1 >= next ? min($0, $1) : $0 }
            delta += (least - next) * (handled + 1)
            next = least
            for scalar in scalars {
                if scalar < next { delta += 1 }
                guard scalar == next else { continue }
                append(delta, bias: bias, to: &output)
                bias = adapted(delta, count: handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return output
    }

    private static func append(_ delta: Int, bias: Int, to output: inout [UInt8]) {
        var rest = delta
        var weight = 36
        while true {
            let threshold = min(max(weight - bias, 1), 26)
            guard rest >= threshold else { break }
            output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
            rest = (rest - threshold) / (36 - threshold)
            weight += 36
        }
        output.append(digit(rest))
    }

    private static func digit(_ value: Int) -> UInt8 {
        UInt8(value) + (value < 26 ? UInt8(ascii: "a") : UInt8(ascii: "0") - 26)
    }

    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var steps = 0
        while delta > 455 {
            delta /= 35
            steps += 36
        }
        return steps + 36 * delta / (delta + 38)
    }
}
