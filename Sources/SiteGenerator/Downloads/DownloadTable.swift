import Catalogue
import TemplateEngine

/// A table for download, in Hangar's own derived form. Each column is declared once, for all formats and for the description.
struct DownloadTable<Row>: Sendable {
    struct Column: Sendable {
        let name: String
        let form: DownloadForm
        let value: @Sendable (Row, ViewContext) -> TemplateValue

        init(_ name: String, _ form: DownloadForm, _ value: @escaping @Sendable (Row, ViewContext) -> TemplateValue) {
            self.name = name
            self.form = form
            self.value = value
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
    let columns: [Column]
}

/// The form of the values in a column. The words `data.form` describe each.
enum DownloadForm: String {
    case integer
    case text
    case address
    case texts
    case bool
    case optionalInteger = "optional_integer"
    case optionalNumber = "optional_number"
    case optionalText = "optional_text"
    case optionalBool = "optional_bool"
    case optionalDate = "optional_date"
    case optionalTime = "optional_time"
}

/// A table as the formats see it. It hides the type of the rows.
struct AnyDownloadTable: Sendable {
    let name: String
    let columns: [(name: String, form: DownloadForm)]
    let modified: @Sendable (SiteModel) -> Timestamp?
    let inputs: @Sendable (PageInputs) -> InputHash
    private let rowCount: @Sendable (Catalogue) -> Int
    private let eachRow: @Sendable (ViewContext, (_ value: (_ column: Int) -> TemplateValue) -> Void) -> Void

    init<Row>(_ table: DownloadTable<Row>) {
        name = table.name
        columns = table.columns.map { ($0.name, $0.form) }
        modified = table.modified
        inputs = table.inputs
        rowCount = table.count
        eachRow = { site, body in
            table.forEachRow(site.model.catalogue) { row in body { table.columns[$0].value(row, site) } }
        }
    }

    func count(_ model: SiteModel) -> Int { rowCount(model.catalogue) }

    /// Calls `body` for each row. The function that `body` receives gives the row's values by their column numbers.
    func forEachRow(_ site: ViewContext, _ body: (_ value: (_ column: Int) -> TemplateValue) -> Void) { eachRow(site, body) }
}
