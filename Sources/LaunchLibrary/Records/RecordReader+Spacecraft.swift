import Catalogue

extension RecordReader {
    /// A craft in the normal or detailed form, with all it mentions.
    ///
    /// - Returns: its id, nil when it has a problem.
    mutating func spacecraft(_ fields: RecordFields) -> Int? {
        let id = fields.id()
        let name = fields.text("name")
        let serialNumber = fields.optionalText("serial_number")
        let isPlaceholder = fields.flag("is_placeholder", default: false)
        let imageID = fields.optionalObject("image").flatMap { image($0) }
        let inSpace = fields.flag("in_space", default: false)
        let timeInSpace = fields.optionalDuration("time_in_space")
        let timeDocked = fields.optionalDuration("time_docked")
        let flightsCount = fields.optionalInt("flights_count")
        let missionEndsCount = fields.optionalInt("mission_ends_count")
        let statusID = Self.named(fields.object("status")) { (status: Status) in builder.add(status) }
        let description = fields.text("description")
        let configurationID = fields.object("spacecraft_config").flatMap { configuration($0) }
        let fastestTurnaround = fields.optionalDuration("fastest_turnaround")
        let flights = Flight.list(reading: fields)
        guard let id, let name, let isPlaceholder, let inSpace, let statusID, let description, let configurationID else { return nil }
        builder.add(
            Spacecraft(
                id: id, name: name, serialNumber: serialNumber, isPlaceholder: isPlaceholder, imageID: imageID, inSpace: inSpace,
                timeInSpace: timeInSpace, timeDocked: timeDocked, flightsCount: flightsCount, missionEndsCount: missionEndsCount,
                statusID: statusID, description: description, configurationID: configurationID, fastestTurnaround: fastestTurnaround,
                flights: flights))
        return id
    }

    /// An object of an id and a name.
    static func named<E: NamedEntity>(_ fields: RecordFields?, add: (E) -> Void) -> Int? {
        guard let fields else { return nil }
        let id = fields.id()
        let name = fields.text("name")
        guard let id, let name else { return nil }
        add(E(id: id, name: name))
        return id
    }
}
