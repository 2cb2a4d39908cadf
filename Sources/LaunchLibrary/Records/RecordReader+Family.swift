import Catalogue

extension RecordReader {
    /// A family in any form. The API calls a family with counters 'normal' when it stands inside a configuration, so the fields decide.
    mutating func family(_ fields: RecordFields) -> Int? {
        let id = fields.id()
        let name = fields.text("name")
        let profile = profile(of: fields)
        let statistics =
            fields.has("spacecraft_flown") || fields.has("total_launch_count") ? FlightStatistics(reading: fields) : nil
        guard let id, let name else { return nil }
        builder.add(Family(id: id, name: name, profile: profile, statistics: statistics))
        return id
    }

    /// Nil for the list form, which is an id and a name.
    private mutating func profile(of fields: RecordFields) -> Family.Profile? {
        guard fields.has("description") || fields.has("manufacturer") || fields.has("maiden_flight") else { return nil }
        return Family.Profile(
            description: fields.text("description", default: "") ?? "",
            manufacturerID: fields.optionalObject("manufacturer").flatMap { agency($0) },
            parentID: fields.optionalObject("parent").flatMap { family($0) },
            maidenFlight: fields.optionalDate("maiden_flight"))
    }
}
