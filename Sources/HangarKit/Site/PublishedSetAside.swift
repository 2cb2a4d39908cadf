import SiteGenerator
import Support

/// The records of a published site that are of an earlier date than the others, from its download of the craft.
struct PublishedSetAside {
    let output: String
    let files: FileAccess

    private var path: String { SiteFolder.join(output, "data/spacecraft.json") }

    /// One warning for each record. There are none when the site has no download.
    var diagnostics: [Diagnostic] {
        guard files.kind(path) == .file else { return [] }
        let bytes: [UInt8]
        do { bytes = try files.contents(path) } catch { return [] }
        let records = JSONDocument(ifReadable: bytes)?.root["set_aside"]?.elements ?? []
        return records.map { record in
            let id = record["id"]?.int.map { " \($0)" } ?? ""
            let name = record["name"]?.string.map { " (\($0))" } ?? ""
            let date = record["as_of"]?.string.map { "of \($0.prefix(10))" } ?? "of an earlier date"
            return Diagnostic(
                .warning, at: path, "\(record["kind"]?.string ?? "record")\(id)\(name) is \(date): the source's record cannot be used",
                remedy: "Report it to the source if it stays so.")
        }
    }
}
