/// A place in a text as editors count: lines and characters from 1.
package struct TextPosition: Equatable, CustomStringConvertible {
    package let line: Int
    package let column: Int

    package init(of offset: Int, in bytes: [UInt8]) {
        let before = bytes[..<min(offset, bytes.count)]
        line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        column = 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 }
    }

    package var description: String { "\(line):\(column)" }
}
