extension Escaper {
    /// Writes what a value is printed as. Lists, objects and null print as nothing.
    ///
    /// - Returns: false, with nothing written, where the place takes only safe HTML and the value is something else.
    func append(_ value: Value, to output: inout [UInt8]) -> Bool {
        switch value {
        case .null: return true
        case .html(let html):
            if self == .html || self == .safeHTMLOnly {
                Escaper.none.append(html.html, to: &output)
            } else {
                append(html.html, to: &output)
            }
            return true
        case .bool, .integer, .number, .text, .list, .object:
            if self == .safeHTMLOnly { return false }
        }
        switch value {
        case .text(let text): append(text, to: &output)
        // Digits, signs and words are written as they are: no escaper changes them.
        case .bool(let flag): Escaper.none.append(flag ? "true" : "false", to: &output)
        case .integer(let integer): Self.append(integer, to: &output)
        case .number(let digits): append(digits, to: &output)
        case .null, .html, .list, .object: break
        }
        return true
    }

    private static func append(_ integer: Int, to output: inout [UInt8]) {
        if integer < 0 { output.append(UInt8(ascii: "-")) }
        let start = output.count
        var rest = integer.magnitude
        repeat {
            output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        output[start...].reverse()
    }
}
