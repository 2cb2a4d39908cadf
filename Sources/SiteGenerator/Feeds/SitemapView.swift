import Catalogue
import TemplateEngine

/// The addresses of all pages for search engines (https://www.sitemaps.org/protocol.html): one file, or an index of several.
enum SitemapView {
    static let kind = PageKind(
        template: "sitemap.xml", shape: [("has_languages", .bool), ("pages", .list(entry.shape))], fileKind: .feed, followsOthers: true
    ) { plan in
        parts(plan).map { address, entries in
            Page(address, modified: nil, inputs: InputHash(entries.map(\.inputs))) { site in
                ["has_languages": .bool(site.languages.count > 1), "pages": .objects(entries.map { entry.object($0, site) })]
            }
        }
    }

    /// The index of the parts, for a site with more pages than one file holds.
    static let indexKind = PageKind(
        template: "sitemap-index.xml", shape: [("sitemaps", .list(entry.shape))], fileKind: .feed, followsOthers: true
    ) { plan in
        let parts = parts(plan)
        guard parts.count > 1 else { return [] }
        return [
            Page(Address.sitemap, modified: nil, inputs: InputHash(parts.flatMap { $0.entries.map(\.inputs) })) { site in
                let entries = parts.map { Entry(address: $0.address, modified: $0.entries.compactMap(\.modified).max(), isPage: false) }
                return ["sitemaps": .objects(entries.map { entry.object($0, site) })]
            }
        ]
    }

    /// The protocol's limit for one file.
    static let maximumPages = 50_000

    struct Entry: Sendable {
        let address: String
        let modified: Timestamp?
        /// Whether the address is a page's and not a sitemap's.
        var isPage = true
        /// The tags of the languages in which the page is. Nil for all of the site.
        var languages: Set<String>?

        var inputs: InputHash {
            var hash = InputHash()
            hash.add(address)
            hash.add(modified)
            for language in languages?.sorted() ?? [] { hash.add(language) }
            return hash
        }
    }

    private static let entry: ViewFields<Entry, ViewContext> = [
        .init("url", .text) { entry, site in .text(site.model.settings.baseURL + entry.address) },
        .init("last_modified", .text) { entry, _ in .optional(entry.modified?.date.iso8601) },
        .init("alternates", .list(AlternateView.shape)) { entry, site in
            entry.isPage ? .objects(AlternateView.make(entry.address, in: entry.languages, site)) : .list([])
        },
    ]

    private static func parts(_ plan: PlanContext) -> [(address: String, entries: ArraySlice<Entry>)] {
        guard plan.listed.count > plan.sitemapLimit else { return [(Address.sitemap, plan.listed[...])] }
        return stride(from: 0, to: plan.listed.count, by: plan.sitemapLimit).enumerated().map { index, start in
            ("sitemap-\(index + 1).xml", plan.listed[start..<min(start + plan.sitemapLimit, plan.listed.count)])
        }
    }
}

/// The rules for search engines (RFC 9309), and the address of the sitemap.
enum RobotsView {
    /// Search engines read the file only at the root of a host (RFC 9309, section 2.3). So a site on a sub-path has none.
    static let kind = PageKind(template: "robots.txt", shape: fields.shapes, fileKind: .feed, isShared: true) { plan in
        plan.model.basePath == "/" ? [Page(Address.robots, modified: nil, inputs: InputHash()) { fields.object((), $0) }] : []
    }

    private static let fields: PageFields<Void> = [
        .init("sitemaps", .list(["url": .text])) { _, site in
            .objects(site.languages.map { ["url": .text(site.model.settings.baseURL + $0.folder + Address.sitemap)] })
        }
    ]
}
