import Catalogue
import Foundation
import HangarKit
import LaunchLibrary
import TestSupport
import Testing

@Suite struct OddRecordTests {
    private static let craft = (1...40).map { Records.craft($0, "Aurora \($0)") }
    private static let whole = Records.page(craft)

    /// The list with a change in the records of these ids.
    private static func odd(_ ids: ClosedRange<Int>, _ original: String, _ changed: String) -> String {
        Records.page(
            craft.enumerated().map { index, record in
                ids.contains(index + 1) ? record.replacing(original, with: changed).replacing("ID", with: "\(index + 1)") : record
            })
    }

    private func site() throws -> TemporaryFolder { try TemporaryFolder(["site/hangar.yml": smallestConfiguration]) }

    private func fetch(_ records: String, _ folder: TemporaryFolder, day: Int = 0, verbosity: Console.Verbosity = .normal) async -> Outcome
    {
        let now = Timestamp(secondsSince1970: 1_772_000_000 + day * 86_400)
        return await Terminal(verbosity: verbosity, transport: .answering(records), now: now, folder: folder).fetch(folder("site"))
    }

    @Test func nullInManyRecordsIsOneWarningAndTheRecordsAreRead() async throws {
        let folder = try site()
        let records = Self.odd(3...35, #""description": "A craft.""#, #""description": null"#)
        #expect(
            await fetch(records, folder)
                == Outcome(
                    output: "~/site/data/snapshot.json: 40 spacecraft, 1 configuration; 42 added\n",
                    diagnostics: ["hangar: warning: description: null in 33 records (3, 4, 5 …). It counts as not recorded."]))
        let verbose = await fetch(records, folder, verbosity: .verbose).diagnostics.filter { $0.hasPrefix("hangar: warning") }
        #expect(verbose.count == 33)
        #expect(
            verbose.first
                == "hangar: warning: https://ll.thespacedevs.com/2.3.0/spacecraft/?format=json&limit=100&mode=normal&ordering=id: "
                + "record 3 › description: null. It counts as not recorded.")
    }

    /// The records with 24 kinds of faults, each in one record.
    private static let oddInManyWays: [String] = {
        let members: [(String, [String])] = [
            (#""is_placeholder": false"#, ["5", "null"]), (#""in_space": false"#, ["5", "null"]),
            (#""time_in_space": "P10D""#, ["5", #""-P1D""#]), (#""time_docked": "P2D""#, ["5"]), (#""flights_count": 1"#, ["true", "-1"]),
            (#""mission_ends_count": 1"#, ["true", "-1"]), (#""description": "A craft.""#, ["5", "null"]),
            (#""in_use": false"#, ["5", "null"]),
            (#""family": []"#, ["5"]), (#""abbrev": "PSB""#, ["5", "null"]), (#""name": "Capsule""#, ["5", "null"]),
            (#""name": "Government""#, ["5", "null"]), (#""name": "Polar Space Bureau""#, ["5", "null"]),
        ]
        let changes: [(String, String)] = members.flatMap { original, values in
            let name = original.prefix { $0 != ":" }
            return values.map { value in (original, "\(name): \(value)") }
        }
        return craft.enumerated().map { index, record in
            index < changes.count ? record.replacing(changes[index].0, with: changes[index].1) : record
        }
    }()

    @Test func moreThanTwentyKindsOfFaultsAreCountedAndVerboseNamesThem() async throws {
        let folder = try site()
        let outcome = await fetch(Records.page(Self.oddInManyWays), folder)
        #expect(outcome.status == .done)
        #expect(outcome.diagnostics.count == 20)
        #expect(outcome.diagnostics.last == "hangar: warning: and 5 more. --verbose names them all.")
        let verbose = await fetch(Records.page(Self.oddInManyWays), folder, verbosity: .verbose)
        #expect(verbose.diagnostics.count { $0.hasPrefix("hangar: warning") } == 24)
    }

    @Test func aRefusalHasTwentyLinesAtMostTooAndVerboseNamesThemAll() async throws {
        let folder = try site()
        let records = Records.page(
            Self.oddInManyWays.enumerated().map { index, record in
                index < 35 ? record : record.replacing(#""id": \#(index + 1), "url""#, with: #""id": null, "url""#)
            })
        let outcome = await fetch(records, folder)
        #expect(outcome.status == .badData)
        #expect(outcome.diagnostics.count == 20)
        #expect(outcome.diagnostics.last == "hangar: error: and 7 more. --verbose names them all.")
        let verbose = await fetch(records, folder, verbosity: .verbose)
        #expect(verbose.diagnostics.count { $0.hasPrefix("hangar: error") } == 26)
    }

    @Test(arguments: [
        (#""id": ID, "url""#, #""no_id": ID, "url""#, "id: missing in 1 record (PAGE results[6]). Without it this is not used."),
        (#""id": ID, "url""#, #""id": null, "url""#, "id: null in 1 record (PAGE results[6]). Without it this is not used."),
        (
            #""id": ID, "url""#, #""id": "7", "url""#,
            "id: expected a number, found \"7\" in 1 record (PAGE results[6]). Without it this is not used."
        ),
    ])
    func aRecordThatIsNotIdentifiedKeepsItsLastFormAndSitePageCheckAndJSONSaySo(
        original: String, changed: String, message: String
    ) async throws {
        let folder = try site()
        _ = await fetch(Self.whole, folder)
        let page = "https://ll.thespacedevs.com/2.3.0/spacecraft/?format=json&limit=100&mode=normal&ordering=id"
        let records = Self.odd(7...7, original.replacing("ID", with: "7"), changed)
        let setAside = "hangar: warning: spacecraft: 1 of 40 records cannot be used. 1 keeps its last form (7 of 2026-02-25)."
        let expected = Outcome(
            output: "~/site/data/snapshot.json: 40 spacecraft, 1 configuration; nothing changed\n",
            diagnostics: [setAside, "hangar: warning: " + message.replacing("PAGE", with: page)])
        #expect(await fetch(records, folder, day: 1) == expected)
        // The date is that of the form, however often it is set aside.
        #expect(await fetch(records, folder, day: 2) == expected)
        let snapshot = try folder.text("site/data/snapshot.json")
        #expect(snapshot.contains(#""set_aside":[{"as_of":"2026-02-25T06:13:20Z","id":7,"kind":"spacecraft"}],"#))

        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        let note = "This record is of 25\u{A0}February 2026: what the source has given since cannot be used."
        #expect(try folder.text("public/spacecraft/7-aurora-7/index.html").contains(note))
        #expect(try !folder.text("public/spacecraft/8-aurora-8/index.html").contains(note))
        let check = await Terminal(folder: folder).check(folder("public"))
        #expect(check.status == .done)
        #expect(
            check.diagnostics == [
                "hangar: warning: ~/public/data/spacecraft.json: spacecraft 7 (Aurora 7) is of 2026-02-25: the source's record cannot be used. "
                    + "Report it to the source if it stays so."
            ])
        let json = await Terminal(transport: .answering(records), folder: folder).fetch(folder("site"), ["--json"])
        #expect(json.output.contains(#""name": "Aurora 7""#))
        #expect(json.output.contains(#""as_of": "2026-02-25T06:13:20Z""#))

        #expect(await fetch(Self.whole, folder, day: 3).diagnostics == [])
        #expect(try !folder.text("site/data/snapshot.json").contains("set_aside"))
    }

    @Test func anUnusableRecordOfANewCraftIsLeftOut() async throws {
        let folder = try site()
        let outcome = await fetch(Self.odd(7...7, #""spacecraft_config": {"#, #""spacecraft_config": null, "x": {"#), folder)
        #expect(
            outcome
                == Outcome(
                    output: "~/site/data/snapshot.json: 39 spacecraft, 1 configuration; 41 added\n",
                    diagnostics: [
                        "hangar: warning: spacecraft: 1 of 40 records cannot be used. 1 is left out.",
                        "hangar: warning: spacecraft_config: null in 1 record (7). Without it this is not used.",
                    ]))
    }

    @Test func aCraftWithoutAConfigurationKeepsTheKnownOneAndTakesTheRest() async throws {
        let folder = try site()
        _ = await fetch(Self.whole, folder)
        let records = Self.odd(7...7, #""spacecraft_config": {"#, #""spacecraft_config": null, "x": {"#)
            .replacing(#""name": "Aurora 7""#, with: #""name": "Aurora VII""#)
        #expect(
            await fetch(records, folder)
                == Outcome(
                    output: "~/site/data/snapshot.json: 40 spacecraft, 1 configuration; 1 changed\n",
                    diagnostics: ["hangar: warning: spacecraft_config: null in 1 record (7). That of the last fetch stays."]))
        #expect(try folder.text("site/data/snapshot.json").contains(#""name":"Aurora VII","serial_number":"No. 7","spacecraft_config":61"#))
    }

    @Test(arguments: [
        (#""in_space": null"#, ["hangar: warning: in_space: null in 1 record (7). That of the last fetch stays."]),
        (
            #""in_space": "yes""#,
            [#"hangar: warning: in_space: expected true or false, found "yes" in 1 record (7). That of the last fetch stays."#]
        ),
        (#""x": 1"#, []),
    ])
    func aCraftInSpaceDoesNotComeDownByAValueThatIsMissing(changed: String, diagnostics: [String]) async throws {
        let folder = try site()
        _ = await fetch(Self.odd(7...7, #""in_space": false"#, #""in_space": true"#), folder)
        #expect(
            await fetch(Self.odd(7...7, #""in_space": false"#, changed), folder)
                == Outcome(
                    output: "~/site/data/snapshot.json: 40 spacecraft, 1 configuration; nothing changed\n", diagnostics: diagnostics))
    }

    @Test(arguments: [
        (1...5, #""id": ID, "url""#, #""id": null, "url""#, "5 of 40 spacecraft cannot be used"),
        (1...40, #""description": "A craft.""#, #""description": null"#, "spacecraft › description cannot be used in any of 40 records"),
        (1...40, #""in_space": false"#, #""in_space": "no""#, "spacecraft › in_space cannot be used in any of 40 records"),
        (
            1...40, #""time_in_space": "P10D""#, #""time_in_space": 864000"#,
            "spacecraft › time_in_space cannot be used in any of 40 records"
        ),
    ])
    func whereTheAPIHasChangedNothingIsTaken(ids: ClosedRange<Int>, original: String, changed: String, what: String) async throws {
        let folder = try site()
        _ = await fetch(Self.whole, folder)
        let before = try folder.identities(in: "site/data")
        let records =
            original.contains("ID")
            ? Records.page(
                Self.craft.enumerated().map { index, record in
                    ids.contains(index + 1) ? record.replacing("\"id\": \(index + 1), \"url\"", with: changed) : record
                }) : Self.odd(ids, original, changed)
        let outcome = await fetch(records, folder)
        #expect(outcome.status == .badData)
        #expect(
            outcome.diagnostics.first
                == "hangar: error: https://ll.thespacedevs.com/2.3.0/: \(what): the API has changed, and nothing was taken. "
                + "Try again; if it stays so, Hangar needs an update.")
        #expect(outcome.diagnostics.count == 2)
        #expect(try folder.identitiesBesidesFailures(in: "site/data") == before)
    }

    @Test func updateTellsAWarningAboutTheRecordsWhenItIsNew() async throws {
        let folder = try site()
        func update(_ records: String) async -> [String] {
            await Terminal(transport: .answering(records), folder: folder).update(folder("site"), to: folder("public")).diagnostics
        }
        let warning = "hangar: warning: description: null in 2 records (3, 4). It counts as not recorded."
        let records = Self.odd(3...4, #""description": "A craft.""#, #""description": null"#)
        #expect(await update(records) == [warning])
        #expect(await update(records) == [])
        #expect(await update(Self.whole) == [])
        #expect(await update(records) == [warning])
    }

    @Test func impossibleValuesAreNotRecordedAndThePageSaysWhatTheSourceGives() async throws {
        let folder = try site()
        _ = await fetch(
            Self.odd(7...7, #""time_in_space": "P10D""#, #""time_in_space": "-PT1S""#), folder)
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        let page = try folder.text("public/spacecraft/7-aurora-7/index.html")
        #expect(page.contains("The source gives &quot;-PT1S&quot; as the time in space. That cannot be; it counts as not recorded."))
        #expect(await Terminal().check(folder("public")).status == .done)
    }

    @Test func aByteOrderMarkBeforeConfigurationSnapshotHistoryAndSavedPageIsPassedOver() async throws {
        let folder = try site()
        _ = await fetch(Self.whole, folder)
        for file in ["site/hangar.yml", "site/data/snapshot.json", "site/data/history.jsonl"] {
            try folder.write("\u{FEFF}" + folder.text(file), to: file)
        }
        try folder.write("\u{FEFF}" + Self.whole, to: "page.json")
        let fetched = await Terminal(folder: folder).fetch(folder("site"), from: [folder("page.json")])
        #expect(fetched == Outcome(output: "~/site/data/snapshot.json: 40 spacecraft, 1 configuration; nothing changed\n"))
        let built = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(built.status == .done)
        #expect(built.diagnostics == [])
    }

    @Test func aClockBeforeTheHistorysLastEntryLeavesTheDateOfThatEntry() async throws {
        let folder = try site()
        _ = await fetch(Self.whole, folder)
        let records = Self.whole.replacing(#""name": "Aurora 7""#, with: #""name": "Aurora VII""#)
        let terminal = Terminal(transport: .answering(records), now: Timestamp(secondsSince1970: 5), folder: folder)
        #expect(
            await terminal.fetch(folder("site"))
                == Outcome(
                    output: "~/site/data/snapshot.json: 40 spacecraft, 1 configuration; 1 changed\n",
                    diagnostics: [
                        "hangar: warning: ~/site/data/history.jsonl: the records are of 1970-01-01T00:00:05Z, and the last entry is of "
                            + "2026-02-25T06:13:20Z. The date of that entry stands. Check the clock of this machine."
                    ]))
        #expect(try !folder.text("site/data/history.jsonl").contains("1970"))
        #expect(try !folder.text("site/data/snapshot.json").contains("1970"))
        #expect(
            try folder.text("site/data/history.jsonl").hasSuffix(
                #"{"date":"2026-02-25T06:13:20Z","event":"changed","kind":"spacecraft","id":7,"name":"Aurora VII","#
                    + #""changes":[{"field":"name","from":"Aurora 7","to":"Aurora VII"}]}"# + "\n"))
    }

    @Test func aSavedCopyOlderThanTheHistoryBringsChangesOfTheDateOfItsLastEntry() async throws {
        let folder = try site()
        _ = await fetch(Self.whole, folder)
        let records = Self.whole.replacing(#""name": "Aurora 7""#, with: #""name": "Aurora VII""#)
        try folder.write("HTTP 200 OK\nDate: Wed, 01 Jan 2025 00:00:00 GMT\n\n" + records, to: "page.txt")
        #expect(
            await Terminal(folder: folder).fetch(folder("site"), from: [folder("page.txt")])
                == Outcome(
                    output: "~/site/data/snapshot.json: 40 spacecraft, 1 configuration; 1 changed\n",
                    diagnostics: [
                        "hangar: warning: ~/site/data/history.jsonl: the records are of 2025-01-01T00:00:00Z, and the last entry is of "
                            + "2026-02-25T06:13:20Z. Changes get the date of that entry."
                    ]))
        #expect(try !folder.text("site/data/history.jsonl").contains("2025"))
        #expect(try folder.text("site/data/snapshot.json").contains("2025-01-01T00:00:00Z"))
    }
}
