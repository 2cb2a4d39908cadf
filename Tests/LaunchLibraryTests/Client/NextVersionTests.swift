import Catalogue
import LaunchLibrary
import Support
import TestSupport
import Testing

/// Version 2.4.0 of the API is announced: it drops the mode, and the type of an agency may be null. Its lists have the same shape.
@Suite struct NextVersionTests {
    private static let root = "https://stub.example/2.4.0/"

    private static let agency = #"{"id": 501, "name": "Polar Space Bureau", "abbrev": "PSB", "type": null}"#

    private static let configuration = """
        {"id": 61, "name": "Aurora M", "type": {"id": 2, "name": "Capsule"}, "agency": \(agency), "family": [], "image": null,
         "in_use": true, "capability": "Crew", "height": 7.5}
        """

    private static let craft = """
        {"id": 5, "url": "\(root)spacecraft/5/", "name": "Aurora 5", "serial_number": null, "is_placeholder": false, "image": null,
         "in_space": true, "time_in_space": "P1D", "time_docked": null, "flights_count": 1, "mission_ends_count": 0,
         "status": {"id": 1, "name": "Active"}, "description": "", "spacecraft_config": \(configuration), "fastest_turnaround": null,
         "flights": [{"id": 8, "destination": "Polar Station", "mission_end": null, "launch": null, "landing": null}]}
        """

    private static func expected() throws -> Catalogue {
        var contents = CatalogueContents()
        contents.agencies = [Agency(id: 501, name: "Polar Space Bureau", abbrev: "PSB")]
        contents.configurationTypes = [ConfigurationType(id: 2, name: "Capsule")]
        var details = Configuration.Details()
        details.capability = "Crew"
        details.height = 7.5
        contents.configurations = [Configuration(id: 61, name: "Aurora M", typeID: 2, agencyID: 501, inUse: true, details: details)]
        contents.statuses = [Status(id: 1, name: "Active")]
        contents.spacecraft = [
            Spacecraft(
                id: 5, name: "Aurora 5", inSpace: true, timeInSpace: ISODuration(seconds: 86_400), flightsCount: 1, missionEndsCount: 0,
                statusID: 1, configurationID: 61, flights: [Flight(id: 8, destination: "Polar Station")])
        ]
        return try Catalogue(contents)
    }

    @Test func itsListsAreReadWithoutAFault() async throws {
        let transport = HTTPTransport { (request) throws(TransportError) in
            let list =
                if request.url.contains("/spacecraft/") {
                    StubAPI.page([Self.craft], count: 1)
                } else if request.url.contains("/spacecraft_configurations/") {
                    StubAPI.page([Self.configuration], count: 1)
                } else if request.url.contains("_families/") {
                    StubAPI.page([], count: 0)
                } else {
                    "{}"
                }
            var response = HTTPResponse.json(list)
            response.url = request.url
            return response
        }
        let clock = StubClock(try time("2026-03-01T04:00:00Z"))
        let reading = try await LaunchLibraryClient(root: Self.root, transport: transport, clock: clock.clock(random: 0))
            .fetch(mode: .detailed)
        #expect(reading.catalogue == (try Self.expected()))
        #expect(reading.faults == [])
        #expect(reading.source == Self.root)
    }

    @Test func aSavedCopyOfItIsDetailedWhenItHasFlights() throws {
        let reading = try read(StubAPI.page([Self.craft], count: 1))
        #expect(reading.catalogue == (try Self.expected()))
        #expect(reading.mode == .detailed)
        #expect(reading.faults == [])
        #expect(reading.source == Self.root)
    }
}
