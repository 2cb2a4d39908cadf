import Catalogue
import Support

extension Family: SnapshotLine {
    func write(to object: inout JSONWriter) {
        object.member("name", name)
        if let profile {
            object.member("profile") {
                $0.object {
                    $0.member("description", profile.description)
                    $0.member("maiden_flight", profile.maidenFlight)
                    $0.member("manufacturer", profile.manufacturerID)
                    $0.member("parent", profile.parentID)
                }
            }
        }
        if let statistics { object.member("statistics") { $0.object { statistics.write(to: &$0) } } }
    }

    init?(id: Int, reading fields: RecordFields) {
        guard let name = fields.text("name") else { return nil }
        var profile: Profile?
        if let read = fields.optionalObject("profile") {
            guard let description = read.text("description") else { return nil }
            profile = Profile(
                description: description, manufacturerID: read.optionalID("manufacturer"), parentID: read.optionalID("parent"),
                maidenFlight: read.optionalDate("maiden_flight"))
        }
        self.init(
            id: id, name: name, profile: profile, statistics: fields.optionalObject("statistics").map(FlightStatistics.init(reading:)))
    }
}
