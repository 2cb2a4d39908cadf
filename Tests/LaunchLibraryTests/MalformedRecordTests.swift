import LaunchLibrary
import Testing

/// One change to the sample craft, and the expected report about it.
struct Malformation: Sendable, CustomTestStringConvertible {
    let original: String
    let changed: String
    let place: String
    let what: String
    /// Whether the object with the value is left out.
    let isEssential: Bool

    init(_ original: String, _ changed: String, _ place: String, _ what: String, isEssential: Bool = false) {
        self.original = original
        self.changed = changed
        self.place = place
        self.what = what
        self.isEssential = isEssential
    }

    /// The one warning about it.
    var warning: String { "a.json: \(place): \(what). \(isEssential ? "Without it this is not used" : "It counts as not recorded")" }

    var testDescription: String { "\(changed) at \(place)" }
}

private let duration = "expected an ISO 8601 duration such as P178DT22H54M29S"
private let date = "expected a date such as 1966-11-28"
private let config = "spacecraft_config"
private let licenceOfSample =
    #""license": {"id": 30, "name": "CC BY 4.0", "priority": 5, "link": "https://creativecommons.org/licenses/by/4.0/"}"#

@Suite struct MalformedRecordTests {
    static let spacecraft: [Malformation] = [
        .init(#""name": "Aurora M-2""#, #""name": 5"#, "record 902 › name", "expected text, found 5"),
        .init(#""name": "Aurora M-2""#, #""name": null"#, "record 902 › name", "null"),
        .init(#""serial_number": "No. 54""#, #""serial_number": 54"#, "record 902 › serial_number", "expected text, found 54"),
        .init(#""is_placeholder": false"#, #""is_placeholder": 0"#, "record 902 › is_placeholder", "expected true or false, found 0"),
        .init(#""is_placeholder": false"#, #""is_placeholder": null"#, "record 902 › is_placeholder", "null"),
        .init(#""in_space": true"#, #""in_space": "yes""#, "record 902 › in_space", #"expected true or false, found "yes""#),
        .init(
            #""time_in_space": "P178DT22H54M29S""#, #""time_in_space": "P1Y""#, "record 902 › time_in_space", duration + #", found "P1Y""#),
        .init(#""time_docked": "P2D""#, #""time_docked": "2 days""#, "record 902 › time_docked", duration + #", found "2 days""#),
        .init(#""time_docked": "P2D""#, #""time_docked": 172800"#, "record 902 › time_docked", duration + ", found 172800"),
        .init(#""flights_count": 3"#, #""flights_count": "3""#, "record 902 › flights_count", #"expected a number, found "3""#),
        .init(#""flights_count": 3"#, #""flights_count": 3.0"#, "record 902 › flights_count", "expected a whole number, found 3.0"),
        .init(
            #""mission_ends_count": 2"#, #""mission_ends_count": []"#, "record 902 › mission_ends_count", "expected a number, found a list"),
        .init(#""description": "Flew thrice.""#, #""description": {}"#, "record 902 › description", "expected text, found an object"),
        .init(#""status": {"id": 4, "name": "Single Use"}"#, #""status": null"#, "record 902 › status", "null"),
        .init(#""status": {"id": 4, "name": "Single Use"}"#, #""status": 4"#, "record 902 › status", "expected an object, found 4"),
        .init(
            #""status": {"id": 4, "#, #""status": {"id": true, "#, "record 902 › status › id", "expected a number, found true",
            isEssential: true),
        .init(#""name": "Single Use""#, #""name": 1"#, "record 902 › status › name", "expected text, found 1"),
    ]

    static let image: [Malformation] = [
        .init(#""id": 7002"#, #""id": "x""#, "record 902 › image › id", #"expected a number, found "x""#, isEssential: true),
        .init(#""name": "On the pad""#, #""name": null"#, "record 902 › image › name", "null"),
        .init(
            #""image_url": "https://thespacedevs"#, #""x": "https://thespacedevs"#, "record 902 › image › image_url",
            "missing", isEssential: true),
        .init(#""thumbnail_url": "#, #""thumbnail_url": 7, "x": "#, "record 902 › image › thumbnail_url", "expected text, found 7"),
        .init(#""credit": "I. Berg""#, #""credit": ["I. Berg"]"#, "record 902 › image › credit", "expected text, found a list"),
        .init(licenceOfSample, #""license": null"#, "record 902 › image › license", "null", isEssential: true),
        .init(
            #""license": {"id": 30"#, #""license": {"id": "30""#, "record 902 › image › license › id", #"expected a number, found "30""#,
            isEssential: true),
        .init(#""name": "CC BY 4.0""#, #""name": false"#, "record 902 › image › license › name", "expected text, found false"),
        .init(#""priority": 5"#, #""priority": "5""#, "record 902 › image › license › priority", #"expected a number, found "5""#),
        .init(#""link": "https"#, #""link": 1, "x": "https"#, "record 902 › image › license › link", "expected text, found 1"),
        .init(#""single_use": true"#, #""single_use": 1"#, "record 902 › image › single_use", "expected true or false, found 1"),
        .init(#""variants": [{"#, #""variants": 3, "x": [{"#, "record 902 › image › variants", "expected a list, found 3"),
        .init(#""variants": [{"#, #""variants": [7, {"#, "record 902 › image › variants[0]", "expected an object, found 7"),
        .init(
            #"{"id": 8, "#, #"{"id": "8", "#, "record 902 › image › variants[0] › id", #"expected a number, found "8""#, isEssential: true),
        .init(
            #"{"id": 9, "#, #"{"id": "9", "#, "record 902 › image › variants[0] › type › id", #"expected a number, found "9""#,
            isEssential: true),
        .init(#""name": "Square""#, #""name": 9"#, "record 902 › image › variants[0] › type › name", "expected text, found 9"),
        .init(
            #""image_url": "https://example"#, #""image_url": 1, "x": "https://example"#, "record 902 › image › variants[0] › image_url",
            "expected text, found 1", isEssential: true),
    ]

    static let configuration: [Malformation] = [
        .init(#""name": "Aurora M""#, #""name": 1"#, "record 902 › \(config) › name", "expected text, found 1"),
        .init(
            #""type": {"id": 2"#, #""type": {"id": "x""#, "record 902 › \(config) › type › id", #"expected a number, found "x""#,
            isEssential: true),
        .init(#""name": "Capsule""#, #""name": null"#, "record 902 › \(config) › type › name", "null"),
        .init(#""in_use": false"#, #""in_use": null"#, "record 902 › \(config) › in_use", "null"),
        .init(#""image": null"#, #""image": "none""#, "record 902 › \(config) › image", #"expected an object, found "none""#),
        .init(#""capability": "Crew""#, #""capability": 1"#, "record 902 › \(config) › capability", "expected text, found 1"),
        .init(#""history": "Long""#, #""history": 1"#, "record 902 › \(config) › history", "expected text, found 1"),
        .init(#""details": "Many""#, #""details": 1"#, "record 902 › \(config) › details", "expected text, found 1"),
        .init(
            #""maiden_flight": "1988-02-29""#, #""maiden_flight": "1989-02-29""#, "record 902 › \(config) › maiden_flight",
            date + #", found "1989-02-29""#),
        .init(#""height": 748"#, #""height": "748 m""#, "record 902 › \(config) › height", #"expected a number, found "748 m""#),
        .init(#""height": 748"#, #""height": 1e999"#, "record 902 › \(config) › height", "expected a number, found 1e999"),
        .init(#""diameter": 2.72"#, #""diameter": false"#, "record 902 › \(config) › diameter", "expected a number, found false"),
        .init(
            #""human_rated": true"#, #""human_rated": "no""#, "record 902 › \(config) › human_rated", #"expected true or false, found "no""#
        ),
        .init(#""human_rated": true"#, #""human_rated": null"#, "record 902 › \(config) › human_rated", "null"),
        .init(#""human_rated": true"#, #""human_rated": """#, "record 902 › \(config) › human_rated", "empty"),
        .init(
            #""crew_capacity": 6"#, #""crew_capacity": 6.5"#, "record 902 › \(config) › crew_capacity", "expected a whole number, found 6.5"
        ),
        .init(
            #""payload_capacity": 250"#, #""payload_capacity": "x""#, "record 902 › \(config) › payload_capacity",
            #"expected a number, found "x""#),
        .init(
            #""payload_return_capacity": 150"#, #""payload_return_capacity": {}"#, "record 902 › \(config) › payload_return_capacity",
            "expected a number, found an object"),
        .init(#""flight_life": "180 days""#, #""flight_life": 180"#, "record 902 › \(config) › flight_life", "expected text, found 180"),
        .init(#""wiki_link": "https"#, #""wiki_link": 1, "x": "https"#, "record 902 › \(config) › wiki_link", "expected text, found 1"),
        .init(#""info_link": """#, #""info_link": 0"#, "record 902 › \(config) › info_link", "expected text, found 0"),
        .init(
            #""spacecraft_flown": 40"#, #""spacecraft_flown": "x""#, "record 902 › \(config) › spacecraft_flown",
            #"expected a number, found "x""#),
        .init(
            #""total_launch_count": 41"#, #""total_launch_count": "x""#, "record 902 › \(config) › total_launch_count",
            #"expected a number, found "x""#),
        .init(
            #""successful_launches": 42"#, #""successful_launches": "x""#, "record 902 › \(config) › successful_launches",
            #"expected a number, found "x""#),
        .init(
            #""failed_launches": 43"#, #""failed_launches": "x""#, "record 902 › \(config) › failed_launches",
            #"expected a number, found "x""#),
        .init(
            #""attempted_landings": 44"#, #""attempted_landings": "x""#, "record 902 › \(config) › attempted_landings",
            #"expected a number, found "x""#),
        .init(
            #""successful_landings": 45"#, #""successful_landings": "x""#, "record 902 › \(config) › successful_landings",
            #"expected a number, found "x""#),
        .init(
            #""failed_landings": 46"#, #""failed_landings": "x""#, "record 902 › \(config) › failed_landings",
            #"expected a number, found "x""#),
        .init(#""agency": {"#, #""agency": 501, "x": {"#, "record 902 › \(config) › agency", "expected an object, found 501"),
        .init(#""family": ["#, #""family": "Aurora", "x": ["#, "record 902 › \(config) › family", #"expected a list, found "Aurora""#),
        .init(#""family": ["#, #""family": [31, "#, "record 902 › \(config) › family[0]", "expected an object, found 31"),
    ]

    static let agencyAndFamily: [Malformation] = [
        .init(#""id": 501"#, #""id": "x""#, "record 902 › \(config) › agency › id", #"expected a number, found "x""#, isEssential: true),
        .init(#""name": "Polar Space Bureau""#, #""name": 1"#, "record 902 › \(config) › agency › name", "expected text, found 1"),
        .init(#""abbrev": "PSB""#, #""abbrev": null"#, "record 902 › \(config) › agency › abbrev", "null"),
        .init(
            #""type": {"id": 1, "#, #""type": {"id": 1.5, "#, "record 902 › \(config) › agency › type › id",
            "expected a positive whole number, found 1.5", isEssential: true),
        .init(
            #""featured": true"#, #""featured": "x""#, "record 902 › \(config) › agency › featured", #"expected true or false, found "x""#),
        .init(
            #""country": [{"#, #""country": "NO", "x": [{"#, "record 902 › \(config) › agency › country", #"expected a list, found "NO""#),
        .init(
            #"{"id": 47"#, #"{"id": "x""#, "record 902 › \(config) › agency › country[0] › id", #"expected a number, found "x""#,
            isEssential: true),
        .init(#""name": "Norway""#, #""name": 1"#, "record 902 › \(config) › agency › country[0] › name", "expected text, found 1"),
        .init(
            #""alpha_2_code": "NO""#, #""alpha_2_code": 1"#, "record 902 › \(config) › agency › country[0] › alpha_2_code",
            "expected text, found 1"),
        .init(
            #""description": "A bureau.""#, #""description": 1"#, "record 902 › \(config) › agency › description", "expected text, found 1"),
        .init(
            #""administrator": "Director: A. Lie""#, #""administrator": 1"#, "record 902 › \(config) › agency › administrator",
            "expected text, found 1"),
        .init(
            #""founding_year": 1958"#, #""founding_year": "1958""#, "record 902 › \(config) › agency › founding_year",
            #"expected a number, found "1958""#),
        .init(#""launchers": "Sever""#, #""launchers": null"#, "record 902 › \(config) › agency › launchers", "null"),
        .init(#""spacecraft": "Aurora""#, #""spacecraft": 1"#, "record 902 › \(config) › agency › spacecraft", "expected text, found 1"),
        .init(#""parent": "Polar Institute""#, #""parent": 1"#, "record 902 › \(config) › agency › parent", "expected text, found 1"),
        .init(#""logo": null, "#, #""logo": 1, "#, "record 902 › \(config) › agency › logo", "expected an object, found 1"),
        .init(
            #""social_logo": null"#, #""social_logo": 1"#, "record 902 › \(config) › agency › social_logo", "expected an object, found 1"),
        .init(#""id": 31"#, #""id": "x""#, "record 902 › \(config) › family[0] › id", #"expected a number, found "x""#, isEssential: true),
        .init(
            #""name": "Aurora", "description""#, #""name": 1, "description""#, "record 902 › \(config) › family[0] › name",
            "expected text, found 1"),
        .init(
            #""description": "Crewed craft.""#, #""description": 1"#, "record 902 › \(config) › family[0] › description",
            "expected text, found 1"),
        .init(
            #""manufacturer": null"#, #""manufacturer": "PSB""#, "record 902 › \(config) › family[0] › manufacturer",
            #"expected an object, found "PSB""#),
        .init(
            #""parent": {"response_mode": "list", "id": 30"#, #""parent": {"id": "x""#, "record 902 › \(config) › family[0] › parent › id",
            #"expected a number, found "x""#, isEssential: true),
        .init(
            #""maiden_flight": "1961-04-12""#, #""maiden_flight": "April 1961""#, "record 902 › \(config) › family[0] › maiden_flight",
            date + #", found "April 1961""#),
    ]

    private static let flight = "record 902 › flights[0]"
    private static let time = "expected a time such as 2026-03-01T04:05:06Z"

    static let flights: [Malformation] = [
        .init(#""id": 817"#, #""id": "x""#, "\(flight) › id", #"expected a number, found "x""#, isEssential: true),
        .init(#""id": 817"#, #""no_id": 817"#, "\(flight) › id", "missing", isEssential: true),
        .init(#""destination": "Polar Station""#, #""destination": 1"#, "\(flight) › destination", "expected text, found 1"),
        .init(
            #""mission_end": "2024-11-06T23:30:21Z""#, #""mission_end": "2024-11-31T23:30:21Z""#, "\(flight) › mission_end",
            time + #", found "2024-11-31T23:30:21Z""#),
        .init(#""duration": "P39DT6H13M""#, #""duration": "39 days""#, "\(flight) › duration", duration + #", found "39 days""#),
        .init(
            #""turn_around_time": "P200DT1S""#, #""turn_around_time": {}"#, "\(flight) › turn_around_time", duration + ", found an object"),
        .init(
            #""launch": {"# + "\n" + #"      "id": "fd7d"#, #""launch": 5, "x": {"id": "fd7d"#, "\(flight) › launch",
            "expected an object, found 5"),
        .init(#""id": "fd7dd4a8-1cf8-4c9d-8e79-bd6ff59c2e1a""#, #""id": 5"#, "\(flight) › launch › id", "expected text, found 5"),
        .init(#""name": "Sever 2 | Aurora 9""#, #""name": null"#, "\(flight) › launch › name", "null"),
        .init(#""net": "2024-09-28T17:17:21Z""#, #""net": "28 September""#, "\(flight) › launch › net", time + #", found "28 September""#),
        .init(
            #""net_precision": {"id": 0, "name": "Second""#, #""net_precision": {"id": 0, "name": 0"#,
            "\(flight) › launch › net_precision › name", "expected text, found 0"),
        .init(#""status": {"id": 3, "#, #""status": 3, "x": {"id": 3, "#, "\(flight) › launch › status", "expected an object, found 3"),
        .init(
            #""id": 77, "#, #""id": "x", "#, "\(flight) › launch › launch_service_provider › id", #"expected a number, found "x""#,
            isEssential: true),
        .init(
            #""name": "Northern Launches""#, #""name": []"#, "\(flight) › launch › launch_service_provider › name",
            "expected text, found a list"),
        .init(
            #""rocket": {"id": 12"#, #""rocket": "Sever", "x": {"id": 12"#, "\(flight) › launch › rocket",
            #"expected an object, found "Sever""#),
        .init(
            #""full_name": "Sever 2""#, #""full_name": 2"#, "\(flight) › launch › rocket › configuration › full_name",
            "expected text, found 2"),
        .init(#""landing": {"#, #""landing": [], "x": {"#, "\(flight) › landing", "expected an object, found a list"),
        .init(#""attempt": true"#, #""attempt": "yes""#, "\(flight) › landing › attempt", #"expected true or false, found "yes""#),
        .init(#""attempt": true"#, #""attempt": null"#, "\(flight) › landing › attempt", "null"),
        .init(#""success": false"#, #""success": 0"#, "\(flight) › landing › success", "expected true or false, found 0"),
        .init(#""name": "Barents Sea""#, #""name": 1"#, "\(flight) › landing › landing_location › name", "expected text, found 1"),
        .init(#""type": {"id": 17"#, #""type": "sea", "x": {"id": 17"#, "\(flight) › landing › type", #"expected an object, found "sea""#),
        .init(
            #""id": 78"#, #""id": -1"#, "record 902 › flights[1] › launch › launch_service_provider › id",
            "expected a positive whole number, found -1", isEssential: true),
    ]

    /// What identifies the craft, or what it cannot be without.
    static let unidentified: [Malformation] = [
        .init(#""id": 902"#, #""id": "902""#, "a.json [0]", #"id: expected a number, found "902""#),
        .init(#""id": 902"#, #""id": 0"#, "a.json record 0", "id: expected a positive whole number, found 0"),
        .init(#""id": 902"#, #""id": -5"#, "a.json record -5", "id: expected a positive whole number, found -5"),
        .init(#""id": 902"#, #""id": 9.5"#, "a.json [0]", "id: expected a positive whole number, found 9.5"),
        .init(
            #""id": 902"#, #""id": 99999999999999999999"#, "a.json [0]",
            "id: expected a number up to 2147483647, found 99999999999999999999"
        ),
        .init(
            #""id": 902"#, #""id": 2147483648"#, "a.json record 2147483648", "id: expected a number up to 2147483647, found 2147483648"),
        .init(#""id": 902"#, #""id": null"#, "a.json [0]", "id: null"),
        .init(#""id": 902"#, #""id": """#, "a.json [0]", "id: empty"),
        .init(#""id": 902"#, #""no_id": 1"#, "a.json [0]", "id: missing"),
        .init(#""spacecraft_config": {"#, #""spacecraft_config": [], "x": {"#, "902", "\(config): expected an object, found a list"),
        .init(#""spacecraft_config": {"#, #""spacecraft_config": null, "x": {"#, "902", "\(config): null"),
        .init(#""spacecraft_config": {"#, #""x": {"#, "902", "\(config): missing"),
        .init(#""id": 61"#, #""id": "x""#, "902", #"\#(config) › id: expected a number, found "x""#),
    ]

    /// Values that can be no more than not recorded.
    static let impossible: [Malformation] = [
        .init(#""height": 748"#, #""height": 0"#, "record 902 › \(config) › height", "expected a number above 0, found 0"),
        .init(#""height": 748"#, #""height": -7.5"#, "record 902 › \(config) › height", "expected a number above 0, found -7.5"),
        .init(#""diameter": 2.72"#, #""diameter": -0.0"#, "record 902 › \(config) › diameter", "expected a number above 0, found -0.0"),
        .init(
            #""crew_capacity": 6"#, #""crew_capacity": -1"#, "record 902 › \(config) › crew_capacity",
            "expected a number that is not negative, found -1"),
        .init(
            #""flights_count": 3"#, #""flights_count": -1"#, "record 902 › flights_count",
            "expected a number that is not negative, found -1"),
        .init(
            #""failed_launches": 43"#, #""failed_launches": -43"#, "record 902 › \(config) › failed_launches",
            "expected a number that is not negative, found -43"),
        .init(
            #""time_in_space": "P178DT22H54M29S""#, #""time_in_space": "-P1D""#, "record 902 › time_in_space",
            #"expected a duration that is not negative, found "-P1D""#),
        .init(#""time_in_space": "P178DT22H54M29S""#, #""time_in_space": -1"#, "record 902 › time_in_space", "\(duration), found -1"),
        .init(
            #""maiden_flight": "1988-02-29""#, #""maiden_flight": "0001-01-01""#, "record 902 › \(config) › maiden_flight",
            #"expected a date from 1900 to 2199, found "0001-01-01""#),
        .init(
            #""founding_year": 1958"#, #""founding_year": 0"#, "record 902 › \(config) › agency › founding_year",
            "expected a year from 1 to 9999, found 0"),
    ]

    @Test(arguments: flights)
    func aWrongValueInAFlightIsNamedByTheFlightsPlaceAndTheCraftIsRead(_ malformation: Malformation) throws {
        #expect(Sample.flights.ranges(of: malformation.original).count == 1)
        let changed = Sample.flights.replacing(malformation.original, with: malformation.changed)
        #expect(complaints("[\(Sample.craft(flights: changed))]") == malformation.warning)
        #expect(try read("[\(Sample.craft(flights: changed))]").catalogue.spacecraft.map(\.id) == [902])
    }

    @Test(arguments: [
        ("5", "record 902 › flights: expected a list, found 5"),
        (#"{"id": 1}"#, "record 902 › flights: expected a list, found an object"),
        (#"[{"id": 1}, 7]"#, "record 902 › flights[1]: expected an object, found 7"),
        ("[null]", "record 902 › flights[0]: expected an object, found null"),
    ])
    func flightsThatAreNoListOfObjectsAreNamed(list: String, complaint: String) {
        #expect(complaints(Sample.craft(flights: list)) == "a.json: \(complaint). It counts as not recorded")
    }

    @Test(arguments: spacecraft + image + configuration + agencyAndFamily + impossible)
    func aWrongValueIsNamedByFilePathAndWhatWasFoundAndTheCraftIsRead(_ malformation: Malformation) throws {
        #expect(Sample.craft.ranges(of: malformation.original).count == 1)
        let text = "[" + Sample.craft.replacing(malformation.original, with: malformation.changed) + "]"
        #expect(complaints(text) == malformation.warning)
        #expect(try read(text).catalogue.spacecraft.map(\.id) == [902])
    }

    @Test(arguments: unidentified)
    func aRecordThatIsNotIdentifiedIsNotUsed(_ malformation: Malformation) {
        let text = "[" + Sample.craft.replacing(malformation.original, with: malformation.changed) + "]"
        #expect(
            complaints(text) == """
                a.json: 1 of 1 spacecraft cannot be used: the API has changed, and nothing was taken. \
                Save the pages again; if it stays so, Hangar needs an update
                \(malformation.what) in 1 record (\(malformation.place)). Without it this is not used
                """)
    }

    @Test(arguments: [
        (#""fastest_turnaround": "P90D""#, #""fastest_turnaround": """#), (#""flights_count": 3"#, #""flights_count": """#),
        (#""maiden_flight": "1988-02-29""#, #""maiden_flight": """#),
        (#""serial_number": "No. 54""#, #""serial_number": """#), (#""description": "Flew thrice.""#, #""description": """#),
        (#""name": "Aurora M-2""#, #""name": "  ""#), (#""mission_ends_count": 2"#, #""no_mission_ends_count": 2"#),
        (#""time_docked": "P2D""#, #""time_docked": null"#),
    ])
    func whatIsEmptyOrNullWhereTheAPIAllowsItIsNotRecordedWithoutAWord(original: String, changed: String) throws {
        #expect(Sample.craft.ranges(of: original).count == 1)
        #expect(complaints(Sample.craft.replacing(original, with: changed)) == "no complaint")
    }

    @Test func aTextThatIsNoJSONMakesAllCopiesUselessAndIsNamedAlone() {
        let disk = files(["b/1.json": Sample.craft.replacing(#""in_space": true"#, with: #""in_space": 1"#), "b/3.txt": "{"])
        let error = #expect(throws: ReadingError.self) { try SavedCopyReader(files: disk).read([.folder("b")]) }
        #expect(
            error?.description
                == "b/3.txt:1:2: broken JSON: the text ends where a key in quotes is expected. Save the page again, and all of it")
    }

    @Test func whereMoreThanATenthOfTheRecordsCannotBeUsedNothingIsTakenAndAllKindsOfFaultsAreNamed() {
        let first = Sample.craft.replacing(#""in_space": true"#, with: #""in_space": 1"#).replacing(#""id": 31"#, with: #""id": 0"#)
        let second = "[7, {}, {\"id\": 5, \"name\": \"Active\"}]"
        let disk = files(["b/1.json": first, "b/2.json": second])
        let error = #expect(throws: ReadingError.self) { try SavedCopyReader(files: disk).read([.folder("b")]) }
        let kinds = "expected one of spacecraft, configurations, families, agencies, images or licences"
        #expect(
            error?.description == """
                2 copies: 3 of 4 records cannot be used: the API has changed, and nothing was taken. \
                Save the pages again; if it stays so, Hangar needs an update
                in_space: expected true or false, found 1 in 1 record (902). It counts as not recorded
                spacecraft_config › family › id: expected a positive whole number, found 0 in 1 record (902). Without it this is not used
                b/2.json: expected an object, found 7 in 1 record (b/2.json [0]). This is not used
                b/2.json: \(kinds), found an empty object in 1 record (b/2.json [1]). This is not used
                b/2.json: \(kinds), found a record with the fields 'id', 'name' in 1 record (5). This is not used
                """)
    }

    @Test func whatWasFoundIsShownOnOneLineAndCutShort() {
        let long = Sample.craft.replacing(
            "P178DT22H54M29S", with: "a hundred and seventy-eight days, \\r\\n twenty-two hours and some minutes")
        #expect(
            complaints(long)
                == "a.json: record 902 › time_in_space: \(duration), found \"a hundred and seventy-eight days,   twe…\". "
                + "It counts as not recorded")
    }
}
