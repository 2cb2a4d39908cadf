import Foundation
import HangarKit
import LaunchLibrary
import TestSupport
import Testing

/// The objects that commands write with `--json` are as `Documentation/schemas` says.
@Suite struct JSONReportTests {
    private func site() throws -> TemporaryFolder { try TemporaryFolder(["site/hangar.yml": smallestConfiguration]) }

    private func expect(_ outcome: Outcome, fits name: String, _ status: HangarKit.ExitStatus = .done) throws {
        #expect(outcome.status == status, "\(outcome)")
        #expect(try JSONSchema(name).faults(in: outcome.output) == [])
    }

    @Test func aFetchReportsInTheShapeOfItsSchema() async throws {
        let folder = try site()
        let terminal = Terminal(transport: .answering(Records.two), folder: folder)
        try expect(await terminal.fetch(folder("site"), ["--json"]), fits: "fetch")
        let changed = Records.page(Records.craft(11, "Aurora 1", status: "Retired"))
        try expect(
            await Terminal(transport: .answering(changed)).fetch(folder("site"), ["--json", "--accept-shrink"]), fits: "fetch")
        try expect(await Terminal(transport: .refusing(429)).fetch(folder("site"), ["--json"]), fits: "fetch", .tryAgainLater)
    }

    @Test func aBuildReportsInTheShapeOfItsSchema() async throws {
        let folder = try await fetchedSite(adding: ["site/template/x": ""])
        try expect(await Terminal().build(folder("site"), to: folder("public"), ["--json"]), fits: "build")
        try expect(await Terminal().build(folder("nowhere"), to: folder("public"), ["--json"]), fits: "build", .noInput)
    }

    @Test func anUpdateReportsInTheShapeOfItsSchema() async throws {
        let folder = try site()
        func update(_ transport: HTTPTransport, _ options: [String] = []) async -> Outcome {
            await Terminal(transport: transport).update(folder("site"), to: folder("public"), ["--json"] + options)
        }
        try expect(await update(.refusing(404)), fits: "update", .unavailable)
        try expect(await update(.answering(Records.two)), fits: "update")
        try expect(await update(.refusing(404)), fits: "update", .unavailable)
        try expect(await update(.refusing(404), ["--quiet-for", "1d"]), fits: "update")
        try folder.write("{{#a}}", to: "site/Templates/pages/about.html.mustache")
        try expect(await update(.answering(Records.two)), fits: "update", .badData)
    }

    @Test func aCheckReportsInTheShapeOfItsSchema() async throws {
        let folder = try await fetchedSite()
        _ = await Terminal().build(folder("site"), to: folder("public"))
        func check(_ options: [String]) async -> Outcome { await Terminal().run(CheckCommand.self, options + ["--json"]) }
        try expect(await check([folder("public")]), fits: "check")
        try expect(await check(["--templates", "--site", folder("site")]), fits: "check")
        try FileManager.default.removeItem(atPath: folder("public/about/index.html"))
        try expect(await check([folder("public")]), fits: "check", .badData)
        try expect(await check([folder("nowhere")]), fits: "check", .noInput)
    }

    @Test func theStatusIsReportedInTheShapeOfItsSchema() async throws {
        let folder = try site()
        func status(_ options: [String]) async -> Outcome {
            await Terminal().run(StatusCommand.self, ["--site", folder("site"), "--json"] + options)
        }
        try expect(await status([]), fits: "status")
        try expect(await status(["--max-age", "1d"]), fits: "status", .noInput)
        _ = await Terminal(transport: .answering(Records.two)).update(folder("site"), to: folder("public"))
        _ = await Terminal(transport: .refusing(429)).update(folder("site"), to: folder("public"))
        try expect(await status(["--max-age", "1d"]), fits: "status")
    }

    @Test func statusOfASiteFromSavedCopiesAndOfOneFromTheAPI() async throws {
        let folder = try await fetchedSite()
        _ = await Terminal().build(folder("site"), to: folder("public"))
        #expect(try JSONSchema("site-status").faults(in: folder.text("public/status.json")) == [])
        _ = await Terminal(transport: .answering(Records.two)).update(folder("site"), to: folder("public"))
        let checked = try folder.text("public/status.json")
        #expect(checked.contains("\"checked_at\": \"2026-"))
        #expect(try JSONSchema("site-status").faults(in: checked) == [])
        #expect(try JSONSchema("site-status").faults(in: checked.replacing("\"pictures\"", with: "\"images\"")) != [])
    }

    @Test func whatTheSchemaDoesNotSayIsAFault() throws {
        let schema = try JSONSchema("status")
        #expect(
            try schema.faults(in: #"{"format_version": 2, "command": "status", "age_seconds": -1, "more": true}"#).sorted().map {
                String($0.prefix(60))
            }
                == [
                    "$.age_seconds: fits none of: $.age_seconds: is below 0.0; $.",
                    "$.format_version: is not 1", "$.more: is not expected",
                    "$: fits none of: $.site: is missing, $.source: is missing, $",
                ])
    }
}
