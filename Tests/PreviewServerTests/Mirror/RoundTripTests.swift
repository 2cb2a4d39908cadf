import Catalogue
import LaunchLibrary
import PreviewServer
import Synchronization
import TestSupport
import Testing

@Suite struct RoundTripTests {
    private func fetch(
        _ snapshot: Snapshot, _ mode: SpacecraftQuery.Mode, requested: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws -> SourceCatalogue {
        try await APIMirror(snapshot: snapshot).serving(requested: requested) { root in
            try await LaunchLibraryClient(root: root, transport: .curl(userAgent: "Hangar/test")).fetch(mode: mode)
        }
    }

    @Test(arguments: SpacecraftQuery.Mode.allCases)
    func whatIsFetchedIsEqualWhateverFormsTheSnapshotHolds(mode: SpacecraftQuery.Mode) async throws {
        let snapshot = try Small.snapshot()
        let reading = try await fetch(snapshot, mode)
        #expect(reading.catalogue == snapshot.catalogue)
        #expect(reading.warnings.isEmpty)
    }

    @Test func theDetailedModeBringsTheFlightsEachOfThemEqualTheNormalModeBringsAllTheRest() async throws {
        let snapshot = try Small.detailedSnapshot()
        let detailed = try await fetch(snapshot, .detailed)
        #expect(detailed.catalogue == snapshot.catalogue)
        #expect(detailed.mode == .detailed)
        #expect(detailed.warnings.isEmpty)
        let before = Snapshot(source: "s", mode: .detailed, dataDate: .unknown, catalogue: snapshot.catalogue).encoded()
        #expect(Snapshot(source: "s", mode: .detailed, dataDate: .unknown, catalogue: detailed.catalogue).encoded() == before)
        let normal = try await fetch(snapshot, .normal)
        #expect(try normal.catalogue == Small.snapshot().catalogue)
        #expect(detailed.catalogue.changes(since: normal.catalogue) == [])
        #expect(normal.catalogue.changes(since: detailed.catalogue) == [])
    }

    @Test func of603CraftComeWholeInNineRequestsAndTheFreeOne() async throws {
        let snapshot = try Snapshot.fleet(603)
        let asked = Mutex<[String]>([])
        let reading = try await fetch(snapshot, .normal) { address in asked.withLock { $0.append(address) } }
        #expect(reading.catalogue == snapshot.catalogue)
        let first = "spacecraft/?format=json&limit=100&mode=normal"
        #expect(
            asked.withLock { $0 } == ["api-throttle/?format=json", first + "&ordering=id"]
                + (1...6).map { "\(first)&offset=\($0 * 99)&ordering=id" }
                + [
                    "spacecraft_configurations/?format=json&limit=100&mode=detailed&ordering=name",
                    "spacecraft_configuration_families/?format=json&limit=100&ordering=name",
                ])
    }

    @Test func anEmptySnapshotIsAnAPIWithoutRecords() async throws {
        let catalogue = try Catalogue(CatalogueContents())
        let snapshot = Snapshot(source: "", mode: .normal, dataDate: .unknown, catalogue: catalogue)
        #expect(try await fetch(snapshot, .normal).catalogue == catalogue)
    }
}
