import Catalogue
import LaunchLibrary
import Support

extension RecordWriter {
    func spacecraft(_ craft: Spacecraft, _ mode: ResponseMode, _ object: inout JSONWriter) {
        object.field("response_mode", mode.rawValue)
        object.field("id", craft.id)
        object.field("url", url(of: .spacecraft, id: craft.id))
        object.field("name", craft.name)
        object.field("serial_number", craft.serialNumber)
        object.field("is_placeholder", craft.isPlaceholder)
        image("image", craft.imageID, &object)
        object.field("in_space", craft.inSpace)
        object.field("time_in_space", craft.timeInSpace)
        object.field("time_docked", craft.timeDocked)
        object.field("flights_count", craft.flightsCount)
        object.field("mission_ends_count", craft.missionEndsCount)
        object.field("status", catalogue.statuses[id: craft.statusID], named)
        object.field("description", craft.description)
        object.field("spacecraft_config", catalogue.configurations[id: craft.configurationID]) { configuration($0, mode, &$1) }
        object.field("fastest_turnaround", craft.fastestTurnaround)
        guard mode == .detailed, let flights = craft.flights else { return }
        object.field("flights", list: flights) { flight($0, of: craft, &$1) }
    }
}
