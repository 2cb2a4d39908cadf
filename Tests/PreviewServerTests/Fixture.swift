import LaunchLibrary
import Support

/// The stored texts in Tests/Fixtures.
enum Fixture {
    private static let folder = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Fixtures/PreviewServer"

    /// JSON without the white space that makes the stored text readable.
    static func json(_ name: String) throws -> String {
        var isInString = false
        var isEscaped = false
        let bytes = try FileAccess.disk.contents("\(folder)/\(name).json").filter { byte in
            defer { isEscaped = byte == UInt8(ascii: "\\") && !isEscaped }
            if byte == UInt8(ascii: "\""), !isEscaped { isInString.toggle() }
            return isInString || byte > UInt8(ascii: " ")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
