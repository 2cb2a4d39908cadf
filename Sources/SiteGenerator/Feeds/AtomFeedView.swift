import Catalogue
import TemplateEngine

/// The register's last changes as Atom (RFC 4287). The template `feed.xml.mustache` writes it.
enum AtomFeedView {
    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "title": .text, "page_description": .text, "id": .text, "updated": .text, "self_url": .text, "home_page_url": .text,
        "author": ["name": .text, "url": .text], "entries": .list(entryShape),
    ]

    private static let entryShape: TemplateShape = [
        "title": .text, "id": .text, "url": .text, "updated": .text, "published": .text, "summary": .text, "content": .text,
    ]

    /// - Parameter positions: the craft, by their places in the order of names.
    static func view(_ positions: some Collection<Int>, _ model: SiteModel) -> TemplateObject {
        let settings = model.settings
        let updated = positions.compactMap { FeedItems.modified(model.spacecraftByName[$0], model) }.max() ?? model.input.dataDate.timestamp
        return [
            "title": .text(settings.title),
            "page_description": .text(settings.description),
            "id": .text(settings.baseURL),
            "updated": .text((updated ?? undated).rfc3339),
            "self_url": .text(settings.baseURL + Address.atomFeed),
            "home_page_url": .text(settings.baseURL),
            "author": .object(["name": .text(settings.author.name), "url": .optional(settings.author.url)]),
            "entries": .objects(positions.map { entry($0, model) }),
        ]
    }

    /// RFC 4287 asks for a date of every entry; data of which no date is known has the beginning of Unix time.
    private static let undated = Timestamp(secondsSince1970: 0)

    private static func entry(_ position: Int, _ model: SiteModel) -> TemplateObject {
        let craft = model.spacecraftByName[position]
        return [
            "title": .text(craft.name),
            "id": .text(FeedItems.id(ofCraftAt: position, model)),
            "url": .text(model.settings.baseURL + model.addresses[position]),
            "updated": .text((FeedItems.modified(craft, model) ?? undated).rfc3339),
            "published": .optional(model.history.firstSeen(.spacecraft, craft.id)?.rfc3339),
            "summary": .text(FeedItems.summary(craft, model)),
            "content": .optional(model.sanitized(craft.description)?.html),
        ]
    }
}
