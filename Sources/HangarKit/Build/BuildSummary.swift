import Publishing
import SiteGenerator
import TemplateEngine

/// The report at the end of a build.
struct BuildSummary {
    let output: String
    let report: PublishReport
    let pages: Int
    let seconds: Double
    /// Descriptions of everything that could not be shown.
    let skipped: [String]
    let warnings: [Diagnostic]

    func print(to console: Console) throws(Failure) {
        guard console.verbosity != .quiet else { return }
        if console.verbosity == .verbose {
            for path in report.written { try console.print("wrote \(path)") }
            for path in report.removed { try console.print("removed \(path)") }
        }
        try console.print(line)
        try console.print("Look at it: open \(SiteFolder.join(output, "index.html")) in a browser.")
    }

    /// `12 files written, 1 removed`
    var filesInWords: String {
        "\(report.written.count) \(report.written.count == 1 ? "file" : "files") written"
            + (report.removed.isEmpty ? "" : ", \(report.removed.count) removed")
    }

    /// Whether the site has news beyond the passing of time. The status of the site changes with every fetch, and once a day a new snapshot
    /// brings the time in space of craft that are there now.
    func isNews(afterNewSnapshot hasNewSnapshot: Bool) -> Bool {
        let written = report.written.count { $0 != SiteGenerator.statusPath }
        return !report.removed.isEmpty || (written > 0 && (!hasNewSnapshot || report.unchanged == 0))
    }

    /// `public: 187 pages in 203 files, 1.9 MB, in 0.12 s; 3 written, 200 unchanged; nothing skipped`
    private var line: String {
        let changes =
            [
                "\(report.written.count) written", "\(report.unchanged) unchanged",
                report.removed.isEmpty ? nil : "\(report.removed.count) removed",
            ].compactMap(\.self).joined(separator: ", ")
        let skips = skipped.isEmpty ? "nothing skipped" : "skipped: " + skipped.joined(separator: ", ")
        return
            "\(output): \(pages) pages in \(report.files) files, \(Self.size(report.bytes)), in \(Self.decimal(seconds, 2)) s; \(changes); \(skips)"
    }

    var json: TemplateObject {
        [
            "output": .text(output), "pages": .integer(pages), "files": .integer(report.files), "bytes": .integer(report.bytes),
            "seconds": .number(Self.decimal(seconds, 3)), "written": .list(report.written.map(TemplateValue.text)),
            "unchanged": .integer(report.unchanged), "removed": .list(report.removed.map(TemplateValue.text)),
            "skipped": .list(skipped.map(TemplateValue.text)), "warnings": .list(warnings.map(\.json)),
        ]
    }

    /// The size in decimal units, as for disks: 1 MB is 1,000,000 bytes.
    private static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1_000: "\(bytes) bytes"
        // A value that rounds to 1000.0 belongs to the next unit.
        case ..<999_950: "\(decimal(Double(bytes) / 1e3, 1)) kB"
        case ..<999_950_000: "\(decimal(Double(bytes) / 1e6, 1)) MB"
        default: "\(decimal(Double(bytes) / 1e9, 2)) GB"
        }
    }

    static func decimal(_ number: Double, _ digits: Int) -> String {
        let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
        let scaled = Int((number * Double(scale)).rounded())
        let fraction = String(scaled % scale)
        return "\(scaled / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}
