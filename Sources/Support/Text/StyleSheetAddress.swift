/// An address in a style sheet: in `url(…)`, in the string of an `@import`, or in an `image-set(…)`.
package struct StyleSheetAddress: Equatable {
    /// What a browser does with the address.
    package enum Use: Sendable {
        case font, image, styleSheet
        /// It is the name of a namespace, and nothing is loaded.
        case namespace
    }

    package let use: Use
    /// The address in its written form, without its quotes. Between the parentheses of an unquoted `url(…)` white space is left out.
    package let range: Range<Int>
    /// The quote around it.
    package let quote: UInt8?
    /// The address without CSS escapes, as UTF-8.
    package let address: [UInt8]

    /// Every address of a style sheet, in its order. Comments and other strings hold none.
    package static func all(in bytes: UnsafeBufferPointer<UInt8>) -> [StyleSheetAddress] {
        var reader = StyleSheetReader(bytes)
        return reader.read()
    }
}

/// Reads a style sheet by the tokens of CSS Syntax Level 3 (section 4), as far as they decide where an address is.
private struct StyleSheetReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var found: [StyleSheetAddress] = []
    /// The name of the rule that has begun and has no block yet: `font-face`, `import`.
    private var pendingRule: [UInt8] = []
    private var depth = 0
    private var fontFaceDepth: Int?
    /// Whether each open parenthesis belongs to an `image-set(…)`, whose strings are addresses.
    private var parentheses: [Bool] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func read() -> [StyleSheetAddress] {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): skipComment()
            case UInt8(ascii: "\""), UInt8(ascii: "'"): readString()
            case UInt8(ascii: "@"):
                index += 1
                pendingRule = readName()
            case UInt8(ascii: "{"):
                if pendingRule.elementsEqual("font-face".utf8) { fontFaceDepth = depth }
                beginBlock(1)
            case UInt8(ascii: "}"):
                beginBlock(-1)
                if let fontFaceDepth, depth <= fontFaceDepth { self.fontFaceDepth = nil }
            case UInt8(ascii: ";"): beginBlock(0)
            case UInt8(ascii: "("):
                parentheses.append(false)
                index += 1
            case UInt8(ascii: ")"):
                _ = parentheses.popLast()
                index += 1
            case let first where Self.isOfName(first): readWord()
            default: index += 1
            }
        }
        return found
    }

    private func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

    private static func isOfName(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == backslash
            || byte >= 0x80
    }

    private mutating func beginBlock(_ step: Int) {
        depth = max(0, depth + step)
        pendingRule = []
        parentheses = []
        index += 1
    }

    private mutating func skipComment() {
        index += 2
        while index < bytes.count, bytes[index] != UInt8(ascii: "*") || byte(1) != UInt8(ascii: "/") { index += 1 }
        index += 2
    }

    /// In lower case, without escapes.
    private mutating func readName() -> [UInt8] { readValue(while: Self.isOfName).value.map(\.asciiLowercased) }

    /// Reads up to the first byte that is not of the value and is not escaped.
    /// - Returns: where it is written, and the value without escapes.
    private mutating func readValue(while isOfValue: (UInt8) -> Bool) -> (range: Range<Int>, value: [UInt8]) {
        let start = index
        var value: [UInt8] = []
        while index < bytes.count, isOfValue(bytes[index]) {
            if bytes[index] == backslash {
                readEscape(to: &value)
            } else {
                value.append(bytes[index])
                index += 1
            }
        }
        return (start..<min(index, bytes.count), value)
    }

    private mutating func readWord() {
        let name = readName()
        guard byte(0) == UInt8(ascii: "(") else { return }
        index += 1
        if name.elementsEqual("url".utf8) {
            readURL()
        } else {
            parentheses.append(name.elementsEqual("image-set".utf8) || name.elementsEqual("-webkit-image-set".utf8))
        }
    }

    private var use: StyleSheetAddress.Use {
        if pendingRule.elementsEqual("import".utf8) { return .styleSheet }
        if pendingRule.elementsEqual("namespace".utf8) { return .namespace }
        return fontFaceDepth == nil ? .image : .font
    }

    /// A string anywhere. It is an address in the rules that take one, and in an `image-set(…)`.
    private mutating func readString() {
        let isAddress = parentheses.last == true || (parentheses.isEmpty && (use == .styleSheet || use == .namespace))
        let (range, value, quote) = readQuoted()
        if isAddress { add(range, value, quote) }
    }

    private mutating func readQuoted() -> (Range<Int>, [UInt8], quote: UInt8) {
        let quote = bytes[index]
        index += 1
        // A line feed ends a string whose closing quote was forgotten.
        let (range, value) = readValue { $0 != quote && $0 != lineFeed }
        if byte(0) == quote { index += 1 }
        return (range, value, quote)
    }

    private mutating func readURL() {
        skipSpace()
        guard index < bytes.count else { return }
        if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
            let (range, value, quote) = readQuoted()
            add(range, value, quote)
            // What follows the string up to the parenthesis are modifiers of the address.
            parentheses.append(false)
            return
        }
        let (range, value) = readValue { $0 != UInt8(ascii: ")") && !$0.isHTMLSpace }
        skipSpace()
        let isClosed = index >= bytes.count || bytes[index] == UInt8(ascii: ")")
        while index < bytes.count, bytes[index] != UInt8(ascii: ")") { index += 1 }
        index += 1
        // White space inside an address without quotes makes it none.
        if isClosed { add(range, value, nil) }
    }

    private mutating func add(_ range: Range<Int>, _ value: [UInt8], _ quote: UInt8?) {
        found.append(StyleSheetAddress(use: use, range: range, quote: quote, address: value))
        // Only the first address of such a rule is one.
        if use == .styleSheet || use == .namespace { pendingRule = [] }
    }

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index].isHTMLSpace { index += 1 }
    }

    /// Reads a `\` and what it stands for.
    private mutating func readEscape(to output: inout [UInt8]) {
        index += 1
        guard index < bytes.count else { return }
        var (value, digits) = (UInt32(0), 0)
        while digits < 6, let digit = byte(0).hexDigitValue, index < bytes.count {
            value = value << 4 | UInt32(digit)
            digits += 1
            index += 1
        }
        if digits > 0 {
            let scalar = value == 0 ? nil : Unicode.Scalar(value)
            output.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
            if byte(0).isHTMLSpace { index += 1 }
        } else {
            // A line that is continued.
            if bytes[index] != lineFeed { output.append(bytes[index]) }
            index += 1
        }
    }
}

private let backslash = UInt8(ascii: "\\")
private let lineFeed = UInt8(ascii: "\n")
