extension Flight {
    /// Every field but the id, under the API's own names, those of a part after the part's: `launch › net`.
    static let fields: [EntityField<Flight>] = [
        .init("destination") { $0.destination },
        .init("mission_end") { $0.missionEnd?.rfc3339 },
        .init("duration", isTicking: { $0.missionEnd == nil }) { $0.duration?.iso8601 },
        .init("turn_around_time") { $0.turnAroundTime?.iso8601 },
        .init("launch › id") { $0.launch?.id },
        .init("launch › name") { $0.launch?.name },
        .init("launch › net") { $0.launch?.net?.rfc3339 },
        .init("launch › net_precision") { $0.launch?.netPrecision },
        .init("launch › status") { $0.launch?.status },
        .init("launch › launch_service_provider") { $0.launch?.launchServiceProvider?.name },
        .init("launch › rocket") { $0.launch?.rocket },
        .init("landing › attempt") { $0.landing?.attempt.map(String.init) },
        .init("landing › success") { $0.landing?.success.map(String.init) },
        .init("landing › landing_location") { $0.landing?.landingLocation },
        .init("landing › type") { $0.landing?.type },
    ]

    /// How the flights of a craft differ, flight by flight in the order of ids: one that only one side has by its name, one that both have field by
    /// field. Nothing where either side does not give flights. ``FlightPath`` says which flight is meant.
    static func differences(from craft: Spacecraft, to other: Spacecraft) -> [FieldChange] {
        guard let earlier = craft.flights, let later = other.flights, earlier != later else { return [] }
        let before = Dictionary(earlier.map { ($0.id, $0) }) { first, _ in first }
        let after = Dictionary(later.map { ($0.id, $0) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted().flatMap { id in
            guard let from = before[id], let to = after[id] else {
                return [FieldChange(field: FlightPath(id: id).description, from: before[id]?.name, to: after[id]?.name)]
            }
            return fields.compactMap { $0.difference(from: from, to: to) }.map {
                FieldChange(field: FlightPath(id: id, field: $0.field).description, from: $0.from, to: $0.to)
            }
        }
    }
}
