import HangarKit
import TestSupport
import Testing

/// A craft and its configuration, never seen before, of which the source does not say what is so.
@Suite struct UnrecordedTruthTests {
    /// What a record gives in the place of true or false.
    enum Oddity: String, CaseIterable {
        case null = "null"
        case missing = ""
        case empty = #""""#
        case word = #""yes""#

        func member(_ name: String) -> String { self == .missing ? #""no_\#(name)": 1"# : "\"\(name)\": \(rawValue)" }

        /// What the fetch finds. A flag may be absent.
        var finding: String? {
            switch self {
            case .null: "null"
            case .missing: nil
            case .empty: "empty"
            case .word: #"expected true or false, found "yes""#
            }
        }
    }

    /// A usual craft, and one whose truth values, and those of its configuration, are all this.
    private static func records(_ oddity: Oddity) -> String {
        records(["in_space", "is_placeholder", "in_use"].map(oddity.member))
    }

    private static func records(_ flags: [String]) -> String {
        let members = [#""in_space": false"#, #""is_placeholder": false"#, #""in_use": false"#]
        let odd = zip(members, flags).reduce(Records.craft(12, "Aurora 2")) { $0.replacing($1.0, with: $1.1) }
        return Records.page(
            Records.craft(11, "Aurora 1"), odd.replacing(#""id": 61, "name": "Aurora M""#, with: #""id": 62, "name": "Aurora T""#))
    }

    private func site() throws -> TemporaryFolder { try TemporaryFolder(["site/hangar.yml": smallestConfiguration]) }

    private func fetch(_ records: String, _ folder: TemporaryFolder) async -> Outcome {
        await Terminal(transport: .answering(records), folder: folder).fetch(folder("site"))
    }

    @Test(arguments: Oddity.allCases)
    func whatTheSourceDoesNotSayOfANewCraftIsNotRecorded(oddity: Oddity) async throws {
        let folder = try site()
        let warnings = ["is_placeholder", "in_space", "spacecraft_config › in_use"].compactMap { field in
            oddity.finding.map { "hangar: warning: \(field): \($0) in 1 record (12). It counts as not recorded." }
        }
        #expect(
            await fetch(Self.records(oddity), folder)
                == Outcome(output: "~/site/data/snapshot.json: 2 spacecraft, 2 configurations; 5 added\n", diagnostics: warnings))
        #expect(await Terminal(folder: folder).build(folder("site"), to: folder("public")).status == .done)

        let page = try folder.text("public/spacecraft/12-aurora-2/index.html")
        #expect(
            page.contains(
                """
                <dt>Configuration</dt>
                <dd><a href="../../configurations/62-aurora-t/">Aurora T</a> <span class="note">(use not recorded)</span></dd>
                """))
        #expect(
            page.contains(
                """
                <dt>In space now</dt>
                <dd><span class="unknown">not recorded</span></dd>
                """))
        #expect(!page.contains("in space now") && !page.contains("This record is a placeholder"))
        let doubt = "The source gives &quot;yes&quot; for whether it is in space. That cannot be; it counts as not recorded."
        #expect(page.contains(doubt) == (oddity == .word))
        let configuration = try folder.text("public/configurations/62-aurora-t/index.html")
        #expect(
            configuration.contains(
                """
                <dt>In use</dt>
                <dd><span class="unknown">not recorded</span></dd>
                """))
        #expect(configuration.contains(#"<p class="stamp ">Use not recorded</p>"#))
        #expect(
            try folder.text("public/configurations/index.html").contains(
                #"<td class="c-in_use wide"><span class="none">not recorded</span></td>"#))
        let index = try folder.text("public/spacecraft/index.html")
        #expect(index.contains(#"<a class="ship" href="../spacecraft/12-aurora-2/">Aurora 2</a></th>"#))
        #expect(try folder.text("public/index.html").contains("No craft of this register is marked as in space"))

        let row = #"12,Aurora 2,No. 12,https://polar.example/spacecraft/12-aurora-2/,62,Aurora T,Capsule,Polar Space Bureau,,6,Active,,,"#
        #expect(try folder.text("public/data/spacecraft.csv").contains("\r\n\(row)864000,172800,1,1,,A craft.\r\n"))
        #expect(try folder.text("public/data/spacecraft.json").contains(#""status":"Active","in_space":null,"is_placeholder":null,"#))
        #expect(try folder.text("public/data/configurations.csv").contains("Capsule,501,Polar Space Bureau,,,1,,,,,\r\n"))
        #expect(try folder.text("public/data/configurations.json").contains(#""families":[],"in_use":null,"spacecraft_count":1"#))
        #expect(try folder.text("public/data/search.json").contains(#"[12,"Aurora 2","No. 12","12-aurora-2",62,6,48,864000,"#))
        #expect(try folder.text("public/feed.json").contains("\"in_space\": null,\n        \"is_placeholder\": null,"))
        #expect(await Terminal(folder: folder).check(folder("public")).diagnostics == [])
    }

