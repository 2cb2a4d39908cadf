import Catalogue
import TemplateEngine

/// The files for download: each table in each format, the tables together in one database, and the descriptions of all of them for machines.
enum Downloads {
    /// The version of the shapes of the files in JSON and SQLite. It changes when a column or a member goes or changes its meaning, and not
    /// when one is added.
    static let formatVersion = 1

    static let formats = [DownloadFormat.json, .csv]

    /// `JSON, CSV, and SQLite`
    static let formatNames = TemplateValue.message(
        "formats.list_with_and",
        ["items": .list(formats.map { .text($0.fileExtension.uppercased()) } + [.text(SQLiteDownload.formatName)])])

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

    /// The tables with files of their own. Flights are included only when the catalogue has any.
    static func tables(_ model: SiteModel) -> [AnyDownloadTable] {
        [.init(spacecraft), .init(configurations)] + (model.hasFlights ? [.init(flights)] : [])
    }

    /// Whether a table has files of its own on every site that refers to it.
    static func isFile(_ table: String) -> Bool { [spacecraft.name, configurations.name].contains(table) }

    /// The tables that are only in the database.
    static let lookupTables: [AnyDownloadTable] = [
        .init(agencies), .init(families), .init(configurationFamilies), .init(types), .init(statuses),
    ]
}

/// A form in which every table is written.
struct DownloadFormat: Sendable {
    /// The name in the description of the downloads.
    let name: String
    let fileExtension: String
    let append: @Sendable (AnyDownloadTable, ViewContext, inout OutputBuffer) -> Void

    func append(_ table: AnyDownloadTable, _ site: ViewContext, to output: inout OutputBuffer) { append(table, site, &output) }
}

extension WrittenFile {
    /// A description of the downloads, as a file in JSON beside them.
    static func description(_ name: String, _ content: @escaping @Sendable (ViewContext) -> TemplateObject) -> WrittenFile {
        WrittenFile(Address.data + name, inputs: InputHash()) { site, output in
            TemplateValue.object(content(site)).appendJSON(pretty: true, messages: site.messages, to: &output)
        }
    }
}
