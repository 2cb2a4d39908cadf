import Catalogue

extension RecordReader {
    mutating func configuration(_ fields: RecordFields) -> Int? {
        let id = fields.id()
        let name = fields.text("name")
        let typeID = Self.named(fields.object("type")) { (type: ConfigurationType) in builder.add(type) }
        let agencyID = fields.object("agency").flatMap { agency($0) }
        var familyIDs: [Int] = []
        for id in fields.objects("family").compactMap({ family($0) }) where !familyIDs.contains(id) { familyIDs.append(id) }
        let inUse = fields.flag("in_use", default: false)
        let imageID = fields.optionalObject("image").flatMap { image($0) }
        let details = details(of: fields)
        guard let id, let name, let typeID, let agencyID, let inUse else { return nil }
        builder.add(
            Configuration(
                id: id, name: name, typeID: typeID, agencyID: agencyID, familyIDs: familyIDs, inUse: inUse, imageID: imageID,
                details: details))
        return id
    }

    /// Nil for the normal form, which has none of these fields.
    private func details(of fields: RecordFields) -> Configuration.Details? {
        guard fields.has("capability") || fields.has("human_rated") || fields.has("maiden_flight") else { return nil }
        var details = Configuration.Details()
        details.capability = fields.text("capability", default: "") ?? ""
        details.history = fields.text("history", default: "") ?? ""
        details.details = fields.text("details", default: "") ?? ""
        details.maidenFlight = fields.optionalDate("maiden_flight")
        details.height = fields.optionalDouble("height")
        details.diameter = fields.optionalDouble("diameter")
        details.humanRated = fields.optionalFlag("human_rated")
        details.crewCapacity = fields.optionalInt("crew_capacity")
        details.payloadCapacity = fields.optionalInt("payload_capacity")
        details.payloadReturnCapacity = fields.optionalInt("payload_return_capacity")
        details.flightLife = fields.optionalText("flight_life")
        details.wikiLink = fields.optionalText("wiki_link") ?? ""
        details.infoLink = fields.optionalText("info_link") ?? ""
        details.statistics = FlightStatistics(reading: fields)
        details.fastestTurnaround = fields.optionalDuration("fastest_turnaround")
        return details
    }
}

extension FlightStatistics {
    init(reading fields: RecordFields) {
        self.init()
        spacecraftFlown = fields.optionalInt("spacecraft_flown")
        totalLaunchCount = fields.optionalInt("total_launch_count")
        successfulLaunches = fields.optionalInt("successful_launches")
        failedLaunches = fields.optionalInt("failed_launches")
        attemptedLandings = fields.optionalInt("attempted_landings")
        successfulLandings = fields.optionalInt("successful_landings")
        failedLandings = fields.optionalInt("failed_landings")
    }
}
