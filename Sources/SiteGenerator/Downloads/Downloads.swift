import Catalogue
import TemplateEngine

/// The files for download: each table in each format.
enum Downloads {
    static let formats = [DownloadFormat.json, .csv]

    /// `JSON and CSV`
    static let formatNames = TemplateValue.message(
        "formats.list_with_and", ["items": .list(formats.map { .text($0.fileExtension.uppercased()) })])

    static let kind = PageKind(fileKind: .feed, isShared: true) { plan in
        files(plan.model).map { file in
            var inputs = file.table.inputs(plan.inputs)
            inputs.add(file.table.modified(plan.model))
            return WrittenFile(Address.data + file.name, inputs: inputs) { file.format.append(file.table, $0, to: &$1) }
        }
    }

    struct File: Sendable {
        let table: AnyDownloadTable
        let format: DownloadFormat

        /// The file name, such as `spacecraft.csv`.
        var name: String { "\(table.name).\(format.fileExtension)" }
    }

    static func files(_ model: SiteModel) -> [File] {
        tables(model).flatMap { table in formats.map { File(table: table, format: $0) } }
    }

    /// The columns of the site's downloads for their description, each with the first table that has it. Each name occurs once.
    static func columns(_ model: SiteModel) -> [(table: String, name: String, form: DownloadForm)] {
        var seen: Set<String> = []
        return tables(model).flatMap { table in table.columns.map { (table.name, $0.name, $0.form) } }
            .filter { seen.insert($0.1).inserted }
    }

    /// The tables. Flights are included only when the catalogue has any.
    private static func tables(_ model: SiteModel) -> [AnyDownloadTable] {
        [.init(spacecraft), .init(configurations)] + (model.hasFlights ? [.init(flights)] : [])
    }
}

/// A form in which every table is written.
struct DownloadFormat: Sendable {
    /// The name in the description of the downloads.
    let name: String
    let fileExtension: String
    let append: @Sendable (AnyDownloadTable, ViewContext, inout OutputBuffer) -> Void

    func append(_ table: AnyDownloadTable, _ site: ViewContext, to output: inout OutputBuffer) { append(table, site, &output) }
}
