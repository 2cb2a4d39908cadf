import Catalogue
import Support

extension Spacecraft: SnapshotLine {
    func write(to object: inout JSONWriter) {
        object.member("description", description)
        object.member("fastest_turnaround", fastestTurnaround)
        if let flights { object.member("flights") { $0.list(flights) { writer, flight in writer.object { flight.write(to: &$0) } } } }
        object.member("flights_count", flightsCount)
        object.member("image", imageID)
        object.member("in_space", inSpace)
        object.member("is_placeholder", isPlaceholder)
        object.member("mission_ends_count", missionEndsCount)
        object.member("name", name)
        object.member("serial_number", serialNumber)
        object.member("spacecraft_config", configurationID)
        object.member("status", statusID)
        object.member("time_docked", timeDocked)
        object.member("time_in_space", timeInSpace)
    }

    init?(id: Int, reading fields: RecordFields) {
        let description = fields.text("description")
        let inSpace = fields.flag("in_space")
        let isPlaceholder = fields.flag("is_placeholder")
        let name = fields.text("name")
        let configurationID = fields.id("spacecraft_config")
        let statusID = fields.id("status")
        guard let description, let inSpace, let isPlaceholder, let name, let configurationID, let statusID else { return nil }
        self.init(
            id: id, name: name, serialNumber: fields.optionalText("serial_number"), isPlaceholder: isPlaceholder,
            imageID: fields.optionalID("image"), inSpace: inSpace, timeInSpace: fields.optionalDuration("time_in_space"),
            timeDocked: fields.optionalDuration("time_docked"), flightsCount: fields.optionalInt("flights_count"),
            missionEndsCount: fields.optionalInt("mission_ends_count"), statusID: statusID, description: description,
            configurationID: configurationID, fastestTurnaround: fields.optionalDuration("fastest_turnaround"),
            flights: Flight.list(reading: fields))
    }
}
