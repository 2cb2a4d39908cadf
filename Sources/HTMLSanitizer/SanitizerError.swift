/// Why an input has no sanitized form.
public enum SanitizerError: Error, Equatable, Sendable {
    /// The input is longer than the policy's limit.
    case tooLong(bytes: Int, limit: Int)
    /// libxml2 could not get memory for its parser.
    case outOfMemory
    /// The writer received something that the policy does not allow. This is a fault of the sanitizer itself.
    case refused(String)
}

extension SanitizerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLong(let bytes, let limit):
            "the text is \(bytes) bytes long, and the limit is \(limit). Shorten it, or raise `limits.bytes` of the policy"
        case .outOfMemory:
            "there is no memory left to read the text. Free some, and try again"
        case .refused(let what):
            "the sanitizer was about to write \(what), which its policy does not allow. Please report this with the text"
        }
    }
}
