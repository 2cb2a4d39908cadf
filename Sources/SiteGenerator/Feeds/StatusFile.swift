import Catalogue
import TemplateEngine

/// How fresh the site is, for the script of the pages and for monitoring: the only file that a fetch without news changes.
enum StatusFile {
    static let kind = PageKind(fileKind: .status, isShared: true) { _ in [WrittenFile(Address.status, inputs: nil) { append($0, to: &$1) }]
    }

    private static func append(_ site: ViewContext, to output: inout OutputBuffer) {
        let (input, catalogue) = (site.model.input, site.model.catalogue)
        let status: TemplateObject = [
            "checked_at": .optional(input.checkedAt?.rfc3339),
            "changed_at": .optional(site.model.dates.newest?.rfc3339),
            "counts": .object([
                "spacecraft": .integer(catalogue.spacecraft.count), "configurations": .integer(catalogue.configurations.count),
                "agencies": .integer(catalogue.agencies.count), "families": .integer(catalogue.families.count),
                "pictures": .integer(catalogue.images.count),
            ]),
            "version": .optional(input.version),
            "source": .text(input.sourceURL),
        ]
        TemplateValue.object(status).appendJSON(pretty: true, to: &output)
    }
}

extension SiteGenerator {
    /// The path of the file that says how fresh the site is.
    public static let statusPath = Address.status
}
