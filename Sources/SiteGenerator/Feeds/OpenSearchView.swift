import TemplateEngine

/// The description of the search for browsers, by OpenSearch 1.1. The template `opensearch.xml.mustache` writes it.
enum OpenSearchView {
    static let kind = PageKind(template: "opensearch.xml", shape: fields.shapes, fileKind: .feed) { plan in
        [Page(Address.openSearch, modified: nil, inputs: InputHash()) { fields.object((), $0) }]
    }

    private static let fields: PageFields<Void> = [
        .init("short_name", .text) { _, site in .text(site.model.title.summary(limit: 16)) },
        .init("long_name", .text) { _, site in .text(site.model.title.summary(limit: 48)) },
        // The braces are the description's own, for what is searched.
        .init("search_url", .text) { _, site in
            .text(site.model.settings.baseURL + Address.spacecraftIndex + "?search={searchTerms}&ordering=name")
        },
    ]
}
