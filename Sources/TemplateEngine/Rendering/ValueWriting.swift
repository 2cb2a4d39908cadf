extension Escaper {
    /// Writes what a value is printed as. Lists, objects and null print as nothing.
    ///
    /// - Returns: false, with nothing written, where the place takes only safe HTML and the value is something else.
    func append(_ value: Value, to output: inout [UInt8]) -> Bool {
        if self == .safeHTMLOnly {
            switch value {
            case .null: return true
            case .html(let html): Escaper.none.append(html.html, to: &output)
            case .bool, .integer, .number, .text, .list, .object: return false
            }
            return true
        }
        switch value {
        case .text(let text), .number(let text): append(text, to: &output)
        case .html(let html): (self == .html ? Escaper.none : self).append(html.html, to: &output)
        case .bool(let flag): Escaper.none.append(flag ? "true" : "false", to: &output)
        case .integer(let integer): Self.append(integer, to: &output)
        case .null, .list, .object: break
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
