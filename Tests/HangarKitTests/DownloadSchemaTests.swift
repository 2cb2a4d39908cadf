import Foundation
import TestSupport
import Testing

@testable import HangarKit

/// The downloads that a site publishes are as the schemas beside them say.
@Suite struct DownloadSchemaTests {
    /// A site with flights, by the paths of its files.
    private func site() async throws -> TemporaryFolder {
        let site = try OracleSite()
        try site.write()
        let outcome = await Terminal().build(site.folder("site"), to: site.folder("public"))
        try #require(outcome.status == .done, "\(outcome)")
        return site.folder
    }

    @Test(arguments: ["spacecraft", "configurations", "flights"])
    func aTableIsAsItsSchemaSaysAndHasNoColumnThatItDoesNotName(table: String) async throws {
        let folder = try await site()
        let text = try folder.text("public/data/\(table).json")
        let schemaText = try folder.text("public/data/\(table).schema.json")
        let schema = try JSONSchema(text: schemaText)
        #expect(try schema.faults(in: text) == [])
        #expect(
            try schema.faults(in: text.replacing("\"id\":", with: "\"number\":", maxReplacements: 1)) == ["$.\(table)[0].id: is missing"])
        #expect(
            try schema.faults(in: text.replacing("\"format_version\": 1", with: "\"format_version\": 2")) == ["$.format_version: is not 1"])
        #expect(try Self.keys(text, table).sorted() == Self.properties(schemaText, table).sorted())
        #expect(text.contains("\"$schema\": \"https://register.example/data/\(table).schema.json\""))
        #expect(schemaText.contains("\"$id\": \"https://register.example/data/\(table).schema.json\""))
    }

    @Test func theRecordOfEachCraftIsAsItsSchemaSays() async throws {
        let folder = try await site()
        let schema = try JSONSchema(text: folder.text("public/data/spacecraft-record.schema.json"))
        let records = try folder.files(in: "public/spacecraft").keys.filter { $0.hasSuffix("index.json") }.sorted()
        #expect(records.count > 10)
        for record in records { #expect(try schema.faults(in: folder.text("public/spacecraft/\(record)")) == [], "\(record)") }
    }

    @Test func theFilesOfTheScriptsAreAsTheirSchemasSay() async throws {
        let folder = try await site()
        let search = try JSONSchema(text: folder.text("public/data/search.schema.json"))
        let index = try folder.text("public/data/search.json")
        #expect(try search.faults(in: index) == [])
        #expect(try search.faults(in: index.replacing("\"version\":2", with: "\"version\":3")) == ["$.version: is not 2"])
        #expect(
            try search.faults(in: index.replacing("\"spacecraft\":[[", with: "\"spacecraft\":[[],[")) == [
                "$.spacecraft[0]: has fewer than 11 items"
            ])
        let status = try JSONSchema(text: folder.text("public/data/status.schema.json"))
        let file = try folder.text("public/status.json")
        #expect(try status.faults(in: file) == [])
        #expect(try status.faults(in: file.replacing("\"pictures\"", with: "\"images\"")) == ["$.counts.pictures: is missing"])
    }

    /// Who has read one of the two can read the other.
    @Test func theRecordOfACraftIsItsRowOfTheTable() async throws {
        let folder = try await site()
        let row = try #require(folder.text("public/data/spacecraft.json").split(separator: "\n").first { $0.contains("{\"id\":") })
        let object = row.trimmingCharacters(in: CharacterSet(charactersIn: " ,"))
        let url = try #require(object.firstMatch(of: #/"url":"https://register.example/([^"]*)"/#)?.1)
        #expect(try folder.text("public/\(url)index.json").contains("\n  \"spacecraft\": \(object),\n  \"flights\": ["))
        #expect(
            try folder.text("public/\(url)index.html").contains(
                "<link rel=\"alternate\" href=\"../../\(url)index.json\" type=\"application/json\" title=\"This record as JSON\">"))
    }

    /// All that describes the columns of a file names the same, in the order of the file.
    @Test(arguments: ["spacecraft", "configurations", "flights"])
    func theDescriptionsNameTheColumnsOfTheCSVFile(table: String) async throws {
        let folder = try await site()
        let header = try #require(folder.text("public/data/\(table).csv").split(separator: "\r\n").first).split(separator: ",").map(
            String.init)
        let package = try Self.object(folder.text("public/data/datapackage.json"))
        let resources = package["resources"] as? [[String: Any]] ?? []
        let resource = try #require(resources.first { $0["path"] as? String == "\(table).csv" })
        #expect(((resource["schema"] as? [String: Any])?["fields"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == header)
        let metadata = try Self.object(folder.text("public/data/csv-metadata.json"))
        let tables = metadata["tables"] as? [[String: Any]] ?? []
        let described = try #require(tables.first { $0["url"] as? String == "\(table).csv" })
        #expect(
            ((described["tableSchema"] as? [String: Any])?["columns"] as? [[String: Any]])?.compactMap { $0["titles"] as? String } == header
        )
    }

    private static func object(_ text: String) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }

    private static func keys(_ text: String, _ table: String) throws -> [String] {
        (try object(text)[table] as? [[String: Any]])?.first.map { Array($0.keys) } ?? []
    }

    private static func properties(_ schema: String, _ table: String) throws -> [String] {
        let rows = (try object(schema)["properties"] as? [String: Any])?[table] as? [String: Any]
        return ((rows?["items"] as? [String: Any])?["properties"] as? [String: Any]).map { Array($0.keys) } ?? []
    }
}
