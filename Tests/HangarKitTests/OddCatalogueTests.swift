import Catalogue
import Foundation
import HangarKit
import LaunchLibrary
import Synchronization
import TestSupport
import Testing

/// A catalogue of the size of the real one, of which one record, some and many are odd in turn, and answers in odd forms.
@Suite struct OddCatalogueTests {
    private static let craft = (1...603).map { Records.craft($0, "Aurora \($0)") }
    private static let place = "https://ll.thespacedevs.com/2.3.0/"

    /// The list with a change in the first records.
    private static func odd(_ count: Int, _ original: String, _ changed: String) -> String {
        Records.page(
            craft.enumerated().map { index, record in
                index < count ? record.replacing(original.replacing("ID", with: "\(index + 1)"), with: changed) : record
            })
    }

    private func site() throws -> TemporaryFolder { try TemporaryFolder(["site/hangar.yml": smallestConfiguration]) }

    private func fetch(_ records: String, _ folder: TemporaryFolder) async -> Outcome {
        await Terminal(transport: .answering(records), folder: folder).fetch(folder("site"))
    }

    @Test(arguments: [(1, "1 record (1)"), (30, "30 records (1, 2, 3 …)"), (300, "300 records (1, 2, 3 …)")])
    func aValueThatIsNullIsNotRecordedInHoweverManyRecords(count: Int, words: String) async throws {
        let folder = try site()
        _ = await fetch(Records.page(Self.craft), folder)
        #expect(
            await fetch(Self.odd(count, #""description": "A craft.""#, #""description": null"#), folder)
                == Outcome(
                    output: "~/site/data/snapshot.json: 603 spacecraft, 1 configuration; \(count) changed\n",
                    diagnostics: ["hangar: warning: description: null in \(words). It counts as not recorded."]))
    }

    @Test(arguments: [
        (1, "1 keeps its last form (1 of 2026-02-25)", "null in 1 record (PAGE results[0])"),
        (
            30, "30 keep their last form (1 of 2026-02-25, 2 of 2026-02-25, 3 of 2026-02-25 …)",
            "null in 30 records (PAGE results[0], PAGE results[1], PAGE results[2] …)"
        ),
    ])
    func recordsWithoutAnIDAreSetAsideAndTheSiteIsWhole(count: Int, kept: String, message: String) async throws {
        let folder = try site()
        _ = await fetch(Records.page(Self.craft), folder)
        let page = Self.place + "spacecraft/?format=json&limit=100&mode=normal&ordering=id"
        #expect(
            await fetch(Self.odd(count, #""id": ID, "url""#, #""id": null, "url""#), folder)
                == Outcome(
                    output: "~/site/data/snapshot.json: 603 spacecraft, 1 configuration; nothing changed\n",
                    diagnostics: [
                        "hangar: warning: spacecraft: \(count) of 603 records cannot be used. \(kept).",
                        "hangar: warning: id: \(message.replacing("PAGE", with: page)). Without it this is not used.",
                    ]))
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        let check = await Terminal(folder: folder).check(folder("public"))
        #expect(check.status == .done)
        #expect(check.diagnostics.count == min(count, 20))
        #expect(check.diagnostics.last?.hasSuffix(count > 20 ? ": and 11 more. --verbose names them all." : " if it stays so.") == true)
    }

    @Test func recordsWithoutAnIDInATenthOfTheCatalogueMeanThatTheAPIHasChanged() async throws {
        let folder = try site()
        _ = await fetch(Records.page(Self.craft), folder)
        let before = try folder.identities(in: "site/data")
        let outcome = await fetch(Self.odd(300, #""id": ID, "url""#, #""id": null, "url""#), folder)
        #expect(outcome.status == .badData)
        #expect(
            outcome.diagnostics.first
                == "hangar: error: \(Self.place): 300 of 603 spacecraft cannot be used: the API has changed, and nothing was taken. "
                + "Try again; if it stays so, Hangar needs an update.")
        #expect(try folder.identitiesBesidesFailures(in: "site/data") == before)
    }

    /// A caching proxy hands on the addresses that the API wrote, and some write none of their own host.
    @Test(arguments: [
        "http://ll.internal:8000/2.3.0/spacecraft/?limit=100&offset=100", "https://ll.thespacedevs.com:8443/2.3.0/spacecraft/?offset=100",
        "/2.3.0/spacecraft/?limit=100&offset=100", "?limit=100&offset=100",
    ])
    func theNextPageIsAskedForAtTheOwnRootWhateverItsAddressSays(next: String) async throws {
        let folder = try site()
        let asked = Mutex<[String]>([])
        let transport = HTTPTransport { (request) throws(TransportError) in
            asked.withLock { $0.append(request.url) }
            guard request.url.contains("/spacecraft/?") else { return .json(StubAPI.page([], count: 0)) }
            let offset = request.url.firstMatch(of: /offset=(\d+)/).flatMap { Int($0.1) } ?? 0
            let shown = Array(Self.craft.prefix(150).dropFirst(offset).prefix(100))
            return .json(StubAPI.page(shown, count: 150, next: offset + shown.count < 150 ? "\"\(next)\"" : "\"\""))
        }
        let outcome = await Terminal(transport: transport, folder: folder).fetch(folder("site"))
        #expect(outcome == Outcome(output: "~/site/data/snapshot.json: 150 spacecraft, 1 configuration; 152 added\n"))
        #expect(asked.withLock { $0 }.allSatisfy { $0.hasPrefix(Self.place) })
    }

    @Test func anAnswerWithAByteOrderMarkIsRead() async throws {
        let folder = try site()
        #expect(
            await fetch("\u{FEFF}" + Records.two, folder)
                == Outcome(output: "~/site/data/snapshot.json: 2 spacecraft, 1 configuration; 4 added\n"))
    }

    @Test func recordsOfVersion240AreFetchedBuiltAndChecked() async throws {
        let folder = try site()
        let records = Records.two.replacing(try Regex("\"response_mode\": \"[a-z]*\", "), with: "")
            .replacing(#""type": {"id": 1, "name": "Government"}"#, with: #""type": null"#)
        #expect(
            await fetch(records, folder)
                == Outcome(output: "~/site/data/snapshot.json: 2 spacecraft, 1 configuration; 4 added\n"))
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        #expect(await Terminal(folder: folder).check(folder("public")).diagnostics == [])
    }

    @Test func anEmptyTextIsAsGoodAsNull() async throws {
        let folder = try site()
        let records = Records.two.replacing(#""time_in_space": "P10D""#, with: #""time_in_space": """#)
            .replacing(#""in_use": false"#, with: #""in_use": """#)
        #expect(
            await fetch(records, folder)
                == Outcome(
                    output: "~/site/data/snapshot.json: 2 spacecraft, 1 configuration; 4 added\n",
                    diagnostics: [
                        "hangar: warning: spacecraft_config › in_use: empty in 2 records (11, 12). It counts as not recorded."
                    ]))
        #expect(try !folder.text("site/data/snapshot.json").contains("\"time_in_space\":\"\""))
    }

    /// Whoever reads the snapshot need not do it again.
    @Test func charactersThatNoTextMayHoldDoNotComeIntoTheSnapshot() async throws {
        let folder = try site()
        let hostile = #"a\uFFFEb\u0000c\nd\u009Fe"#
        let records = Records.page(Records.craft(11, hostile, description: hostile))
        #expect(await fetch(records, folder).status == .done)
        let snapshot = try folder.text("site/data/snapshot.json")
        #expect(snapshot.contains("\"name\":\"a\u{FFFD}b\u{FFFD}c d\u{FFFD}e\""))
        #expect(snapshot.contains("\"description\":\"a\u{FFFD}b\u{FFFD}c\\nd\u{FFFD}e\""))
    }
}
