import Foundation
import HangarKit
import LaunchLibrary
import TestSupport
import Testing

@Suite struct BuildSourceTests {
    private static let savedPage = """
        Spacecraft List

        GET /2.3.0/spacecraft/?format=api
        HTTP 200 OK
        Content-Type: application/json

        \(Records.two)
        """

    @Test(arguments: [
        ["saved.txt": savedPage],
        ["page.json": Records.two],
        ["list.json": Records.list(Records.craft(11, "Aurora 1"), Records.craft(12, "Aurora 2"))],
        ["copies/a.json": Records.page(Records.craft(12, "Aurora 2")), "copies/b.json": Records.page(Records.craft(11, "Aurora 1"))],
    ])
    func eachFormOfASavedCopyMakesTheSamePagesAsTheSnapshot(copies: [String: String]) async throws {
        let folder = try await fetchedSite(adding: copies)
        _ = await Terminal().build(folder("site"), to: folder("from-snapshot"))
        let location = copies.count == 1 ? copies.keys.first ?? "" : "copies"
        // The history belongs to the site, whatever the source of the build.
        let outcome = await Terminal().build(folder("site"), to: folder("from-copy"), ["--from", folder(location)])
        #expect(outcome.status == .done)
        #expect(try folder.files(in: "from-copy") == folder.files(in: "from-snapshot"))
    }

    @Test func severalLocationsMakeOneCatalogueInWhateverOrderTheyAreNamed() async throws {
        let folder = try await fetchedSite(adding: [
            "a.json": Records.page(Records.craft(12, "Aurora 2")), "b.json": Records.page(Records.craft(11, "Aurora 1")),
        ])
        _ = await Terminal().build(folder("site"), to: folder("ab"), ["--from", folder("a.json"), "--from", folder("b.json")])
        _ = await Terminal().build(folder("site"), to: folder("ba"), ["--from", folder("b.json"), "--from", folder("a.json")])
        _ = await Terminal().build(folder("site"), to: folder("snapshot"))
        #expect(try folder.files(in: "ab") == folder.files(in: "ba"))
        #expect(try folder.files(in: "ab") == folder.files(in: "snapshot"))
    }

    @Test func anAPIIsReadPageByPageWithTheKeyWhichNobodyGetsToSee() async throws {
        let configuration = smallestConfiguration + "source:\n  api_key_variable: POLAR_KEY\n"
        let folder = try TemporaryFolder(["site/hangar.yml": configuration])
        let stub = StubAPI(answeringSpacecraft: Records.two)
        try await stub.serve { root in
            let terminal = Terminal(
                verbosity: .verbose, variables: ["POLAR_KEY": "s3cret"], transport: .curl(userAgent: "HangarTests"), folder: folder)
            let outcome = await terminal.build(folder("site"), to: folder("public"), ["--from", root])
            #expect(outcome.status == .done)
            #expect(
                outcome.diagnostics == [
                    "hangar: note: \(root): asked with an API key", "hangar: note: page 1 of 3", "hangar: note: page 2 of 3",
                    "hangar: note: page 3 of 3",
                ])
            #expect(
                stub.asked == [
                    "api-throttle/?format=json", "spacecraft/?format=json&limit=100&mode=normal&ordering=id",
                    "spacecraft_configurations/?format=json&limit=100&mode=detailed&ordering=name",
                    "spacecraft_configuration_families/?format=json&limit=100&ordering=name",
                ])
            #expect(stub.authorizations == ["Token s3cret"])
            #expect(!outcome.description.contains("s3cret"))
        }
        #expect(folder.exists("public/spacecraft/12-aurora-2/index.html"))
        for (path, bytes) in try folder.files(in: "public") {
            #expect(bytes.range(of: Data("s3cret".utf8)) == nil, "the key is in \(path)")
        }
        #expect(!folder.exists("site/data"))
    }

    @Test func whatCannotBeReadIsNamedWithItsStatusAndNothingIsPublished() async throws {
        let folder = try TemporaryFolder([
            "site/hangar.yml": smallestConfiguration, "empty/": "", "none.json": "[]", "broken.json": "[{",
            "record.json": Records.page(Records.craft(11, "Aurora 1").replacing("\"id\": 2,", with: "\"id\": \"x\",")),
        ])
        let cases: [([String], Outcome)] = [
            (
                ["nowhere.json"],
                Outcome(
                    status: .noInput,
                    diagnostics: [
                        "hangar: error: ~/nowhere.json: there is no such file or folder. "
                            + "Name a saved page, a folder of saved pages, or an API such as https://ll.thespacedevs.com/2.3.0/."
                    ])
            ),
            (
                ["empty"],
                Outcome(
                    status: .noInput,
                    diagnostics: [
                        "hangar: error: ~/empty: the folder holds no saved copies. Put pages of the API into it, as *.json or *.txt."
                    ])
            ),
            (
                ["none.json"],
                Outcome(
                    status: .badData,
                    diagnostics: [
                        "hangar: error: ~/none.json: there is no spacecraft in it. Check that this is the catalogue that is meant."
                    ])
            ),
            (
                ["broken.json", "record.json"],
                Outcome(
                    status: .badData,
                    diagnostics: [
                        "hangar: error: ~/broken.json:1:3: broken JSON: the text ends where a key in quotes is expected. Save the page again, and all of it."
                    ])
            ),
        ]
        for (locations, expected) in cases {
            let outcome = await Terminal(folder: folder).build(
                folder("site"), to: folder("public"), Terminal.from(locations.map { folder($0) }))
            #expect(outcome == expected)
        }
        #expect(!folder.exists("public"))
    }

    @Test func anAPIThatRefusesEndsTheBuildWithStatus69ThePublishedSiteIsAsItWas() async throws {
        let folder = try await fetchedSite()
        _ = await Terminal().build(folder("site"), to: folder("public"))
        let before = try folder.identities(in: "public")
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"), ["--from", "https://api.example/2.3.0/"])
        #expect(outcome.status == .unavailable)
        #expect(outcome.output == "")
        #expect(outcome.diagnostics.count == 1)
        #expect(try folder.identities(in: "public") == before)
    }

    @Test func whatTheSourceContradictsItselfAboutIsReportedOnceOnOneLineAndNotWhenTheSnapshotIsBuilt() async throws {
        let records = Records.page(
            Records.craft(11, "Aurora 1"), Records.craft(12, "Aurora 2", configuration: "Aurora\\nN"),
            Records.craft(13, "Aurora 3", configuration: "Aurora\\nN"))
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration, "records.json": records])
        let warning =
            "hangar: warning: spacecraft_configuration 61 › name: the source says both \"Aurora M\" and \"Aurora N\"; kept \"Aurora M\""
        let fetched = await Terminal(folder: folder).fetch(folder("site"), from: [folder("records.json")])
        #expect(fetched.diagnostics == [warning])
        let built = await Terminal(folder: folder).build(folder("site"), to: folder("public"), ["--from", folder("records.json")])
        #expect(built.diagnostics == [warning])
        #expect(await Terminal(folder: folder).build(folder("site"), to: folder("public")).diagnostics == [])
        #expect(await Terminal(verbosity: .quiet).fetch(folder("site"), from: [folder("records.json")]) == Outcome())
    }
}
