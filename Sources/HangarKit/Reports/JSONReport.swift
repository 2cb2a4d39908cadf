import Catalogue
import TemplateEngine

/// The one JSON object that a command with `--json` writes to standard output, whether it does its work or fails. The schemas are in
/// `Documentation/schemas`.
struct JSONReport {
    /// The version of the shapes of all reports. It changes when a member goes or changes its meaning, and not when one is added.
    static let formatVersion = 1

    /// The name of the command, such as `build`.
    let command: String
    let members: TemplateObject
    /// Why the command did not do its work.
    var failure: Failure?

    var json: [UInt8] {
        var report: TemplateObject = ["format_version": .integer(Self.formatVersion), "command": .text(command)]
        report = report.merging(members)
        if let failure { report["error"] = failure.json }
        return TemplateValue.object(report).json(pretty: true)
    }
}

extension Failure {
    /// The exit status and what is wrong, each with its place and remedy.
    var json: TemplateValue {
        .object([
            "status": .integer(Int(status.rawValue)), "problems": .list(diagnostics.map(\.json)),
            "try_again_at": .optional(tryAgainAt?.rfc3339),
        ])
    }
}

extension Diagnostic {
    /// The place and the remedy are empty texts where there is none.
    var json: TemplateValue { .object(["place": .text(place), "what": .text(what), "remedy": .text(remedy)]) }
}

extension Catalogue {
    var countsJSON: TemplateValue {
        .object([
            "spacecraft": .integer(spacecraft.count), "configurations": .integer(configurations.count),
            "agencies": .integer(agencies.count), "families": .integer(families.count), "pictures": .integer(images.count),
        ])
    }
}

extension TemplateValue {
    static func optional(_ text: String?) -> TemplateValue { text.map(TemplateValue.text) ?? .null }
}
