/// Characters of JSON strings inside a script of HTML.
enum JSONScript {
    /// Writes text between the quotes of a string: besides what JSON asks for, `<`, `>` and `&` as escapes, which HTML around it would read,
    /// and U+2028 and U+2029, which end lines in JavaScript.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        var start = 0
        var index = 0
        while index + 2 < bytes.count {
            let isSeparator = bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
            guard isSeparator else {
                index += 1
                continue
            }
            EscapeTable.jsonScript.append(UnsafeBufferPointer(rebasing: bytes[start..<index]), to: &output)
            output.append(contentsOf: bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029" as StaticString)
            index += 3
            start = index
        }
        EscapeTable.jsonScript.append(UnsafeBufferPointer(rebasing: bytes[start...]), to: &output)
    }
}
