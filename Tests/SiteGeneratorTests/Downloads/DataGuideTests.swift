import Foundation
import TemplateEngine
import Testing

@testable import SiteGenerator

/// The tables of Documentation/Data.md.
@Suite struct DataGuideTests {
    private struct Row: Equatable, CustomStringConvertible {
        let column: String
        let type: String
        let unit: String
        let null: String

        var description: String { "\(column): \(type), \(unit.isEmpty ? "-" : unit), null \(null)" }
    }

    private static let tables = [
        AnyDownloadTable(Downloads.spacecraft), AnyDownloadTable(Downloads.configurations), AnyDownloadTable(Downloads.flights),
    ]

    @Test(arguments: ["spacecraft", "configurations", "flights"])
    func theGuideHasEachColumnWithItsTypeItsUnitAndWhetherItMayBeNull(name: String) throws {
        let table = try #require(Self.tables.first { $0.name == name })
        let nullable = try Self.nullable(table)
        let expected = table.columns.enumerated().map { index, column in
            Row(
                column: column.name, type: Self.type(column.form), unit: Self.unit(column.name),
                null: nullable.contains(index) ? "yes" : "no")
        }
        #expect(try Self.rows(name) == expected)
    }

    @Test(arguments: Theme.standard.languages)
    func eachColumnHasAMeaningOnThePageOfTheDownloads(language: String) throws {
        let messages = try Words(.standard, language: language).messages
        let columns = Downloads.columns(SiteModel(try Sample.inputWithFlights()))
        let without = columns.filter { messages.text(of: .message("data.meaning", ["column": .text("\($0.table).\($0.name)")])).isEmpty }
        #expect(without.map(\.name) == [])
        #expect(columns.contains { $0.table == "flights" })
    }

    /// The columns in which a register that says more or less than the example has null.
    private static func nullable(_ table: AnyDownloadTable) throws -> Set<Int> {
        var found: Set<Int> = []
        for register in FieldRegisters(try Sample.exampleSite()).all {
            table.forEachRow(ViewContext(register.input)) { value in
                for index in table.columns.indices where value(index) == .null { found.insert(index) }
            }
        }
        return found
    }

    private static func type(_ form: DownloadForm) -> String {
        switch form {
        case .integer, .optionalInteger: "integer"
        case .text, .optionalText: "text"
        case .address: "address"
        case .texts: "texts"
        case .bool, .optionalBool: "true or false"
        case .optionalNumber: "number"
        case .optionalDate: "date"
        case .optionalTime: "time"
        }
    }

    private static func unit(_ column: String) -> String {
        [("_seconds", "seconds"), ("_m", "metres"), ("_kg", "kilograms")].first { column.hasSuffix($0.0) }?.1 ?? ""
    }

    /// The rows of the table below a heading, each with a source.
    private static func rows(_ heading: String) throws -> [Row] {
        let guide = ExpectedFiles.fixtures.appending(path: "../../Documentation/Data.md")
        let lines = try String(contentsOf: guide, encoding: .utf8).components(separatedBy: "\n")
        let start = try #require(lines.firstIndex(of: "### \(heading)"))
        return try lines[start...].drop { !$0.hasPrefix("|---") }.dropFirst().prefix { $0.hasPrefix("|") }.map { line in
            let cells = line.components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            try #require(cells.count == 7 && !cells[5].isEmpty, "\(line)")
            return Row(column: cells[1].trimmingCharacters(in: ["`"]), type: cells[2], unit: cells[3], null: cells[4])
        }
    }
}
