import Catalogue
import TemplateEngine

/// A table for download, in Hangar's own derived form. Each column is declared once, for all formats and descriptions.
struct DownloadTable<Row>: Sendable {
    struct Column: Sendable {
        /// The name, the type and so on. The meaning is empty where it is that of the table's name and the column's.
        let column: DownloadColumn
        let value: @Sendable (Row, ViewContext) -> TemplateValue

        /// - Parameters:
        ///   - source: see ``DownloadColumn/source``.
        ///   - join: see ``DownloadColumn/join``.
        ///   - meaning: the name of its text, where it is not `table.column`.
        init(
            _ name: String, _ type: ColumnType, from source: String? = nil, in unit: ColumnUnit? = nil, isOptional: Bool = false,
            key: ColumnKey? = nil, join: String? = nil, meaning: String = "",
            _ value: @escaping @Sendable (Row, ViewContext) -> TemplateValue
        ) {
            column = DownloadColumn(
                name: name, type: type, isOptional: isOptional, unit: unit, source: source, key: key, join: join, meaning: meaning)
            self.value = value
        }

        /// A column that may have no value.
        static func optional(
            _ name: String, _ type: ColumnType, from source: String? = nil, in unit: ColumnUnit? = nil, key: ColumnKey? = nil,
            join: String? = nil, meaning: String = "", _ value: @escaping @Sendable (Row, ViewContext) -> TemplateValue
        ) -> Column {
            Column(name, type, from: source, in: unit, isOptional: true, key: key, join: join, meaning: meaning, value)
        }
    }

    /// The name of the table, such as `spacecraft`.
    let name: String
    let count: @Sendable (Catalogue) -> Int
    let forEachRow: @Sendable (Catalogue, (Row) -> Void) -> Void
    /// The last change of what the table holds.
    let modified: @Sendable (SiteModel) -> Timestamp?
    /// What the table is made from.
    let inputs: @Sendable (PageInputs) -> InputHash
    /// In the SQLite file: the other tables beside this one in its view, as a clause of SQL. Nil for a table without a view.
    var joins: String?
    let columns: [Column]
}

/// A table as the formats see it. It hides the type of the rows.
struct AnyDownloadTable: Sendable {
    let name: String
    let columns: [DownloadColumn]
    let joins: String?
    let modified: @Sendable (SiteModel) -> Timestamp?
    let inputs: @Sendable (PageInputs) -> InputHash
    private let rowCount: @Sendable (Catalogue) -> Int
    private let eachRow: @Sendable (ViewContext, (_ value: (_ column: Int) -> TemplateValue) -> Void) -> Void

    init<Row>(_ table: DownloadTable<Row>) {
        name = table.name
        columns = Self.columns(of: table)
        joins = table.joins
        modified = table.modified
        inputs = table.inputs
        rowCount = table.count
        eachRow = { site, body in
            table.forEachRow(site.model.catalogue) { row in body { table.columns[$0].value(row, site) } }
        }
    }

    private static func columns<Row>(of table: DownloadTable<Row>) -> [DownloadColumn] {
        table.columns.map { declared in
            let column = declared.column
            return DownloadColumn(
                name: column.name, type: column.type, isOptional: column.isOptional, unit: column.unit, source: column.source,
                key: column.key, join: column.join, meaning: column.meaning.isEmpty ? "\(table.name).\(column.name)" : column.meaning)
        }
    }

    /// The names of the columns by which a row is known.
    var primaryKey: [String] { columns.filter { $0.key?.isPrimary == true }.map(\.name) }

    /// The columns that have the ids of another table with files of its own.
    var foreignKeys: [(column: String, table: String)] {
        columns.compactMap { column in
            column.key?.table.flatMap { Downloads.isFile($0) ? (column: column.name, table: $0) : nil }
        }
    }

    func count(_ model: SiteModel) -> Int { rowCount(model.catalogue) }

    /// Calls `body` for each row. The function that `body` receives gives the row's values by their column numbers.
    func forEachRow(_ site: ViewContext, _ body: (_ value: (_ column: Int) -> TemplateValue) -> Void) { eachRow(site, body) }
}
