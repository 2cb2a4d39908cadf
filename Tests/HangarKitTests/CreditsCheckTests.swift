import HangarKit
import TestSupport
import Testing

/// `hangar check --credits`.
@Suite struct CreditsCheckTests {
    private static func craft(_ id: Int, _ name: String, licence: String, credit: String) -> String {
        Records.craft(id, name, licence: licence).replacing("I. Berg", with: credit)
    }

    /// Two spellings of one credit, one picture without a credit, one whose licence no table knows, and one that is only linked.
    private static let records = Records.page(
        craft(11, "Aurora 1", licence: "CC BY 4.0", credit: "NASA/ESA"),
        craft(12, "Aurora 2", licence: "CC BY 4.0", credit: "Esa,  Nasa"),
        craft(13, "Aurora 3", licence: "CC BY-SA 4.0", credit: " - "),
        craft(14, "Aurora 4", licence: "House rules", credit: "House"),
        craft(15, "Aurora 5", licence: "TASS Image Use Policy", credit: "TASS"))

    private func check(_ folder: TemporaryFolder, _ options: [String] = []) async -> Outcome {
        await Terminal(folder: folder).run(
            CheckCommand.self, ["--credits", "--site", folder("site"), folder("public")] + options)
    }

    @Test func eachFindingIsALineTheMostSeenFirst() async throws {
        let records = Self.records.replacing(
            #""priority": 5, "link": "https://licences.example/""#, with: #""priority": 5, "link": "http://licences.example/""#)
        let folder = try await fetchedSite(records)
        let outcome = await check(folder)
        #expect(
            outcome
                == Outcome(
                    output: """
                        ~/site/data/snapshot.json: 5 pictures under 4 licences
                        class attribution: 2 pictures, show
                        class share_alike: 1 picture, show
                        class all_rights_reserved: 1 picture, link
                        class unknown: 1 picture, show
                        no known licence: picture 7014 (Picture of 14), on 1 craft: https://pictures.example/14.jpg, 'House rules'
                        no credit: picture 7013 (Picture of 13), on 1 craft: https://pictures.example/13.jpg
                        licence link insecure: 'CC BY 4.0' (2 pictures): http://licences.example/
                        licence link insecure: 'House rules' (1 picture): http://licences.example/
                        licence link insecure: 'CC BY-SA 4.0' (1 picture): http://licences.example/
                        licence link insecure: 'TASS Image Use Policy' (1 picture): http://licences.example/
                        one credit in several spellings: 'Esa,  Nasa' (1), 'NASA/ESA' (1)
                        no finished site was looked at: name its folder

                        """))
    }

    @Test(arguments: [("null", "missing", ""), ("\" \"", "missing", ""), ("\"licences.example\"", "unusable", ": licences.example")])
    func aLicenceWhoseTermsNobodyCanFollowIsNamed(link: String, fault: String, shown: String) async throws {
        let records = Records.page(Records.craft(11, "Aurora 1", licence: "CC BY 4.0")).replacing(
            "\"https://licences.example/\"", with: link)
        let outcome = await check(try await fetchedSite(records))
        #expect(outcome.output.contains("\nlicence link \(fault): 'CC BY 4.0' (1 picture)\(shown)\n"), "\(outcome)")
        #expect(outcome.status == .done)
    }

    /// Of a licence that is not stated nobody expects terms.
    @Test func aPictureWithoutAStatedLicenceHasNoLinkToMiss() async throws {
        let records = Records.page(Records.craft(11, "Aurora 1", licence: "Unknown")).replacing(
            "\"https://licences.example/\"", with: "null")
        let outcome = await check(try await fetchedSite(records))
        #expect(!outcome.output.contains("licence link"))
        #expect(outcome.output.contains("\nno known licence: picture 7011 "))
    }

    @Test func aSiteThatKeepsToItsConfigurationIsSaidToDoSo() async throws {
        let folder = try await fetchedSite(Self.records)
        _ = await Terminal().build(folder("site"), to: folder("public"))
        let outcome = await check(folder)
        #expect(outcome.status == .done)
        #expect(outcome.output.hasSuffix("\n~/public: no picture is shown otherwise than the configuration says\n"), "\(outcome)")
    }

    /// The site was built under other rules, and a text of its operator shows the picture too.
    @Test func aPictureThatTheConfigurationNoLongerAllowsIsAnErrorAtItsFirstPlaceStatus65() async throws {
        let folder = try await fetchedSite(Self.records)
        _ = await Terminal().build(folder("site"), to: folder("public"))
        try folder.write(smallestConfiguration + "images: {licences: {attribution: link}}\n", to: "site/hangar.yml")
        let outcome = await check(folder)
        #expect(outcome.status == .badData)
        #expect(outcome.output.hasSuffix("\n~/public: 4 pictures shown otherwise than the configuration says\n"), "\(outcome)")
        let pattern =
            #/hangar: error: ~/public/[^ ]+:\d+:\d+: picture 701[12] is shown from the source, and the configuration says 'link'( \(in \d+ pages\))?\. Build the site again; .*/#
        #expect(outcome.diagnostics.count == 4)
        for message in outcome.diagnostics { #expect(message.wholeMatch(of: pattern) != nil, "\(message)") }
    }

    @Test func aPictureInAPageOfOnesOwnIsLookedAtToo() async throws {
        let folder = try await fetchedSite(Self.records)
        _ = await Terminal().build(folder("site"), to: folder("public"))
        try folder.write(
            "<p>\n<img src='https://Pictures.example/15.jpg' alt=''>\n<img src='https://elsewhere.example/15.jpg' alt=''>", to: "own.html")
        try folder.write(try folder.text("own.html"), to: "site/static/own.html")
        _ = await Terminal().build(folder("site"), to: folder("public"))
        #expect(
            await check(folder).diagnostics == [
                "hangar: error: ~/public/own.html:2:11: picture 7015 is shown from the source, and the configuration says 'link'. "
                    + "Build the site again; where a text or a template of your own shows it, take it out there."
            ])
    }

    @Test func theReportIsAsItsSchemaSays() async throws {
        let folder = try await fetchedSite(Self.records)
        let schema = try JSONSchema("check")
        let alone = await check(folder, ["--json"])
        #expect(alone.status == .done)
        #expect(try schema.faults(in: alone.output) == [])
        #expect(alone.output.contains("\"shown_against_rules\": null"))
        _ = await Terminal().build(folder("site"), to: folder("public"))
        try folder.write(smallestConfiguration + "images: {delivery: none}\n", to: "site/hangar.yml")
        let failed = await check(folder, ["--json"])
        #expect(failed.status == .badData)
        #expect(try schema.faults(in: failed.output) == [])
        #expect(failed.output.contains("\"treatment\": \"omit\""))
        #expect(try schema.faults(in: await check(try TemporaryFolder(), ["--json"]).output) == [])
    }

    @Test func twoChecksAtOnceAreRefused() async throws {
        let outcome = await Terminal().run(CheckCommand.self, ["--credits", "--templates"])
        #expect(outcome.status == .usage)
    }
}
