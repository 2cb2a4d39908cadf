import Foundation
import TemplateEngine
import Testing

@testable import SiteGenerator

/// The tables of Documentation/Data.md.
@Suite struct DataGuideTests {
    private static let tables = [
        AnyDownloadTable(Downloads.spacecraft), AnyDownloadTable(Downloads.configurations), AnyDownloadTable(Downloads.flights),
    ]

    @Test(arguments: ["spacecraft", "configurations", "flights"])
    func theGuideHasEachColumnWithItsTypeItsUnitItsSourceAndWhetherItMayBeNull(name: String) throws {
        let table = try #require(Self.tables.first { $0.name == name })
        let rows = try Self.rows(name)
        #expect(
            rows.map { Array($0.dropLast()) }
                == table.columns.map {
                    ["`\($0.name)`", Self.words($0.type), $0.unit?.rawValue ?? "", $0.isOptional ? "yes" : "no"]
                })
        for (row, column) in zip(rows, table.columns) {
            #expect(column.source.map { row[4].hasPrefix("`\($0)`") } ?? !row[4].isEmpty, "\(column.name): \(row[4])")
        }
    }

    @Test(arguments: ["spacecraft", "configurations", "flights"])
    func noOtherColumnIsNullInARegisterThatSaysLess(name: String) throws {
        let table = try #require(Self.tables.first { $0.name == name })
        var found: Set<String> = []
        for register in FieldRegisters(try Sample.exampleSite()).all {
            table.forEachRow(ViewContext(register.input)) { value in
                for (index, column) in table.columns.enumerated() where value(index) == .null { found.insert(column.name) }
            }
        }
        #expect(found.subtracting(table.columns.filter(\.isOptional).map(\.name)) == [])
    }

    @Test(arguments: Theme.standard.languages)
    func eachColumnHasAMeaningOnThePageOfTheDownloads(language: String) throws {
        let messages = try Words(.standard, language: language).messages
        let columns = Self.tables.flatMap(\.columns)
        #expect(columns.filter { messages.text(of: $0.meaningWords).isEmpty }.map(\.name) == [])
    }

    private static func words(_ type: ColumnType) -> String { type == .boolean ? "true or false" : type.rawValue }

    /// The rows of the table below a heading, as their cells.
    private static func rows(_ heading: String) throws -> [[String]] {
        let guide = ExpectedFiles.fixtures.appending(path: "../../Documentation/Data.md")
        let lines = try String(contentsOf: guide, encoding: .utf8).components(separatedBy: "\n")
        let start = try #require(lines.firstIndex(of: "### \(heading)"))
        return try lines[start...].drop { !$0.hasPrefix("|---") }.dropFirst().prefix { $0.hasPrefix("|") }.map { line in
            let cells = line.components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            try #require(cells.count == 7, "\(line)")
            return Array(cells[1...5])
        }
    }
}
