/// One key of the `ordering` parameter: a field, reversed by a leading `-`.
public struct SpacecraftOrdering: Sendable, Hashable {
    /// The fields by which the API orders.
    public enum Field: String, Sendable, CaseIterable {
        case id
        case timeInSpace = "time_in_space"
        case timeDocked = "time_docked"
        case flightsCount = "flights_count"
        case missionEndsCount = "mission_ends_count"
    }

    public var field: Field
    public var isDescending: Bool

    public init(_ field: Field, descending isDescending: Bool = false) {
        self.field = field
        self.isDescending = isDescending
    }

    /// Reads `-time_in_space`, with optional white space around it. It is nil for anything by which the API does not order.
    public init?(parameter: some StringProtocol) {
        let text = parameter.trimming(\.isWhitespace)
        let isDescending = text.hasPrefix("-")
        guard let field = Field(rawValue: String(isDescending ? text.dropFirst() : text)) else { return nil }
        self.init(field, descending: isDescending)
    }

    /// The ordering as a request writes it: `-time_in_space`.
    public var parameter: String {
        (isDescending ? "-" : "") + field.rawValue
    }
}

extension Spacecraft {
    /// The number that an ordering compares. It is nil for null. Durations count in seconds.
    public func value(of field: SpacecraftOrdering.Field) -> Int? {
        switch field {
        case .id: id.number
        case .timeInSpace: timeInSpace?.seconds
        case .timeDocked: timeDocked?.seconds
        case .flightsCount: flightsCount
        case .missionEndsCount: missionEndsCount
        }
    }
}
