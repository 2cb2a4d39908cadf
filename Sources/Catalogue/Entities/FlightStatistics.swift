/// The counters that the API keeps for a configuration and for a family.
public struct FlightStatistics: Sendable, Hashable {
    public var spacecraftFlown: Int?
    public var totalLaunchCount: Int?
    public var successfulLaunches: Int?
    public var failedLaunches: Int?
    public var attemptedLandings: Int?
    public var successfulLandings: Int?
    public var failedLandings: Int?

    public init() {}

    /// Each counter with its name in the API, in the API's order.
    public static let counters: [(name: String, path: any WritableKeyPath<FlightStatistics, Int?> & Sendable)] = [
        ("spacecraft_flown", \.spacecraftFlown),
        ("total_launch_count", \.totalLaunchCount),
        ("successful_launches", \.successfulLaunches),
        ("failed_launches", \.failedLaunches),
        ("attempted_landings", \.attemptedLandings),
        ("successful_landings", \.successfulLandings),
        ("failed_landings", \.failedLandings),
    ]

    static func fields<E: Entity>(of statistics: @escaping @Sendable (E) -> FlightStatistics?) -> [EntityField<E>] {
        counters.map { name, path in
            EntityField(name) { statistics($0).flatMap { $0[keyPath: path] }.map(String.init) }
        }
    }
}
