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
