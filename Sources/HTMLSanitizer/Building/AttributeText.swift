import Support

/// The value of an attribute that is read by people.
enum AttributeText {
    /// White space folded, control characters taken out.
    /// - Returns: nil if nothing is left.
    static func folded(_ raw: String) -> String? {
        var folded = String.UnicodeScalarView()
        var isSpacePending = false
        for scalar in raw.unicodeScalars {
            if scalar.isASCII, UInt8(scalar.value).isHTMLSpace {
                isSpacePending = !folded.isEmpty
            } else if !scalar.isUnprintable {
                if isSpacePending { folded.append(" ") }
                isSpacePending = false
                folded.append(scalar)
            }
        }
        return folded.isEmpty ? nil : String(folded)
    }
}

extension Unicode.Scalar {
    /// A control character or a non-character that XML does not allow.
    var isUnprintable: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xFFFE || value == 0xFFFF
    }
}
