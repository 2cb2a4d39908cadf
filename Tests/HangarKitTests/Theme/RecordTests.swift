import TestSupport
import Testing

/// Templates that read the source's own record.
@Suite struct RecordTests {
    private static let theme = [
        "site/Templates/pages/spacecraft.html.mustache":
            "{{record.serial_number}}|{{record.time_in_space}}|{{record.spacecraft_config.name}}|{{record.image.name}}|"
            + "{{#record.flights}}{{destination}}{{/record.flights}}{{^record.flights}}no flights{{/record.flights}}",
        "site/Templates/pages/configuration.html.mustache": "{{record.in_use}}|{{record.agency.name}}|{{record.capability}}",
        "site/Templates/pages/agency.html.mustache": "{{record.id}}|{{record.abbrev}}|{{record.type.name}}|{{record.launchers}}",
    ]

    private func site() async throws -> TemporaryFolder {
        let records = Records.page(Records.craft(11, "Aurora 1", licence: "CC BY 4.0"), Records.craft(12, "Aurora 2"))
        return try await fetchedSite(records, adding: Self.theme)
    }

    @Test func pagesShowItsFields() async throws {
        let folder = try await site()
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        try #require(outcome.status == .done, "\(outcome)")
        #expect(try folder.text("public/spacecraft/11-aurora-1/index.html") == "No. 11|P10D|Aurora M|Picture of 11|no flights")
        #expect(try folder.text("public/configurations/61-aurora-m/index.html") == "false|Polar Space Bureau|")
        #expect(try folder.text("public/agencies/501-polar-space-bureau/index.html") == "501|PSB|Government|")
    }

    @Test(arguments: [
        ("\"No. 11\"", "\"No. 17\""), ("\"P10D\"", "\"P11D\""), ("Picture of 11", "Another picture"), ("Aurora M", "Aurora N"),
        ("\"in_use\":false", "\"in_use\":true"), ("Polar Space Bureau", "Polar Bureau of Space"), ("\"PSB\"", "\"PBS\""),
        ("Government", "Commercial"),
    ])
    func aChangeOfAFieldMakesItsPagesAnew(old: String, new: String) async throws {
        let folder = try await site()
        let rebuild = Rebuild(folder: folder)
        try #require(await rebuild.build().status == .done)
        let snapshot = try folder.text("site/data/snapshot.json")
        try #require(snapshot.contains(old))
        try folder.write(snapshot.replacing(old, with: new), to: "site/data/snapshot.json")
        try await rebuild.expectFull()
    }

    @Test func aFieldThatTheRecordDoesNotHaveIsAFault() async throws {
        let folder = try await site()
        try folder.write("{{record.serial}}", to: "site/Templates/pages/spacecraft.html.mustache")
        let outcome = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        #expect(outcome.status == .badData)
        #expect(outcome.diagnostics.first?.contains("record") == true)
    }
}
