import Foundation
import LaunchLibrary
import TestSupport
import Testing

/// The detailed mode from the API to the pages. It adds the flights of each craft.
@Suite struct DetailedModeTests {
    private static let net = "2024-09-28T17:17:21Z"

    private static func flight(_ id: Int, _ name: String, end: String? = nil, duration: String = "P3D") -> String {
        """
        {"id": \(id), "destination": "Polar Station", "mission_end": \(end.map { "\"\($0)\"" } ?? "null"), "duration": "\(duration)",
         "turn_around_time": null, "landing": null,
         "launch": {"id": "a-\(id)", "name": "\(name)", "net": "\(net)", "net_precision": {"id": 0, "name": "Second"}, "status": null,
           "launch_service_provider": {"id": 77, "name": "Northern Launches"}, "rocket": null}}
        """
    }

    private static func detailed(_ flights: String...) -> String {
        Records.page(
            Records.craft(11, "Aurora 1").replacing(
                #""response_mode": "normal", "id": 11,"#,
                with: #""response_mode": "detailed", "flights": [\#(flights.joined(separator: ","))], "id": 11,"#))
    }

    private static let normal = Records.page(Records.craft(11, "Aurora 1"))
    private static let detailedSite = ["site/hangar.yml": smallestConfiguration + "source:\n  mode: detailed\n"]

    /// An API that gives flights to clients that ask for them.
    private static func api(_ detailed: String) -> HTTPTransport {
        HTTPTransport { (request) throws(TransportError) in
            guard request.url.contains("/spacecraft/") else { return try await HTTPTransport.answering(normal).send(request) }
            return try await HTTPTransport.answering(request.url.contains("mode=detailed") ? detailed : normal).send(request)
        }
    }

    private func history(_ folder: TemporaryFolder) throws -> [Substring] {
        String(decoding: try folder.files(in: "site/data")["history.jsonl"] ?? Data(), as: UTF8.self).split(separator: "\n")
    }

    private func page(_ folder: TemporaryFolder) throws -> String {
        String(decoding: try folder.files(in: "public")["spacecraft/11-aurora-1/index.html"] ?? Data(), as: UTF8.self)
    }

    @Test func isAskedForInHangarYmlOrWithModeThePageShowsTheFlightsTheDownloadsHoldThem() async throws {
        let api = Self.api(Self.detailed(Self.flight(817, "Sever | Aurora 1")))
        let configured = try TemporaryFolder(Self.detailedSite)
        #expect(await Terminal(transport: api, folder: configured).fetch(configured("site")).status == .done)
        let named = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        #expect(await Terminal(transport: api, folder: named).fetch(named("site"), ["--mode", "detailed"]).status == .done)
        #expect(try configured.files(in: "site/data") == named.files(in: "site/data"))
        _ = await Terminal(folder: named).build(named("site"), to: named("public"))
        #expect(try page(named).contains("<caption id=\"flights-table-caption\">Aurora 1: 1\u{A0}flight</caption>"))
        #expect(try page(named).contains("<time datetime=\"\(Self.net)\">28\u{A0}September 2024</time>"))
        #expect(named.exists("public/data/flights.json"))
        #expect(named.exists("public/data/flights.csv"))
    }

    @Test func aSavedPageOfItIsReadWithItsFlights() async throws {
        let folder = try TemporaryFolder([
            "site/hangar.yml": smallestConfiguration, "page.json": Self.detailed(Self.flight(817, "Sever | Aurora 1")),
        ])
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"), ["--from", folder("page.json")])
        #expect(outcome.status == .done)
        #expect(try page(folder).contains("<th scope=\"row\"><bdi>Sever | Aurora 1</bdi></th>"))
    }

    @Test func aNewFlightAndOneThatEndsAreChangesOfTheCraftOneThatGoesOnIsNone() async throws {
        let folder = try TemporaryFolder(Self.detailedSite)
        func fetch(_ flights: String) async -> Outcome {
            await Terminal(transport: Self.api(flights), folder: folder).fetch(folder("site"))
        }
        _ = await fetch(Self.detailed(Self.flight(817, "Sever | Aurora 1")))
        let before = try history(folder)
        let nothing = "~/site/data/snapshot.json: 1 spacecraft, 1 configuration; nothing changed\n"
        #expect(await fetch(Self.detailed(Self.flight(817, "Sever | Aurora 1", duration: "P4D"))) == Outcome(output: nothing))
        #expect(try history(folder) == before)
        let ended = Self.flight(817, "Sever | Aurora 1", end: "2024-10-03T00:00:00Z", duration: "P5D")
        #expect(
            await fetch(Self.detailed(ended, Self.flight(900, "Sever | Aurora 2")))
                == Outcome(output: "~/site/data/snapshot.json: 1 spacecraft, 1 configuration; 1 changed\n"))
        #expect(
            try history(folder).dropFirst(before.count) == [
                """
                {"date":"2026-02-25T06:13:20Z","event":"changed","kind":"spacecraft","id":11,"name":"Aurora 1","changes":[\
                {"field":"flights › 817 › mission_end","from":null,"to":"2024-10-03T00:00:00Z"},\
                {"field":"flights › 817 › duration","from":"P4D","to":"P5D"},\
                {"field":"flights › 900","from":null,"to":"Sever | Aurora 2"}]}
                """
            ])
    }

    @Test func turnedOffItTakesTheFlightsOffThePagesAndIsNoChangeOfAnyCraftTurnedOnAgainItBringsThemBackAsQuietly() async throws {
        let folder = try TemporaryFolder(Self.detailedSite)
        let terminal = Terminal(transport: Self.api(Self.detailed(Self.flight(817, "Sever | Aurora 1"))), folder: folder)
        _ = await terminal.update(folder("site"), to: folder("public"))
        let detailed = try folder.files(in: "public")
        let before = try history(folder)
        let off = await terminal.update(folder("site"), to: folder("public"), ["--mode", "normal"])
        #expect(off == Outcome(output: "~/public: no record changed; 12 files written, 4 removed\n"))
        #expect(try history(folder) == before)
        #expect(try !page(folder).contains("Sever | Aurora 1"))
        #expect(!folder.exists("public/data/flights.json"))
        _ = await terminal.update(folder("site"), to: folder("public"))
        #expect(try history(folder) == before)
        #expect(try folder.files(in: "public") == detailed)
    }

    @Test func aValueOfAFlightThatCannotBeReadIsNotRecordedAndTheFetchGoesOn() async throws {
        let folder = try TemporaryFolder(Self.detailedSite)
        let good = Self.detailed(Self.flight(817, "Sever | Aurora 1"))
        _ = await Terminal(transport: Self.api(good), folder: folder).fetch(folder("site"))
        let bad = good.replacing(Self.net, with: "28 September")
        #expect(
            await Terminal(transport: Self.api(bad), folder: folder).fetch(folder("site"))
                == Outcome(
                    output: "~/site/data/snapshot.json: 1 spacecraft, 1 configuration; 1 changed\n",
                    diagnostics: [
                        "hangar: warning: flights › launch › net: expected a time such as 2026-03-01T04:05:06Z, found \"28 September\" "
                            + "in 1 record (11). It counts as not recorded."
                    ]))
        #expect(
            try folder.text("site/data/snapshot.json").contains(
                #""unusable_values":[{"field":"flights › launch › net","id":11,"kind":"spacecraft","value":"\"28 September\""}],"#))
    }
}
