import TemplateEngine

/// One column of a table for download, as all formats and descriptions see it.
struct DownloadColumn: Sendable {
    let name: String
    let type: ColumnType
    /// Whether a row may have no value here: null in JSON and SQLite, an empty field in CSV.
    let isOptional: Bool
    let unit: ColumnUnit?
    /// The field of the source's record from which the value comes, by its path: `spacecraft_config.family[].name`. Nil for what this
    /// site adds.
    let source: String?
    let key: ColumnKey?
    /// For a column that is another table's: how the SQLite file finds it. That table has no such column, its view has.
    let join: String?
    /// The name of its text among the words `data.meaning`.
    let meaning: String

    /// Whether each row has a value here in CSV too, which cannot tell a list without texts from no list.
    var isRequired: Bool { !isOptional && type != .texts }

    /// What it holds, in words.
    var meaningWords: TemplateValue { .message("data.meaning", ["column": .text(meaning)]) }
}

/// The type of a column's values. The words `data.type` name each.
enum ColumnType: String, Sendable, CaseIterable {
    case integer
    case number
    case text
    /// Several texts: a list in JSON, one text with `; ` between them in CSV and SQLite.
    case texts
    /// A complete address.
    case address
    case boolean
    /// A day, `1966-11-28`.
    case date
    /// A moment in UTC by RFC 3339, `1966-11-28T11:00:00Z`.
    case time

    var words: TemplateValue { .message("data.type", ["type": .text(rawValue)]) }
}

/// The unit of a column's numbers.
enum ColumnUnit: String, Sendable, CaseIterable {
    case seconds
    case metres
    case kilograms

    /// The symbol of the International System of Units.
    var symbol: String {
        switch self {
        case .seconds: "s"
        case .metres: "m"
        case .kilograms: "kg"
        }
    }

    /// The code of UN/CEFACT Recommendation 20, which schema.org uses.
    var code: String {
        switch self {
        case .seconds: "SEC"
        case .metres: "MTR"
        case .kilograms: "KGM"
        }
    }

    var words: TemplateValue { .message("data.unit", ["unit": .text(rawValue), "symbol": .text(symbol)]) }
}

/// The part that a column has in what connects tables.
enum ColumnKey: Sendable, Equatable {
    /// The values of these columns together occur in one row only.
    case primary
    /// The `id` of a row of the named table.
    case foreign(table: String)
    /// Both.
    case primaryAndForeign(table: String)

    var isPrimary: Bool { if case .foreign = self { false } else { true } }

    /// The table to which it leads.
    var table: String? {
        switch self {
        case .primary: nil
        case .foreign(let table), .primaryAndForeign(let table): table
        }
    }
}
