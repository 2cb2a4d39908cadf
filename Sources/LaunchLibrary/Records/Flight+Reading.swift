import Catalogue

extension Flight {
    /// The flights of a craft, read from a record of the API or from a line of the snapshot, which keeps the API's own nesting; in the order of ids,
    /// one that is there twice once.
    ///
    /// - Returns: nil for the normal form, which does not give them.
    static func list(reading craft: RecordFields) -> [Flight]? {
        guard let flights = craft.optionalObjects("flights")?.compactMap(Flight.init(reading:)) else { return nil }
        if zip(flights, flights.dropFirst()).allSatisfy({ $0.id < $1.id }) { return flights }
        return Dictionary(flights.map { ($0.id, $0) }) { first, _ in first }.values.sorted { $0.id < $1.id }
    }

    /// The document of the API calls neither launch nor landing nor the durations nullable; of a flight that is planned they may well be.
    init?(reading fields: RecordFields) {
        let destination = fields.optionalText("destination")
        let missionEnd = fields.optionalTimestamp("mission_end")
        let duration = fields.optionalDuration("duration")
        let turnAroundTime = fields.optionalDuration("turn_around_time")
        let launch = fields.optionalObject("launch").map(Launch.init(reading:))
        let landing = fields.optionalObject("landing").map(Landing.init(reading:))
        guard let id = fields.id() else { return nil }
        self.init(
            id: id, destination: destination, missionEnd: missionEnd, duration: duration, turnAroundTime: turnAroundTime, launch: launch,
            landing: landing)
    }
}

extension Launch {
    init(reading fields: RecordFields) {
        let configuration = fields.optionalObject("rocket")?.optionalObject("configuration")
        let fullName = configuration?.optionalText("full_name") ?? ""
        self.init(
            id: fields.optionalText("id"), name: fields.text("name", default: "") ?? "", net: fields.optionalTimestamp("net"),
            netPrecision: fields.name(of: "net_precision"), status: fields.name(of: "status"),
            launchServiceProvider: fields.optionalObject("launch_service_provider").flatMap(Provider.init(reading:)),
            rocket: fullName.isEmpty ? configuration?.optionalText("name") : fullName)
    }
}

extension Launch.Provider {
    init?(reading fields: RecordFields) {
        let id = fields.id()
        let name = fields.text("name")
        guard let id, let name else { return nil }
        self.init(id: id, name: name)
    }
}

extension Landing {
    init(reading fields: RecordFields) {
        self.init(
            attempt: fields.optionalFlag("attempt"), success: fields.optionalFlag("success"),
            landingLocation: fields.name(of: "landing_location"), type: fields.name(of: "type"))
    }
}

extension RecordFields {
    /// The name of something of which the catalogue keeps no more.
    fileprivate func name(of key: StaticString) -> String? {
        optionalObject(key)?.optionalText("name")
    }
}
