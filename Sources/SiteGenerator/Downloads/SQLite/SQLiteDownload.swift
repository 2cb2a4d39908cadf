import Catalogue
import TemplateEngine

/// All tables in one SQLite file, connected by keys: `spacecraft.sqlite`.
///
/// Each table has the columns that are its own. Its view (`spacecraft_view`) has the columns of the CSV file. `spacecraft_fts` is the full
/// text of the craft, `columns` says what each column holds, `about` where the data comes from.
enum SQLiteDownload {
    static let fileName = "spacecraft.sqlite"
    static let formatName = "SQLite"

    static let kind = PageKind(fileKind: .feed, isShared: true) { plan in
        var inputs = plan.inputs.everything
        inputs.add(SQLiteDatabase.version)
        let address = Address.data + fileName
        return [
            WrittenFile(address, inputs: inputs) { (site, output) throws(RenderError) in
                do throws(SQLiteError) {
                    try append(site, to: &output)
                } catch {
                    throw RenderError(
                        file: address, what: error.what, remedy: "Look whether there is memory, and whether SQLite has FTS5 compiled in")
                }
            }
        ]
    }

    /// Its tables, each after those to which it refers.
    static func tables(_ model: SiteModel) -> [AnyDownloadTable] {
        let others = Downloads.lookupTables.filter { $0.name != Downloads.configurationFamilies.name }
        let files = Downloads.tables(model)
        return others + files.filter { $0.name == Downloads.configurations.name } + [.init(Downloads.configurationFamilies)]
            + files.filter { $0.name != Downloads.configurations.name }
    }

    private static func append(_ site: ViewContext, to output: inout OutputBuffer) throws(SQLiteError) {
        let tables = tables(site.model)
        let schema = SQLiteSchema(tables: tables)
        let database = try SQLiteDatabase()
        try database.execute("PRAGMA user_version = \(Downloads.formatVersion); BEGIN")
        for statement in schema.createTables + [columnsTable, aboutTable, fullText] + fullTextSettings { try database.execute(statement) }
        for table in tables { try fill(table, of: database, site) }
        try fillColumns(tables, of: database, site)
        try fillAbout(of: database, site)
        // One segment in place of several, which is searched faster and does not depend on how they came about.
        try database.execute("INSERT INTO \(fullTextName)(\(fullTextName)) VALUES ('optimize')")
        try database.execute("DELETE FROM \(fullTextName)_config WHERE k IN ('automerge', 'hashsize')")
        for statement in schema.createIndexes + schema.createViews { try database.execute(statement) }
        try database.execute("COMMIT")
        try database.append(to: &output)
    }

    private static func fill(
        _ table: AnyDownloadTable, of database: borrowing SQLiteDatabase, _ site: ViewContext
    ) throws(SQLiteError) {
        let columns = SQLiteSchema.ownColumns(of: table)
        let insert = try database.prepare(SQLiteSchema.insert(into: table))
        let isSearched = table.name == Downloads.spacecraft.name
        let searched =
            isSearched ? fullTextColumns.compactMap { name in columns.firstIndex { table.columns[$0].name == name } } : []
        let insertText = try database.prepare(SQLiteSchema.insert(into: fullTextName, ["rowid"] + fullTextColumns))
        var failure: SQLiteError?
        table.forEachRow(site) { value in
            guard failure == nil else { return }
            do throws(SQLiteError) {
                let values = columns.map(value)
                try insert.run(values)
                if isSearched { try insertText.run([values[0]] + searched.map { values[$0] }) }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    private static let fullTextName = "spacecraft_fts"
    private static let fullTextColumns = ["name", "serial_number", "description"]
    /// It holds the index alone: the texts are those of the table.
    private static let fullText = """
        CREATE VIRTUAL TABLE \(fullTextName) USING fts5(\(fullTextColumns.joined(separator: ", ")), \
        content="\(Downloads.spacecraft.name)", content_rowid="id", tokenize="unicode61 remove_diacritics 2")
        """

    /// The index is written once, when all texts are in memory, and not in parts that are then merged: that takes a third less time. The file
    /// keeps no word of it, so that those who change it have the settings that SQLite has by itself.
    private static let fullTextSettings = [("automerge", 0), ("hashsize", 1 << 26)].map { name, value in
        "INSERT INTO \(fullTextName)(\(fullTextName), rank) VALUES ('\(name)', \(value))"
    }

    private static let columnsTable = """
        CREATE TABLE columns (
          table_name TEXT NOT NULL,
          column_name TEXT NOT NULL,
          type TEXT NOT NULL,
          unit TEXT,
          is_optional INTEGER NOT NULL CHECK (is_optional IN (0, 1)),
          source TEXT,
          meaning TEXT NOT NULL,
          PRIMARY KEY (table_name, column_name)
        )
        """

    /// What each column holds: those of the tables, and those that a view has beside them.
    private static func fillColumns(
        _ tables: [AnyDownloadTable], of database: borrowing SQLiteDatabase, _ site: ViewContext
    ) throws(SQLiteError) {
        let insert = try database.prepare(
            SQLiteSchema.insert(
                into: "columns", ["table_name", "column_name", "type", "unit", "is_optional", "source", "meaning"]))
        for table in tables {
            for column in table.columns {
                try insert.run([
                    .text(column.join == nil ? table.name : SQLiteSchema.view(of: table)), .text(column.name), .text(column.type.rawValue),
                    .optional(column.unit?.symbol), .bool(column.isOptional), .optional(column.source),
                    .text(site.text(column.meaningWords)),
                ])
            }
        }
    }

    private static let aboutTable = "CREATE TABLE about (name TEXT PRIMARY KEY NOT NULL, value TEXT)"

    private static func fillAbout(of database: borrowing SQLiteDatabase, _ site: ViewContext) throws(SQLiteError) {
        let (input, settings) = (site.model.input, site.model.settings)
        let rows: [(String, TemplateValue)] = [
            ("title", .text(site.model.title)), ("source", .text(DataSource.name)), ("source_url", .text(input.sourceURL)),
            ("changed_at", .optional(site.model.dates.newest?.rfc3339)), ("about", .text(settings.baseURL + Address.data)),
            ("terms", .text(settings.baseURL + DataView.terms)),
        ]
        let insert = try database.prepare(SQLiteSchema.insert(into: "about", ["name", "value"]))
        for (name, value) in rows { try insert.run([.text(name), value]) }
    }
}
