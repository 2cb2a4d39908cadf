import Catalogue
import Foundation
import HangarKit
import LaunchLibrary
import Support
import Synchronization
import TestSupport
import Testing

@Suite struct FetchTests {
    private static let first = Records.page(Records.craft(11, "Aurora 1"), Records.craft(12, "Aurora 2"))
    private static let second = Records.page(Records.craft(11, "Aurora 1", status: "Retired"), Records.craft(13, "Aurora 3"))

    private func fetch(_ records: String, into folder: TemporaryFolder, at time: Int = 1_772_000_000) async throws -> Outcome {
        let terminal = Terminal(transport: .answering(records), now: Timestamp(secondsSince1970: time), folder: folder)
        return await terminal.fetch(folder("site"))
    }

    @Test func theSnapshotAndTheHistoryComeToBeAndTheLineSaysWhatIsInThem() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        #expect(
            try await fetch(Self.first, into: folder)
                == Outcome(output: "~/site/data/snapshot.json: 2 spacecraft, 1 configuration; 4 added\n"))
        #expect(
            try folder.text("site/data/history.jsonl") == """
                {"date":"2026-02-25T06:13:20Z","event":"appeared","kind":"spacecraft","id":11,"name":"Aurora 1"}
                {"date":"2026-02-25T06:13:20Z","event":"appeared","kind":"spacecraft","id":12,"name":"Aurora 2"}
                {"date":"2026-02-25T06:13:20Z","event":"appeared","kind":"spacecraft_configuration","id":61,"name":"Aurora M"}
                {"date":"2026-02-25T06:13:20Z","event":"appeared","kind":"agency","id":501,"name":"Polar Space Bureau"}

                """)
        let snapshot = try Snapshot(decoding: FileAccess.disk.contents(folder("site/data/snapshot.json")), path: "")
        #expect(snapshot.catalogue.spacecraft.map(\.name) == ["Aurora 1", "Aurora 2"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder("site/data")).sorted() == [
                "checked.json", "history.jsonl", "snapshot.json",
            ])
    }

    @Test func theSameOnceMoreChangesNothingOnTheDiskAndSaysSo() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        _ = try await fetch(Self.first, into: folder)
        let before = try folder.identities(in: "site/data")
        #expect(
            try await fetch(Self.first, into: folder)
                == Outcome(output: "~/site/data/snapshot.json: 2 spacecraft, 1 configuration; nothing changed\n"))
        #expect(try folder.identities(in: "site/data") == before)
    }

    @Test func anHourLaterTheSameDataStaysAsItIsAndOnlyTheNoteOfTheCheckIsNew() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        _ = try await fetch(Self.first, into: folder)
        let before = try folder.identities(in: "site/data")
        _ = try await fetch(Self.first, into: folder, at: 1_772_003_600)
        let after = try folder.identities(in: "site/data")
        #expect(after.keys.filter { before[$0] != after[$0] } == ["checked.json"])
        #expect(try folder.text("site/data/checked.json") == "{\"checked_at\":\"2026-02-25T07:13:20Z\"}\n")
    }

    @Test func whatChangedIsAddedToTheEndOfTheHistoryWithTheValuesBeforeAndAfter() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        _ = try await fetch(Self.first, into: folder)
        let before = try folder.text("site/data/history.jsonl")
        #expect(
            try await fetch(Self.second, into: folder, at: 1_772_086_400)
                == Outcome(output: "~/site/data/snapshot.json: 2 spacecraft, 1 configuration; 1 added, 1 changed, 1 gone\n"))
        #expect(
            try folder.text("site/data/history.jsonl") == before + """
                {"date":"2026-02-26T06:13:20Z","event":"changed","kind":"spacecraft","id":11,"name":"Aurora 1",\
                "changes":[{"field":"status","from":"6","to":"7"}]}
                {"date":"2026-02-26T06:13:20Z","event":"went","kind":"spacecraft","id":12,"name":"Aurora 2"}
                {"date":"2026-02-26T06:13:20Z","event":"appeared","kind":"spacecraft","id":13,"name":"Aurora 3"}

                """)
    }

    @Test func killedBetweenHistoryAndSnapshotTheNextFetchTakesUpTheSameChangesAndRecordsNoneTwiceWhateverItsTime() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        _ = try await fetch(Self.first, into: folder)
        let snapshot = try folder.text("site/data/snapshot.json")
        _ = try await fetch(Self.second, into: folder, at: 1_772_086_400)
        let history = try folder.text("site/data/history.jsonl")
        // The remains of a run that is killed after writing the history.
        try folder.write(snapshot, to: "site/data/snapshot.json")
        let outcome = try await fetch(Self.second, into: folder, at: 1_772_172_800)
        #expect(outcome.output == "~/site/data/snapshot.json: 2 spacecraft, 1 configuration; 1 added, 1 changed, 1 gone\n")
        #expect(try folder.text("site/data/history.jsonl") == history)
        // A change back, and the same change again, are changes.
        _ = try await fetch(Self.first, into: folder, at: 1_772_259_200)
        _ = try await fetch(Self.second, into: folder, at: 1_772_345_600)
        #expect(try folder.text("site/data/history.jsonl").split(separator: "\n").count == 4 + 3 * 3)
    }

    @Test func aDamagedLineOfTheHistoryStaysAsItIsWhatChangedComesAfterIt() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        _ = try await fetch(Self.first, into: folder)
        let damaged = try folder.text("site/data/history.jsonl") + "{\"date\":\"2026-02-2"
        try folder.write(damaged, to: "site/data/history.jsonl")
        #expect(try await fetch(Self.second, into: folder, at: 1_772_086_400).status == .done)
        let lines = try folder.text("site/data/history.jsonl")
        #expect(lines.hasPrefix(damaged + "\n{\"date\":\"2026-02-26T06:13:20Z\",\"event\":\"changed\""))
        #expect(lines.split(separator: "\n").count == 4 + 1 + 3)
    }

    @Test func aLostSnapshotIsMadeAgainWhatAppearedLongAgoDoesNotAppearAgain() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        _ = try await fetch(Self.first, into: folder)
        let history = try folder.text("site/data/history.jsonl")
        try FileManager.default.removeItem(atPath: folder("site/data/snapshot.json"))
        _ = try await fetch(Self.first, into: folder, at: 1_772_086_400)
        #expect(folder.exists("site/data/snapshot.json"))
        #expect(try folder.text("site/data/history.jsonl") == history)
    }

    @Test func aDamagedSnapshotIsMadeAgainWithAWarningAndNothingIsClaimedOfWhatItHeld() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        _ = try await fetch(Self.first, into: folder)
        let history = try folder.text("site/data/history.jsonl")
        try folder.write("<<<<<<< HEAD\n", to: "site/data/snapshot.json")
        let outcome = try await fetch(Self.second, into: folder)
        #expect(
            outcome
                == Outcome(
                    output: "~/site/data/snapshot.json: 2 spacecraft, 1 configuration; made anew\n",
                    diagnostics: [
                        "hangar: warning: ~/site/data/snapshot.json: this is not a snapshot of Hangar: it has no format_version. "
                            + "The snapshot is made anew, and the history does not say what changed."
                    ]))
        #expect(try folder.text("site/data/history.jsonl") == history)
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
    }

    @Test(arguments: [
        (HTTPTransport.answering("<html></html>"), HangarKit.ExitStatus.badData), (.answering(Records.page()), .badData),
        (.answering(Records.page(Records.craft(11, "Aurora 1").replacing("\"id\": 11", with: "\"id\": null"))), .badData),
        (.refusing(404), .unavailable), (.refusing(403), .unavailable), (.refusing(429), .tryAgainLater),
        (.refusing(500), .unavailable),
    ])
    func aFetchThatFailsLeavesSnapshotAndHistoryAsTheyWere(transport: HTTPTransport, status: HangarKit.ExitStatus) async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration + "source:\n  api_key_variable: POLAR_KEY\n"])
        _ = try await fetch(Self.first, into: folder)
        let before = try folder.identities(in: "site/data")
        let terminal = Terminal(verbosity: .verbose, variables: ["POLAR_KEY": "s3cret"], transport: transport, folder: folder)
        let outcome = await terminal.fetch(folder("site"))
        #expect(outcome.status == status, "\(outcome)")
        #expect(outcome.output == "")
        #expect(outcome.diagnostics.contains { $0.hasPrefix("hangar: error: https://ll.thespacedevs.com/2.3.0/") })
        #expect(!outcome.description.contains("s3cret"))
        #expect(try folder.identitiesBesidesFailures(in: "site/data") == before)
    }

    @Test func aSnapshotThatCannotBeWrittenTakesTheHistoryBack() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration, "site/data/snapshot.json/in-the-way": ""])
        let outcome = try await fetch(Self.first, into: folder)
        #expect(outcome.status == .cannotWrite)
        #expect(outcome.diagnostics.count == 1)
        #expect(outcome.diagnostics.first?.hasPrefix("hangar: error: ~/site/data/snapshot.json: cannot be written: ") == true)
        #expect(try folder.files(in: "site/data").keys.sorted() == ["failed.json", "snapshot.json/in-the-way"])

        try folder.write("{\"an\":\"old line\"}\n", to: "site/data/history.jsonl")
        _ = try await fetch(Self.first, into: folder)
        #expect(try folder.text("site/data/history.jsonl") == "{\"an\":\"old line\"}\n")
    }

    @Test func fromAndModeTakeThePlaceOfTheConfigurations() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration + "source:\n  url: https://other.example/2.3.0\n"])
        try await StubAPI(answeringSpacecraft: Self.first).serve { root in
            let terminal = Terminal(transport: .curl(userAgent: "HangarTests"), folder: folder)
            let outcome = await terminal.fetch(folder("site"), from: [root], ["--mode", "detailed"])
            #expect(outcome == Outcome(output: "~/site/data/snapshot.json: 2 spacecraft, 1 configuration; 4 added\n"))
            let snapshot = try folder.text("site/data/snapshot.json")
            #expect(snapshot.contains("\"source\":\"\(root)\",\n\"mode\":\"detailed\",\n\"fetched_at\":\"2026-02-25T06:13:20Z\""))
        }
    }

    @Test func twoFetchesIntoOneSiteExcludeEachOtherTheLaterGivesWayWithStatus75AndTheFirstIsNotDisturbed() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        let second = Mutex<Outcome?>(nil)
        let answering = HTTPTransport.answering(Self.first)
        let interrupted = HTTPTransport { (request) async throws(TransportError) in
            let outcome = await Terminal(transport: answering, folder: folder).fetch(folder("site"))
            second.withLock { $0 = outcome }
            return try await answering.send(request)
        }
        let first = await Terminal(transport: interrupted, folder: folder).fetch(folder("site"))
        #expect(first == Outcome(output: "~/site/data/snapshot.json: 2 spacecraft, 1 configuration; 4 added\n"))
        #expect(
            second.withLock { $0 }
                == Outcome(
                    status: .tryAgainLater,
                    diagnostics: ["hangar: error: ~/site: another fetch or update is at work on this site. Try again when it is done."]))
        #expect(try await fetch(Self.first, into: folder).status == .done)
    }

    @Test func anAPIThatDoesNotAllowAsManyRequestsAsThereWerePagesLastTimeIsNotAskedForTheFirst() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        _ = try await fetch(Records.page((1...101).map { Records.craft($0, "Aurora \($0)") }), into: folder)
        // Two pages of craft and two lists make four requests; three are left.
        let throttled = HTTPTransport { (request) throws(TransportError) in
            let body = "{\"your_request_limit\": 15, \"limit_frequency_secs\": 3600, \"current_use\": 12, \"next_use_secs\": 0}"
            return HTTPResponse(status: request.url.contains("api-throttle") ? 200 : 500, body: Array(body.utf8), url: request.url)
        }
        let outcome = await Terminal(transport: throttled, folder: folder).fetch(folder("site"))
        #expect(outcome.status == .tryAgainLater)
        #expect(outcome.diagnostics.count == 1)
    }

    @Test func theSameCatalogueInAnotherOrderGivesTheSameBytes() async throws {
        let folder = try TemporaryFolder(["a/hangar.yml": smallestConfiguration, "b/hangar.yml": smallestConfiguration])
        let turned = Records.page(Records.craft(12, "Aurora 2"), Records.craft(11, "Aurora 1"))
        _ = await Terminal(transport: .answering(Self.first)).fetch(folder("a"))
        _ = await Terminal(transport: .answering(turned)).fetch(folder("b"))
        #expect(try folder.files(in: "a/data") == folder.files(in: "b/data"))
    }
}

extension HTTPTransport {
    /// An API with this list of craft and with empty other lists.
    static func answering(_ spacecraft: String) -> HTTPTransport {
        StubAPI(answeringSpacecraft: spacecraft).transport
    }

    /// An API that sends back each request, including the key.
    static func refusing(_ status: Int) -> HTTPTransport {
        HTTPTransport { (request) throws(TransportError) in
            HTTPResponse(status: status, body: Array("\(request.headers)".utf8), url: request.url)
        }
    }
}
