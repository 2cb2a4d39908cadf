import Catalogue
import TemplateEngine

/// The addresses of all pages for search engines (https://www.sitemaps.org/protocol.html): one file, or an index of several.
enum SitemapView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = ["pages": .list(entryShape)]
    static let indexFields: KeyValuePairs<FieldName, TemplateShape> = ["sitemaps": .list(entryShape)]

    private static let entryShape: TemplateShape = ["url": .text, "last_modified": .text]

    /// The protocol's limit for one file.
    static let maximumPages = 50_000

    struct Entry: Sendable {
        let address: String
        let modified: Timestamp?
    }

    static func address(ofPart part: Int) -> String { "sitemap-\(part).xml" }

    static func view(_ entries: some Sequence<Entry>, _ model: SiteModel) -> TemplateObject {
        ["pages": .objects(entries.map { entry($0, model) })]
    }

    static func index(parts: Int, _ model: SiteModel) -> TemplateObject {
        [
            "sitemaps": .objects(
                (1...max(1, parts)).map {
                    entry(Entry(address: address(ofPart: $0), modified: model.input.dataDate.timestamp), model)
                })
        ]
    }

    private static func entry(_ entry: Entry, _ model: SiteModel) -> TemplateObject {
        ["url": .text(model.settings.baseURL + entry.address), "last_modified": .optional(entry.modified?.date.iso8601)]
    }
}