    @Test func theSourceSaysItLaterAndTheChangeIsSaidInWords() async throws {
        let folder = try site()
        _ = await fetch(Self.records(.null), folder)
        let now = Self.records([#""in_space": true"#, #""is_placeholder": false"#, #""in_use": true"#])
        #expect(await fetch(now, folder).output == "~/site/data/snapshot.json: 2 spacecraft, 2 configurations; 2 changed\n")
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        let changes = try folder.text("public/changes/index.html")
        #expect(changes.contains("<li>In space: <bdi>not recorded</bdi> → <bdi>yes</bdi></li>"))
        #expect(changes.contains("<li>Is placeholder: <bdi>not recorded</bdi> → <bdi>no</bdi></li>"))
        #expect(changes.contains("<li>In use: <bdi>not recorded</bdi> → <bdi>yes</bdi></li>"))
        #expect(try folder.text("public/spacecraft/12-aurora-2/index.html").contains("in space now"))
    }

    @Test(arguments: [Oddity.null, .missing])
    func whatIsNotRecordedStaysSoInTheSnapshot(oddity: Oddity) async throws {
        let folder = try site()
        _ = await fetch(Self.records(.null), folder)
        let snapshot = try folder.text("site/data/snapshot.json")
        #expect(snapshot.contains(#""flights_count":1,"mission_ends_count":1,"name":"Aurora 2""#))
        #expect(
            await fetch(Self.records(oddity), folder).output
                == "~/site/data/snapshot.json: 2 spacecraft, 2 configurations; nothing changed\n")
        #expect(try folder.text("site/data/snapshot.json") == snapshot)
    }

    @Test func whatOnlyAFullerFormSaysIsNotMissedInAShorterOneAndKnownAnswersStay() async throws {
        let folder = try site()
        // The agency of one craft is in the normal form, that of the other in the list form, which says nothing of 'featured'.
        func records(_ isFeatured: String, _ isRated: String) -> String {
            let full = Records.craft(12, "Aurora 2")
                .replacing(#""response_mode": "list""#, with: #""response_mode": "normal", "country": [], \#(isFeatured)"#)
                .replacing(#""id": 61, "name": "Aurora M""#, with: #""id": 62, "name": "Aurora T", "capability": "Crew", \#(isRated)"#)
            return Records.page(Records.craft(11, "Aurora 1"), full)
        }
        #expect(await fetch(records(#""featured": true"#, #""human_rated": true"#), folder).diagnostics == [])
        let snapshot = try folder.text("site/data/snapshot.json")
        #expect(snapshot.contains(#""featured":true"#) && snapshot.contains(#""human_rated":true"#))
        #expect(
            await fetch(records(#""featured": null"#, #""human_rated": null"#), folder)
                == Outcome(
                    output: "~/site/data/snapshot.json: 2 spacecraft, 2 configurations; nothing changed\n",
                    diagnostics: [
                        "hangar: warning: spacecraft_config › agency › featured: null in 1 record (12). That of the last fetch stays.",
                        "hangar: warning: spacecraft_config › human_rated: null in 1 record (12). That of the last fetch stays.",
                    ]))
        #expect(try folder.text("site/data/snapshot.json") == snapshot)
    }
}
