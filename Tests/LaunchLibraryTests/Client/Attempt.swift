import Catalogue
import LaunchLibrary
import TestSupport
import Testing

/// A fetch against a stub, and all of its visible results.
struct Attempt {
    let stub: StubAPI
    let clock: StubClock
    let reports = Reports()
    private let random: Double
    private let apiKey: String?

    init(_ stub: StubAPI, random: Double = 0, apiKey: String? = nil) throws {
        self.stub = stub
        self.random = random
        self.apiKey = apiKey
        clock = StubClock(try time("2026-03-01T04:00:00Z"))
    }

    func fetch(mode: SpacecraftQuery.Mode = .normal, expecting: Int? = nil) async throws(FetchError) -> SourceCatalogue {
        let client = LaunchLibraryClient(
            root: stub.root, transport: stub.transport, clock: clock.clock(random: random), apiKey: apiKey)
        return try await client.fetch(mode: mode, expecting: expecting) { reports.add($0) }
    }

    /// The error of a fetch that must fail.
    func failure(expecting: Int? = nil) async -> FetchError? {
        await #expect(throws: FetchError.self) { try await fetch(expecting: expecting) }
    }
}

extension Attempt {
    static func failureOf(_ stub: StubAPI, apiKey: String? = nil) async -> FetchError? {
        do {
            return try await Attempt(stub, apiKey: apiKey).failure()
        } catch {
            return nil
        }
    }
}

/// The addresses that a fetch requests, without the root.
enum Address {
    static let firstPage = "spacecraft/?format=json&limit=100&mode=normal&ordering=id"
    /// The second page, starting with the last record of the first page.
    static let secondPage = firstPage + "&offset=99"
    /// The next page, as the first page gives it.
    static let afterFirstPage = StubAPI.root + firstPage + "&offset=100"
    static let configurations = "spacecraft_configurations/?format=json&limit=100&mode=detailed&ordering=name"
    static let families = "spacecraft_configuration_families/?format=json&limit=100&ordering=name"
}
