/// The host and port of a web address: `example.org`, `xn--bcher-kva.example:8080`, `[2001:db8::1]`.
struct WebHost {
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
enum Punycode {
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
