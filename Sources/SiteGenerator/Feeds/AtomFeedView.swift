import Catalogue
import TemplateEngine

/// The register's last changes as Atom (RFC 4287). The template `feed.xml.mustache` writes it.
enum AtomFeedView {
    static let kind = PageKind(template: "feed.xml", shape: fields.shapes, fileKind: .feed) { plan in
        let items = plan.orders.feed.prefix(plan.model.settings.pageSize)
        return [Page(Address.atomFeed, modified: nil, inputs: plan.inputs.feedItems(items)) { fields.object(items, $0) }]
    }

    private static let fields: PageFields<ArraySlice<CraftPosition>> = [
        .init("title", .text) { _, site in .text(site.model.title) },
        .init("page_description", .text) { _, site in site.model.description },
        .init("id", .text) { _, site in .text(FeedItems.id(ofFeed: site.model.settings)) },
        .init("updated", .text) { positions, site in
            let updated = positions.compactMap { site.model.dates.page(ofCraftAt: $0) }.max()
            return .text((updated ?? site.model.dates.beginning ?? undated).rfc3339)
        },
        .init("self_url", .text) { _, site in .text(site.model.settings.baseURL + Address.atomFeed) },
        .init("home_page_url", .text) { _, site in .text(site.model.settings.baseURL) },
        .init("author", ["name": .text, "url": .text]) { _, site in
            ["name": .text(site.model.publisher), "url": .optional(site.model.settings.author.url)]
        },
        .init("entries", .list(entry.shape)) { positions, site in .objects(positions.map { entry.object($0, site) }) },
    ]

    /// The entry of one craft, by its place in the order of names.
    private static let entry: ViewFields<CraftPosition, ViewContext> = [
        .init("title", .text) { position, site in site.model.spacecraftByName[position].shownName },
        .init("id", .text) { position, site in .text(FeedItems.id(of: site.model.spacecraftByName[position], site.model.settings)) },
        .init("url", .text) { position, site in .text(site.model.settings.baseURL + site.model.addresses[position]) },
        .init("updated", .text) { position, site in
            .text((site.model.dates.page(ofCraftAt: position) ?? undated).rfc3339)
        },
        .init("published", .text) { position, site in
            .optional(site.model.history.firstSeen(site.model.spacecraftByName[position].id)?.rfc3339)
        },
        .init("summary", .text) { position, site in
            FeedItems.summary(site.model.spacecraftByName[position], site.fragments)
        },
        .init("content", .text) { position, site in .optional(site.descriptions[site.model.spacecraftByName[position].id]?.html.html) },
    ]

    /// RFC 4287 requires a date in every entry. Data without a known date gets the beginning of Unix time.
    private static let undated = Timestamp(secondsSince1970: 0)
}
