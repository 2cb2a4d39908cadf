import Foundation
import TestSupport
import Testing

@testable import HangarKit

/// Pages of a site's own that show some of the records, as `select` says in `hangar.yml`.
@Suite struct SelectedPageTests {
    private static let records = Records.page(
        Records.craft(11, "Aurora 1"), Records.craft(12, "Aurora 2", inSpaceFor: "P3D"), Records.craft(13, "Aurora 3", status: "Retired"))

    private static let template = "site/Templates/pages/fleet.html.mustache"

    private static func page(_ body: String) -> String { "{{< layouts/page}}{{$main}}\(body){{/main}}{{/ layouts/page}}" }

    private func site(_ body: String, _ pages: String) async throws -> TemporaryFolder {
        let folder = try await fetchedSite(Self.records, adding: [Self.template: Self.page(body)])
        try folder.write(smallestConfiguration + "pages:\n" + pages, to: "site/hangar.yml")
        return folder
    }

    private func build(_ folder: TemporaryFolder, _ verbosity: Console.Verbosity = .normal) async -> Outcome {
        await Terminal(
            verbosity: verbosity, now: .init(secondsSince1970: 4_102_444_800), cache: folder("cache"), folder: folder
        ).build(folder("site"), to: folder("public"))
    }

    @Test(arguments: [
        ("{in_space: true}", "[Aurora 2]", "(Aurora M: Aurora 2; )"),
        ("{in_space: false, status: 6}", "[Aurora 1]", "(Aurora M: Aurora 1; )"),
        ("{status: [6, 7]}", "[Aurora 1][Aurora 2][Aurora 3]", "(Aurora M: Aurora 1; Aurora 2; Aurora 3; )"),
        ("{agency: 501, status: 7}", "[Aurora 3]", "(Aurora M: Aurora 3; )"), ("{configuration: 61, is_placeholder: true}", "", ""),
        ("{type: 2, in_space: true}", "[Aurora 2]", "(Aurora M: Aurora 2; )"),
    ])
    func aPageShowsTheRecordsThatTheConfigurationChooses(select: String, craft: String, byConfiguration: String) async throws {
        let folder = try await site(
            "<p>{{#spacecraft}}[{{name}}]{{/spacecraft}}</p><p>{{#agencies}}{{#configurations}}({{name}}: {{#spacecraft}}{{name}}; {{/spacecraft}})"
                + "{{/configurations}}{{/agencies}}</p>", "  fleet: {title: Fleet, select: \(select)}\n")
        #expect(await build(folder).diagnostics == [])
        #expect(try folder.text("public/fleet/index.html").contains("<p>\(craft)</p><p>\(byConfiguration)</p>"))
    }

    @Test func severalPagesMayHaveOneTemplate() async throws {
        let folder = try await site(
            "<p>{{heading}}: {{#spacecraft}}{{name}}{{/spacecraft}}</p>",
            "  up: {title: Up, template: fleet, select: {in_space: true}}\n  gone: {title: Gone, template: fleet, select: {status: 7}}\n")
        #expect(await build(folder).diagnostics == [])
        #expect(try folder.text("public/up/index.html").contains("<p>Up: Aurora 2</p>"))
        #expect(try folder.text("public/gone/index.html").contains("<p>Gone: Aurora 3</p>"))
        let list = await Terminal(folder: folder).run(ThemeListCommand.self, ["--site", folder("site")])
        #expect(list.output == "Templates/pages/fleet.html.mustache: the site's own, for the pages gone/, up/\n")
        let fields = await Terminal(folder: folder).run(ThemeFieldsCommand.self, ["fleet", "--site", folder("site")])
        #expect(fields.status == .done)
    }

    /// A page that reads craft alone follows those that it shows.
    @Test func aChangeOfAnotherCraftLeavesThePage() async throws {
        let folder = try await site(
            "{{#spacecraft}}{{serial_number}}{{/spacecraft}}", "  fleet: {title: Fleet, select: {in_space: true}}\n")
        _ = await build(folder)
        let snapshot = try folder.text("site/data/snapshot.json")
        try folder.write(snapshot.replacing("\"No. 13\"", with: "\"No. X\""), to: "site/data/snapshot.json")
        let other = await build(folder, .verbose)
        #expect(other.output.contains("wrote spacecraft/index.html\n"))
        #expect(!other.output.contains("wrote fleet/index.html\n"))
        try folder.write(snapshot.replacing("\"No. 12\"", with: "\"No. Y\""), to: "site/data/snapshot.json")
        #expect(await build(folder, .verbose).output.contains("wrote fleet/index.html\n"))
        #expect(try folder.text("public/fleet/index.html").contains("No. Y"))
    }

    @Test func anIdThatTheRegisterDoesNotHaveIsTold() async throws {
        let folder = try await site("{{#spacecraft}}{{name}}{{/spacecraft}}", "  fleet: {title: Fleet, select: {agency: [501, 502]}}\n")
        let outcome = await build(folder)
        #expect(outcome.status == .done)
        #expect(
            outcome.diagnostics == [
                "hangar: warning: ~/site/hangar.yml:4:3: pages › fleet › select › agency: the register has none of the id 502. "
                    + "The ids are in the addresses of the pages of the site."
            ])
    }

    /// The heads and the views of a table would lead to the whole list.
    @Test func tablesOfSuchPagesLeadToNoOtherOrder() async throws {
        let folder = try await site(
            "{{#by_agency}}{{> partials/count-table}}{{/by_agency}}{{> partials/craft-table}}{{> partials/configuration-table}}",
            "  fleet: Fleet\n")
        #expect(await build(folder).diagnostics == [])
        let page = try folder.text("public/fleet/index.html")
        #expect(page.matches(of: /<table/).count == 3)
        #expect(page.matches(of: /href="[^"]*\/by-[^"]*"/).isEmpty)
    }

    @Test(arguments: [
        ("{agencey: 1}", "4:34: pages › fleet › select: records are not chosen by agencey. Did you mean \"agency\"?"),
        (
            "{agency: x}",
            "4:42: pages › fleet › select › agency: expected an id, or several such as [63, 17]: the number in the address of the page, "
                + "found \"x\". Correct the value, or remove the key to get its default."
        ),
        (
            "{in_space: maybe}",
            "4:44: pages › fleet › select › in_space: expected true or false, found \"maybe\". "
                + "Correct the value, or remove the key to get its default."
        ),
        (
            "{}",
            "4:33: pages › fleet › select: expected what the records of the page have in common, such as {agency: 63, in_space: true}, "
                + "found keys with values. Correct the value, or remove the key to get its default."
        ),
    ])
    func whatCannotBeChosenByIsAnErrorWithItsPlace(select: String, message: String) async throws {
        let folder = try await site("{{heading}}", "  fleet: {title: Fleet, select: \(select)}\n")
        let outcome = await build(folder)
        #expect(outcome.status == .configuration)
        #expect(outcome.diagnostics == ["hangar: error: ~/site/hangar.yml:" + message])
    }

    @Test func theConfigurationShowsIt() async throws {
        let folder = try await site(
            "{{heading}}", "  up: {title: Up, template: fleet, select: {in_space: true, agency: [501, 7], status: 6}}\n")
        let outcome = await Terminal(folder: folder).run(ConfigCommand.self, ["--site", folder("site")])
        #expect(
            outcome.output.contains("{up: {title: Up, template: fleet, select: {agency: [501, 7], status: 6, in_space: true}}}"))
    }
}
