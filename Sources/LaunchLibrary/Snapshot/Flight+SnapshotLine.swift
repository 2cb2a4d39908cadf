import Catalogue
import Support

extension Flight {
    func write(to object: inout JSONWriter) {
        object.member("destination", destination)
        object.member("duration", duration)
        object.member("id", id)
        if let landing { object.member("landing") { $0.object { landing.write(to: &$0) } } }
        if let launch { object.member("launch") { $0.object { launch.write(to: &$0) } } }
        object.member("mission_end", missionEnd)
        object.member("turn_around_time", turnAroundTime)
    }
}

extension Launch {
    fileprivate func write(to object: inout JSONWriter) {
        object.member("id", id)
        if let launchServiceProvider {
            object.member("launch_service_provider") {
                $0.object {
                    $0.member("id", launchServiceProvider.id)
                    $0.member("name", launchServiceProvider.name)
                }
            }
        }
        object.member("name", name)
        object.member("net", net)
        object.member("net_precision", named: netPrecision)
        if let rocket {
            object.member("rocket") { $0.object { $0.member("configuration") { $0.object { $0.member("full_name", rocket) } } } }
        }
        object.member("status", named: status)
    }
}

extension Landing {
    fileprivate func write(to object: inout JSONWriter) {
        object.member("attempt", attempt)
        object.member("landing_location", named: landingLocation)
        object.member("success", success)
        object.member("type", named: type)
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ key: StaticString, named name: String?) {
        if let name { member(key) { $0.object { $0.member("name", name) } } }
    }
}
