/// Names in a sentence, in scripts that are written from right to left. Without isolation, the text around such a name changes its order.
///
/// Templates isolate the names that stand by themselves in an element. For sentences that are made here, and for titles and attributes, which
/// hold no elements, the name is put between two characters without a shape (Unicode, UAX 9, 2.7). Other names stay as they are.
extension String {
    /// The name between U+2068 and U+2069 if it has letters that are written from right to left.
    var isolated: String {
        hasRightToLeft ? "\u{2068}\(self)\u{2069}" : self
    }

    private var hasRightToLeft: Bool {
        // The first such letter is U+0590. Nearly no name has one beyond it.
        guard utf8.withContiguousStorageIfAvailable({ $0.contains { $0 >= 0xD6 } }) ?? true else { return false }
        return unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
            default: false
            }
        }
    }
}

extension String.StringInterpolation {
    /// A name in a sentence.
    mutating func appendInterpolation(name: String) { appendLiteral(name.isolated) }
}
