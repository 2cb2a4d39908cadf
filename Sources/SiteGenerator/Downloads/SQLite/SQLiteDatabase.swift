import CSQLite
import TemplateEngine

/// A database in memory that becomes the bytes of a file.
///
/// The same statements give the same bytes: nothing of a database's file depends on the time or on chance, and the number of SQLite's version
/// in its head is left out.
struct SQLiteDatabase: ~Copyable {
    private let handle: OpaquePointer

    init() throws(SQLiteError) { handle = try Self.open() }

    private static func open() throws(SQLiteError) -> OpaquePointer {
        var opened: OpaquePointer?
        let result = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
        guard let opened else { throw SQLiteError(what: "SQLite has no memory for a database") }
        // One block of memory can be read as it stands, in place of page by page. Nobody sees it before it is whole, so nothing need be undone.
        let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE)
        let settings = "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE"
        guard result == SQLITE_OK, sqlite3_deserialize(opened, "main", nil, 0, 0, flags) == SQLITE_OK,
            sqlite3_exec(opened, settings, nil, nil, nil) == SQLITE_OK
        else {
            let error = SQLiteError(of: opened)
            sqlite3_close_v2(opened)
            throw error
        }
        return opened
    }

    deinit { sqlite3_close_v2(handle) }

    /// Runs statements without results.
    func execute(_ statements: String) throws(SQLiteError) {
        guard sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK else { throw SQLiteError(of: handle) }
    }

    /// A statement to be run for each of many rows. It must not outlive the database.
    func prepare(_ statement: String) throws(SQLiteError) -> SQLiteStatement {
        var prepared: OpaquePointer?
        guard sqlite3_prepare_v2(handle, statement, -1, &prepared, nil) == SQLITE_OK, let prepared else { throw SQLiteError(of: handle) }
        return SQLiteStatement(handle: prepared, database: handle)
    }

    /// Appends the bytes of the file.
    func append(to output: inout OutputBuffer) throws(SQLiteError) {
        var size: sqlite3_int64 = 0
        guard let start = sqlite3_serialize(handle, "main", &size, UInt32(SQLITE_SERIALIZE_NOCOPY)), size >= Self.versionPlace.upperBound
        else { throw SQLiteError(what: "SQLite cannot give the bytes of the database") }
        let bytes = UnsafeBufferPointer(start: start, count: Int(size))
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[..<Self.versionPlace.lowerBound]))
        output.append(contentsOf: Array(repeating: 0, count: Self.versionPlace.count))
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[Self.versionPlace.upperBound...]))
    }

    /// Where a file has the number of the version of SQLite that wrote it last (https://www.sqlite.org/fileformat2.html, 1.3.18). It means
    /// nothing to a reader.
    private static let versionPlace = 96..<100

    /// The version of SQLite. Another one may lay out a file differently.
    static var version: String { String(cString: sqlite3_libversion()) }
}

/// A prepared statement.
struct SQLiteStatement: ~Copyable {
    fileprivate let handle: OpaquePointer
    fileprivate let database: OpaquePointer

    deinit { sqlite3_finalize(handle) }

    /// Runs the statement once.
    ///
    /// - Parameter values: the parameters in their order. A list becomes one text, `true` and `false` become 1 and 0.
    func run(_ values: [TemplateValue]) throws(SQLiteError) {
        for (index, value) in values.enumerated() {
            guard bind(value, at: Int32(index + 1)) == SQLITE_OK else { throw SQLiteError(of: database) }
        }
        let result = sqlite3_step(handle)
        guard result == SQLITE_DONE || result == SQLITE_ROW, sqlite3_reset(handle) == SQLITE_OK else { throw SQLiteError(of: database) }
    }

    private func bind(_ value: TemplateValue, at index: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, index)
        case .bool(let truth): return sqlite3_bind_int64(handle, index, truth ? 1 : 0)
        case .integer(let number): return sqlite3_bind_int64(handle, index, sqlite3_int64(number))
        case .number(let digits): return sqlite3_bind_double(handle, index, Double(digits) ?? 0)
        case .text, .html, .list, .object, .message:
            var text = CSV.text(value)
            return text.withUTF8 { hangar_sqlite_bind_text(handle, index, $0.baseAddress, Int32(clamping: $0.count)) }
        }
    }
}

/// Why a database could not be made.
struct SQLiteError: Error, Equatable {
    let what: String

    init(what: String) { self.what = what }

    /// The last error of a connection.
    init(of handle: OpaquePointer) { what = "SQLite says: " + String(cString: sqlite3_errmsg(handle)) }
}
