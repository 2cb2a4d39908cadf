import Foundation
import TestSupport
import Testing

/// A catalogue in which each field of a record is odd in one craft, in each way in which a field can be odd.
@Suite struct OddFieldTests {
    private enum Oddity: CaseIterable {
        case null, missing, empty, wrongType
    }

    /// A member of a record, by the keys and places that lead to it.
    private typealias Path = [any Sendable]

    @Test func aCatalogueInWhichEachFieldIsOddOnceInEachWayIsRead() async throws {
        let oddities = Self.paths(in: Self.record(1)).flatMap { path in Oddity.allCases.map { (path, $0) } }
        let (folder, outcome) = try await Self.fetched(oddities)
        #expect(outcome.status == .done, "\(outcome)")
        // Only a record without an id is set aside: a craft without a configuration keeps the known one.
        #expect(
            outcome.diagnostics.first?.hasPrefix(
                "hangar: warning: spacecraft: 4 of \(oddities.count) records cannot be used. 4 keep their last form (") == true)
        #expect(outcome.diagnostics.count == 20)
        #expect(try folder.text("site/data/snapshot.json").contains("\"\(oddities.count)\":{"))
    }

    @Test func theSiteOfACatalogueInWhichEachFieldIsOddIsBuiltAndItsCheckIsClean() async throws {
        let oddities = Self.paths(in: Self.record(1)).enumerated().map { ($0.element, Oddity.allCases[$0.offset % 4]) }
        let (folder, outcome) = try await Self.fetched(oddities)
        #expect(outcome.status == .done, "\(outcome)")
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        let check = await Terminal(folder: folder).check(folder("public"))
        #expect(check.status == .done, "\(check)")
        #expect(check.diagnostics.filter { !$0.contains(" is of ") } == [])
    }

    /// A site into which whole records were fetched, and then those with the oddities, and the outcome of the second fetch.
    private static func fetched(_ oddities: [(Path, Oddity)]) async throws -> (TemporaryFolder, Outcome) {
        let whole = oddities.indices.map { record($0 + 1) }
        let odd = oddities.enumerated().map { index, oddity in changed(record(index + 1), oddity.0[...], oddity.1) }
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        func fetch(_ records: [Any]) async throws -> Outcome {
            try folder.write(String(decoding: JSONSerialization.data(withJSONObject: records), as: UTF8.self), to: "records.json")
            return await Terminal(folder: folder).fetch(folder("site"), from: [folder("records.json")])
        }
        #expect(try await fetch(whole).diagnostics == [])
        return (folder, try await fetch(odd))
    }

    private static func paths(in value: Any, _ start: Path = []) -> [Path] {
        switch value {
        case let object as [String: Any]:
            object.keys.sorted().filter { $0 != "response_mode" }.flatMap { [start + [$0]] + paths(in: object[$0] ?? 0, start + [$0]) }
        case let list as [Any]: list.first.map { paths(in: $0, start + [0]) } ?? []
        default: []
        }
    }

    private static func changed(_ value: Any, _ path: ArraySlice<any Sendable>, _ oddity: Oddity) -> Any {
        if var list = value as? [Any] {
            list[0] = changed(list[0], path.dropFirst(), oddity)
            return list
        }
        guard var object = value as? [String: Any], let key = path.first as? String else { return value }
        if path.count > 1 {
            object[key] = changed(object[key] ?? 0, path.dropFirst(), oddity)
        } else {
            switch oddity {
            case .null: object[key] = NSNull()
            case .missing: object[key] = nil
            case .empty: object[key] = ""
            case .wrongType: object[key] = object[key] is String ? 7 as Any : "seven"
            }
        }
        return object
    }

    /// A craft in the detailed form. It shares no entity with another craft, so that a fault in one shows.
    private static func record(_ number: Int) -> Any {
        func image(_ id: Int) -> [String: Any] {
            [
                "id": id, "name": "Picture \(id)", "image_url": "https://pictures.example/\(id).jpg",
                "thumbnail_url": "https://pictures.example/\(id)-small.jpg", "credit": "I. Berg", "single_use": true,
                "license": ["id": id, "name": "CC BY 4.0", "priority": 1, "link": "https://licences.example/\(id)"] as [String: Any],
                "variants": [
                    ["id": id, "type": ["id": 1, "name": "Square"], "image_url": "https://pictures.example/s.jpg"] as [String: Any]
                ],
            ]
        }
        let agency: [String: Any] = [
            "response_mode": "normal", "id": number, "name": "Bureau \(number)", "abbrev": "B\(number)",
            "type": ["id": number, "name": "Government"] as [String: Any], "featured": true, "description": "A bureau.",
            "country": [["id": number, "name": "Norway", "alpha_2_code": "NO"] as [String: Any]], "administrator": "A. Lie",
            "founding_year": 1958, "launchers": "Sever", "spacecraft": "Aurora", "parent": "Institute", "image": image(2_000 + number),
            "logo": image(3_000 + number), "social_logo": image(4_000 + number),
        ]
        let family: [String: Any] = [
            "response_mode": "normal", "id": number, "name": "Family \(number)", "description": "Crewed.", "maiden_flight": "1961-04-12",
            "manufacturer": agency,
            "parent": ["response_mode": "list", "id": 5_000 + number, "name": "Parent \(number)"] as [String: Any],
        ]
        let configuration: [String: Any] = [
            "response_mode": "detailed", "id": number, "name": "Configuration \(number)", "in_use": true, "image": image(1_000 + number),
            "type": ["id": number, "name": "Type \(number)"] as [String: Any], "agency": agency, "family": [family], "capability": "Crew",
            "history": "Long", "details": "Many", "maiden_flight": "1988-02-29", "height": 7.48, "diameter": 2.72, "human_rated": true,
            "crew_capacity": 3, "payload_capacity": 250, "payload_return_capacity": 150, "flight_life": "180 days",
            "wiki_link": "https://wiki.example/\(number)", "info_link": "https://info.example/\(number)", "spacecraft_flown": 4,
            "total_launch_count": 4, "successful_launches": 3, "failed_launches": 1, "attempted_landings": 4, "successful_landings": 3,
            "failed_landings": 1, "fastest_turnaround": "P90D",
        ]
        let launch: [String: Any] = [
            "id": "fd7d-\(number)", "name": "Sever | Aurora \(number)", "net": "2024-09-28T17:17:21Z",
            "status": ["id": 3, "name": "Success"] as [String: Any], "net_precision": ["id": 0, "name": "Second"] as [String: Any],
            "launch_service_provider": ["id": 77, "name": "Northern Launches"] as [String: Any],
            "rocket": ["id": 12, "configuration": ["id": 1, "name": "Sever", "full_name": "Sever 2"] as [String: Any]] as [String: Any],
        ]
        let flight: [String: Any] = [
            "id": number, "destination": "Polar Station", "mission_end": "2024-11-06T23:30:21Z", "duration": "P39D",
            "turn_around_time": "P200D",
            "launch": launch,
            "landing": [
                "attempt": true, "success": true, "landing_location": ["id": 1, "name": "Barents Sea"] as [String: Any],
                "type": ["id": 17, "name": "Splashdown"] as [String: Any],
            ] as [String: Any],
        ]
        return [
            "response_mode": "detailed", "id": number, "url": "https://ll.thespacedevs.com/2.3.0/spacecraft/\(number)/",
            "name": "Aurora \(number)", "serial_number": "No. \(number)", "is_placeholder": false, "in_space": false,
            "time_in_space": "P10D", "time_docked": "P2D", "flights_count": 1, "mission_ends_count": 1, "description": "A craft.",
            "fastest_turnaround": "P90D", "status": ["id": number, "name": "Status \(number)"] as [String: Any], "image": image(number),
            "spacecraft_config": configuration, "flights": [flight],
        ] as [String: Any]
    }
}
