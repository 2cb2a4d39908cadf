/// The statements that make the tables of the database, from the columns of the tables for download.
struct SQLiteSchema {
    let tables: [AnyDownloadTable]

    /// `CREATE TABLE` for each table: the columns that are its own, with their keys.
    var createTables: [String] { tables.map(createTable) }

    /// The view of each table that has one: with all its columns, also those that are other tables'.
    var createViews: [String] {
        tables.compactMap { table in
            table.joins.map { joins in
                let columns = table.columns.map { "\($0.join ?? "\(table.name).\($0.name)") AS \($0.name)" }
                return "CREATE VIEW \(Self.view(of: table)) AS SELECT \(columns.joined(separator: ", ")) FROM \(table.name) \(joins)"
            }
        }
    }

    /// An index for each reference, so that it can be followed back.
    var createIndexes: [String] {
        tables.flatMap { table in
            table.columns.filter { $0.key?.table != nil }.map {
                "CREATE INDEX \(table.name)_\($0.name) ON \(table.name)(\($0.name))"
            }
        }
    }

    static func view(of table: AnyDownloadTable) -> String { table.name + "_view" }

    /// The numbers of the columns that the table has in the database.
    static func ownColumns(of table: AnyDownloadTable) -> [Int] { table.columns.indices.filter { table.columns[$0].join == nil } }

    static func insert(into table: AnyDownloadTable) -> String {
        insert(into: table.name, ownColumns(of: table).map { table.columns[$0].name })
    }

    static func insert(into table: String, _ columns: [String]) -> String {
        "INSERT INTO \(table)(\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
    }

    private func createTable(_ table: AnyDownloadTable) -> String {
        let key = table.primaryKey
        var lines = Self.ownColumns(of: table).map { number in
            let column = table.columns[number]
            return "\(column.name) \(Self.type(of: column))" + (key == [column.name] ? " PRIMARY KEY" : "")
                + (column.isOptional ? "" : " NOT NULL") + (column.type == .boolean ? " CHECK (\(column.name) IN (0, 1))" : "")
                + (column.key?.table.map { " REFERENCES \($0)(id)" } ?? "")
        }
        if key.count > 1 { lines.append("PRIMARY KEY (\(key.joined(separator: ", ")))") }
        return "CREATE TABLE \(table.name) (\n  \(lines.joined(separator: ",\n  "))\n)"
    }

    private static func type(of column: DownloadColumn) -> String {
        switch column.type {
        case .integer, .boolean: "INTEGER"
        case .number: "REAL"
        case .text, .texts, .address, .date, .time: "TEXT"
        }
    }
}
