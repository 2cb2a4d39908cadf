import Catalogue
import LaunchLibrary
import Support

extension RecordWriter {
    /// In the detailed mode what is mentioned is fuller too, and is so even where the configuration itself has no details.
    func configuration(_ configuration: Configuration, _ mode: ResponseMode, _ object: inout JSONWriter) {
        let details = mode == .detailed ? configuration.details : nil
        object.field("response_mode", (details == nil ? ResponseMode.normal : .detailed).rawValue)
        object.field("id", configuration.id)
        object.field("url", url(of: .configurations, id: configuration.id))
        object.field("name", configuration.name)
        object.field("type", catalogue.configurationTypes[id: configuration.typeID], named)
        object.field("agency", catalogue.agencies[id: configuration.agencyID]) {
            agency($0, mode == .detailed ? .normal : .list, &$1)
        }
        object.field("family", list: configuration.familyIDs.compactMap { catalogue.families[id: $0] }) {
            family($0, mode == .detailed ? .nestedDetailed : .normal, &$1)
        }
        object.field("in_use", configuration.inUse)
        image("image", configuration.imageID, &object)
        if let details { write(details, &object) }
    }

    private func write(_ details: Configuration.Details, _ object: inout JSONWriter) {
        object.field("capability", details.capability)
        object.field("history", details.history)
        object.field("details", details.details)
        object.field("maiden_flight", details.maidenFlight)
        object.field("height", details.height)
        object.field("diameter", details.diameter)
        object.field("human_rated", details.humanRated)
        object.field("crew_capacity", details.crewCapacity)
        object.field("payload_capacity", details.payloadCapacity)
        object.field("payload_return_capacity", details.payloadReturnCapacity)
        object.field("flight_life", details.flightLife)
        object.field("wiki_link", details.wikiLink)
        object.field("info_link", details.infoLink)
        counters(of: details.statistics, &object)
        object.field("fastest_turnaround", details.fastestTurnaround)
    }

    func counters(of statistics: FlightStatistics, _ object: inout JSONWriter) {
        for counter in FlightStatistics.counters {
            object.member(named: counter.name) { writer in
                statistics[keyPath: counter.path].map { writer.int($0) } ?? writer.null()
            }
        }
    }
}
