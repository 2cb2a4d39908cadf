import CSQLite
import Testing

@testable import Catalogue
@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct SQLiteDownloadTests {
    private static let path = "data/spacecraft.sqlite"

    private func database(_ input: SiteInput) throws -> (database: OpenedDatabase, site: Rendered) {
        let site = try Rendered(input)
        return (try OpenedDatabase(#require(site.files[Self.path])), site)
    }

    @Test func theFileIsWholeAndEachReferenceLeadsToARow() throws {
        for input in [try Sample.input(), try Sample.inputWithFlights(), try Sample.input({ $0 = CatalogueContents() }, history: [])] {
            let (database, _) = try database(input)
            #expect(database.rows("PRAGMA integrity_check") == [["ok"]])
            #expect(database.rows("PRAGMA foreign_key_check") == [])
            #expect(database.rows("PRAGMA user_version") == [["1"]])
        }
    }

    @Test func theTablesAndViewsAreThoseOfTheRegister() throws {
        let names =
            "SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'spacecraft_fts_%' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        let (database, _) = try database(Sample.inputWithFlights())
        #expect(
            database.rows(names.replacing("?", with: "'table'")).flatMap(\.self) == [
                "about", "agencies", "columns", "configuration_families", "configurations", "families", "flights", "spacecraft",
                "spacecraft_fts", "statuses", "types",
            ])
        #expect(
            database.rows(names.replacing("?", with: "'view'")).flatMap(\.self) == [
                "configurations_view", "flights_view", "spacecraft_view",
            ])
        let without = try self.database(Sample.input()).database
        #expect(without.rows("SELECT name FROM sqlite_schema WHERE name LIKE 'flights%'") == [])
    }

    /// A view joins what the CSV file has in one table.
    @Test(arguments: ["spacecraft", "configurations", "flights"])
    func theViewHasTheColumnsAndRowsOfTheCSVFile(table: String) throws {
        let (database, site) = try database(Sample.inputWithFlights())
        var csv = CSVFile.records(site["data/\(table).csv"])
        let columns = csv.removeFirst()
        #expect(database.rows("SELECT name FROM pragma_table_info('\(table)_view')").flatMap(\.self) == columns)
        let booleans = Set(database.rows("SELECT column_name FROM columns WHERE type = 'boolean'").flatMap(\.self))
        let numbers = Set(database.rows("SELECT column_name FROM columns WHERE type = 'number'").flatMap(\.self))
        let rows = database.rows("SELECT * FROM \(table)_view").map { row in
            zip(columns, row).map { column, value in
                if booleans.contains(column) { return value == "1" ? "true" : value == "0" ? "false" : value }
                return numbers.contains(column) ? value : value.hasPrefix("=") || value.hasPrefix("+") ? "'" + value : value
            }
        }
        // A view has no order of its own.
        #expect(rows.sorted { $0.lexicographicallyPrecedes($1) } == csv.sorted { $0.lexicographicallyPrecedes($1) })
    }

    @Test func eachColumnIsDescribedOnceWithItsUnitAndField() throws {
        let (database, _) = try database(Sample.inputWithFlights())
        #expect(
            database.rows("SELECT * FROM columns WHERE column_name = 'time_in_space_seconds'") == [
                [
                    "spacecraft", "time_in_space_seconds", "integer", "s", "1", "time_in_space",
                    "time in space in seconds, in whole days or hours while it goes on; empty where it is not recorded",
                ]
            ])
        #expect(
            database.rows(
                """
                SELECT t.name || '.' || c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
                WHERE t.type = 'table' AND t.name NOT LIKE '%fts%' AND t.name NOT IN ('columns', 'about')
                EXCEPT SELECT table_name || '.' || column_name FROM columns
                """) == [])
        #expect(database.rows("SELECT value FROM about WHERE name = 'source_url'") == [["https://ll.example.org/2.3.0/"]])
    }

    @Test(arguments: [("heron", [551]), ("LARK", [126]), ("fourth", [126])] as [(String, [Int])])
    func craftAreFoundByTheWordsOfTheirNamesAndDescriptions(words: String, some: [Int]) throws {
        let (database, _) = try database(Sample.input())
        let found = database.rows("SELECT rowid FROM spacecraft_fts WHERE spacecraft_fts MATCH '\(words)' ORDER BY rowid").flatMap(\.self)
        let expected = database.rows(
            "SELECT id FROM spacecraft WHERE name || ' ' || coalesce(serial_number, '') || ' ' || coalesce(description, '') LIKE '%\(words)%' ORDER BY id"
        ).flatMap(\.self)
        #expect(found == expected)
        for id in some { #expect(found.contains("\(id)"), "\(found)") }
    }

    @Test func theSameRecordsGiveTheSameBytes() throws {
        #expect(try Rendered(Sample.inputWithFlights()).files[Self.path] == Rendered(Sample.inputWithFlights()).files[Self.path])
    }

    /// Nothing in the file says which SQLite wrote it, or when.
    @Test func theHeadHasAFixedSizeOfPagesAndNoVersion() throws {
        let bytes = try #require(try Rendered.sample().files[Self.path])
        #expect(Array(bytes[16..<18]) == [0x10, 0])
        #expect(Array(bytes[96..<100]) == [0, 0, 0, 0])
    }

    @Test func whatSQLiteRefusesIsAnErrorInItsWords() throws {
        let database = try SQLiteDatabase()
        #expect(throws: SQLiteError(what: "SQLite says: no such table: missing")) { try database.execute("DELETE FROM missing") }
        #expect(throws: SQLiteError(what: "SQLite says: no such table: missing")) {
            _ = try database.prepare("INSERT INTO missing VALUES (?)")
            return
        }
    }
}

/// A database of given bytes, for reading.
private final class OpenedDatabase {
    private let handle: OpaquePointer

    struct Unreadable: Error {}

    init(_ bytes: [UInt8]) throws {
        var opened: OpaquePointer?
        guard sqlite3_open(":memory:", &opened) == SQLITE_OK, let opened else { throw Unreadable() }
        handle = opened
        guard let memory = sqlite3_malloc64(UInt64(bytes.count)) else { throw Unreadable() }
        let size = sqlite3_int64(bytes.count)
        let copy = memory.assumingMemoryBound(to: UInt8.self)
        copy.update(from: bytes, count: bytes.count)
        guard sqlite3_deserialize(handle, "main", copy, size, size, UInt32(SQLITE_DESERIALIZE_FREEONCLOSE)) == SQLITE_OK else {
            throw Unreadable()
        }
    }

    deinit { sqlite3_close_v2(handle) }

    /// The rows of a query as texts. Null is an empty text.
    func rows(_ query: String) -> [[String]] {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, query, -1, &statement, nil) == SQLITE_OK else {
            Issue.record("\(query): \(String(cString: sqlite3_errmsg(handle)))")
            return []
        }
        defer { sqlite3_finalize(statement) }
        var rows: [[String]] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            rows.append((0..<sqlite3_column_count(statement)).map { sqlite3_column_text(statement, $0).map { String(cString: $0) } ?? "" })
        }
        return rows
    }
}

/// Reads RFC 4180.
private enum CSVFile {
    static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var (record, field, isQuoted): ([String], String, Bool) = ([], "", false)
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"" where isQuoted && rest.first == "\"":
                field.unicodeScalars.append("\"")
                rest.removeFirst()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                record.append(field)
                field = ""
            case "\r" where !isQuoted: continue
            case "\n" where !isQuoted:
                records.append(record + [field])
                (record, field) = ([], "")
            default: field.unicodeScalars.append(scalar)
            }
        }
        return records
    }
}
