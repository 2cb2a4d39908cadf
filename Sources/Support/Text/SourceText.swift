/// Text from outside, made fit for every output. It is done once, where a text is read, so that no page, feed or download has to.
package enum SourceText {
    /// A name or another text of one line. Line breaks and tabs become spaces, a text of white space alone is empty, and the controls that
    /// change the direction of the text around it (U+202A–202E, U+2066–2069) are left out. The rest is as in ``prose(_:)``.
    package static func line(_ text: String) -> String {
        guard contains(text, { $0 &- 0x20 >= 0x5F }) else { return isBlank(text) ? "" : text }
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x85, 0x2028, 0x2029: line.append(" ")
            case 0x202A...0x202E, 0x2066...0x2069: break
            default: line.append(fit(scalar))
            }
        }
        return isBlank(line) ? "" : String(line)
    }

    /// A text of several lines. Characters that XML or HTML does not allow become U+FFFD: controls but tab and line breaks, surrogates, and
    /// non-characters (XML 1.0, 2.2; HTML standard, 13.2.3.5).
    package static func prose(_ text: String) -> String {
        guard contains(text, { $0 &- 0x20 >= 0x5F && $0 != 0x0A && $0 != 0x0D }), text.unicodeScalars.contains(where: { fit($0) != $0 })
        else { return text }
        var prose = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { prose.append(fit(scalar)) }
        return String(prose)
    }

    /// Whether a text has such a byte. Nearly no text has, and this loop looks at many bytes at once.
    @inline(__always)
    private static func contains(_ text: String, _ isWanted: (UInt8) -> Bool) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var found: UInt8 = 0
            for byte in bytes { found |= isWanted(byte) ? 1 : 0 }
            return found != 0
        }
    }

    private static func fit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85, 0x20...0x7E: scalar
        case 0...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: "\u{FFFD}"
        case let value: value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar
        }
    }

    /// Whether there is nothing to read in a text.
    package static func isBlank(_ text: String) -> Bool {
        if let first = text.utf8.first, 0x21..<0x7F ~= first { return false }
        return isBlank(text.unicodeScalars)
    }

    private static func isBlank(_ scalars: String.UnicodeScalarView) -> Bool {
        scalars.allSatisfy { $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }
    }
}

/// Whether bytes are a text in UTF-8.
package enum UTF8Text {
    /// The offset of the first byte that belongs to no character. Nil if the whole text is UTF-8.
    package static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
        // The standard library looks at eight bytes at a time here.
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }
}
