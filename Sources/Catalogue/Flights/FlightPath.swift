/// The path of a flight, or of a field of a flight, in a change of a craft: `flights › 817`, `flights › 817 › launch › net`.
public struct FlightPath: Sendable, Hashable, CustomStringConvertible {
    public let id: Flight.ID
    /// The field in the API's own names. It is nil when the path means the whole flight.
    public let field: String?

    public init(id: Flight.ID, field: String? = nil) {
        self.id = id
        self.field = field
    }

    /// - Returns: nil when the text names any other field of a craft.
    public init?(_ text: String) {
        let steps = text.split(separator: Self.separator, maxSplits: 2)
        guard steps.count > 1, steps[0] == Self.root, let number = Int(steps[1]) else { return nil }
        self.init(id: Flight.ID(number), field: steps.count > 2 ? String(steps[2]) : nil)
    }

    public var description: String { ([Self.root, id.description] + [field].compactMap(\.self)).joined(separator: Self.separator) }

    private static let root = "flights"
    private static let separator = " › "
}
