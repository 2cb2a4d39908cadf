import Catalogue
import Support

extension Configuration: SnapshotLine {
    func write(to object: inout JSONWriter) {
        object.member("agency", agencyID)
        if let details { object.member("details") { $0.object { details.write(to: &$0) } } }
        object.member("family") { $0.list(familyIDs) { $0.int($1) } }
        object.member("image", imageID)
        object.member("in_use", inUse)
        object.member("name", name)
        object.member("type", typeID)
    }

    init?(id: Int, reading fields: RecordFields) {
        let agencyID = fields.id("agency")
        let details = fields.optionalObject("details").flatMap(Details.init(readingLine:))
        let familyIDs = fields.ids("family")
        let inUse = fields.flag("in_use")
        let name = fields.text("name")
        let typeID = fields.id("type")
        guard let agencyID, let inUse, let name, let typeID else { return nil }
        self.init(
            id: id, name: name, typeID: typeID, agencyID: agencyID, familyIDs: familyIDs, inUse: inUse,
            imageID: fields.optionalID("image"), details: details)
    }
}

extension Configuration.Details {
    func write(to object: inout JSONWriter) {
        object.member("capability", capability)
        object.member("crew_capacity", crewCapacity)
        object.member("details", details)
        object.member("diameter", diameter)
        object.member("fastest_turnaround", fastestTurnaround)
        object.member("flight_life", flightLife)
        object.member("height", height)
        object.member("history", history)
        object.member("human_rated", humanRated)
        object.member("info_link", infoLink)
        object.member("maiden_flight", maidenFlight)
        object.member("payload_capacity", payloadCapacity)
        object.member("payload_return_capacity", payloadReturnCapacity)
        object.member("statistics") { $0.object { statistics.write(to: &$0) } }
        object.member("wiki_link", wikiLink)
    }

    init?(readingLine fields: RecordFields) {
        self.init()
        guard let capability = fields.text("capability"), let details = fields.text("details"), let history = fields.text("history"),
            let infoLink = fields.text("info_link"), let wikiLink = fields.text("wiki_link"),
            let statistics = fields.object("statistics")
        else { return nil }
        self.capability = capability
        crewCapacity = fields.optionalInt("crew_capacity")
        self.details = details
        diameter = fields.optionalDouble("diameter")
        fastestTurnaround = fields.optionalDuration("fastest_turnaround")
        flightLife = fields.optionalText("flight_life")
        height = fields.optionalDouble("height")
        self.history = history
        humanRated = fields.optionalFlag("human_rated")
        self.infoLink = infoLink
        maidenFlight = fields.optionalDate("maiden_flight")
        payloadCapacity = fields.optionalInt("payload_capacity")
        payloadReturnCapacity = fields.optionalInt("payload_return_capacity")
        self.statistics = FlightStatistics(reading: statistics)
        self.wikiLink = wikiLink
    }
}

extension FlightStatistics {
    func write(to object: inout JSONWriter) {
        object.member("attempted_landings", attemptedLandings)
        object.member("failed_landings", failedLandings)
        object.member("failed_launches", failedLaunches)
        object.member("spacecraft_flown", spacecraftFlown)
        object.member("successful_landings", successfulLandings)
        object.member("successful_launches", successfulLaunches)
        object.member("total_launch_count", totalLaunchCount)
    }
}
