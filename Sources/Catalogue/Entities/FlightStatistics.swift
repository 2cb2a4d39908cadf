/// The counters that the API keeps for a configuration and for a family.
public struct FlightStatistics: Record {
    public var spacecraftFlown: Int?
    public var totalLaunchCount: Int?
    public var successfulLaunches: Int?
    public var failedLaunches: Int?
    public var attemptedLandings: Int?
    public var successfulLandings: Int?
    public var failedLandings: Int?

    public init() {}

    public static let blank = FlightStatistics()
    public static let schema = Schema<FlightStatistics>([
        .wholeNumber("spacecraft_flown", \.spacecraftFlown),
        .wholeNumber("total_launch_count", \.totalLaunchCount),
        .wholeNumber("successful_launches", \.successfulLaunches),
        .wholeNumber("failed_launches", \.failedLaunches),
        .wholeNumber("attempted_landings", \.attemptedLandings),
        .wholeNumber("successful_landings", \.successfulLandings),
        .wholeNumber("failed_landings", \.failedLandings),
    ])
}
