/// Why some bytes are not JSON, and where. Lines and columns count from 1, columns in bytes.
public struct JSONSyntaxError: Error, Equatable, CustomStringConvertible {
    public let line: Int
    public let column: Int
    public let what: String

    public var description: String { "\(line):\(column): \(what)" }
}
