import Catalogue
import LaunchLibrary
import Support

extension RecordWriter {
    /// A flight as it stands inside its craft, which it repeats in the normal form.
    func flight(_ flight: Flight, of craft: Spacecraft, _ object: inout JSONWriter) {
        object.field("id", flight.id)
        object.field("destination", flight.destination)
        object.field("mission_end", flight.missionEnd)
        object.field("spacecraft", craft) { spacecraft($0, .normal, &$1) }
        object.field("launch", flight.launch, launch)
        object.field("landing", flight.landing, landing)
        object.field("duration", flight.duration)
        object.field("turn_around_time", flight.turnAroundTime)
        object.field("response_mode", ResponseMode.normal.rawValue)
    }

    private func launch(_ launch: Launch, _ object: inout JSONWriter) {
        object.field("id", launch.id)
        object.field("name", launch.name)
        object.field("response_mode", ResponseMode.normal.rawValue)
        object.field("status", launch.status, name)
        object.field("net", launch.net)
        object.field("net_precision", launch.netPrecision, name)
        object.field("launch_service_provider", launch.launchServiceProvider) { provider, object in
            object.field("response_mode", ResponseMode.list.rawValue)
            object.field("id", provider.id)
            object.field("name", provider.name)
        }
        object.field("rocket", launch.rocket) { rocket, object in
            object.member("configuration") { $0.object { $0.field("full_name", rocket) } }
        }
    }

    private func landing(_ landing: Landing, _ object: inout JSONWriter) {
        object.field("attempt", landing.attempt)
        object.field("success", landing.success)
        object.field("landing_location", landing.landingLocation, name)
        object.field("type", landing.type, name)
    }

    private func name(_ name: String, _ object: inout JSONWriter) {
        object.field("name", name)
    }
}
