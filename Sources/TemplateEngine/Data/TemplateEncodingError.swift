/// Why a value cannot be given to a template, and which part of it.
public struct TemplateEncodingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The keys from the whole value to the part, including the indices in lists. Empty for the whole value.
    public let codingPath: [String]
    /// What is wrong, without a full stop.
    public let what: String
    /// What to do about it.
    public let remedy: String

    /// `crew.1.mass: what. remedy`
    public var description: String { "\(place): \(what). \(remedy)" }

    /// The path as templates write it. It is `.` for the whole value.
    var place: String { codingPath.isEmpty ? "." : codingPath.joined(separator: ".") }

    init(at path: [any CodingKey], what: String, remedy: String) {
        codingPath = path.map { $0.intValue.map(String.init) ?? $0.stringValue }
        self.what = what
        self.remedy = remedy
    }

    /// Wraps an error that a type's own `encode(to:)` throws.
    init(_ error: any Error, at path: [any CodingKey]) {
        switch error {
        case let error as TemplateEncodingError:
            self = error
        case EncodingError.invalidValue(_, let context):
            self.init(at: context.codingPath, what: context.debugDescription, remedy: Self.remedy)
        default:
            self.init(at: path, what: "\(error)", remedy: Self.remedy)
        }
    }

    private static let remedy = "Change the value, or what its type encodes"
}
