/// How and where a flight came down or will come down.
public struct Landing: Record {
    public var attempt: Bool?
    /// Nil until the source records an outcome.
    public var success: Bool?
    /// The name of the place.
    public var landingLocation: String?
    /// The type in the source's words: Splashdown, Destructive Reentry.
    public var type: String?

    public init(attempt: Bool? = nil, success: Bool? = nil, landingLocation: String? = nil, type: String? = nil) {
        self.attempt = attempt
        self.success = success
        self.landingLocation = landingLocation
        self.type = type
    }

    public static let blank = Landing()
    public static let schema = Schema<Landing>([
        .flag("attempt", \.attempt, .mayBeAbsent),
        .flag("success", \.success),
        .name("landing_location", \.landingLocation),
        .name("type", \.type),
    ])
}
