import Catalogue
import TemplateEngine

/// The register as JSON Feed (https://www.jsonfeed.org/version/1.1/): craft by last change, in pages.
///
/// Beyond the specification stands only `_hangar`: durations in seconds, ids, and the licence of the picture.
enum JSONFeed {
    static func address(ofPage page: Int) -> String {
        page == 1 ? Address.jsonFeed : "feed/\(page).json"
    }

    /// - Parameter ordered: all craft in the order of the feed, by their places in the order of names.
    static func render(_ ordered: [Int], page: Int, _ model: SiteModel) -> [UInt8] {
        let settings = model.settings
        let paging = Paging(base: "", total: ordered.count, pageSize: settings.pageSize, page: page)
        var feed: Object = [
            "version": "https://jsonfeed.org/version/1.1",
            "title": .text(settings.title),
            "description": .text(settings.description),
            "home_page_url": .text(settings.baseURL),
            "feed_url": .text(settings.baseURL + address(ofPage: page)),
        ]
        if page < paging.pageCount { feed["next_url"] = .text(settings.baseURL + address(ofPage: page + 1)) }
        feed["language"] = .text(settings.language)
        feed["authors"] = .objects([author(settings.author)])
        feed["_hangar"] = .object([
            "about": .text(settings.baseURL + Address.data), "source": .text(SourceWords.name), "source_url": .text(model.input.sourceURL),
        ])
        feed["items"] = .objects(ordered[paging.rows].map { item(model.spacecraftByName[$0], model) })
        return Value.object(feed).json(pretty: true)
    }

    private static func author(_ author: SiteSettings.Author) -> Object {
        var view: Object = ["name": .text(author.name)]
        if let url = author.url { view["url"] = .text(url) }
        return view
    }

    private static func item(_ craft: Spacecraft, _ model: SiteModel) -> Object {
        let address = model.settings.baseURL + Address.page(of: craft)
        let description = model.sanitized(craft.description)
        var item: Object = ["id": .text(FeedItems.id(craft, model)), "url": .text(address), "title": .text(craft.name)]
        item["summary"] = .text(FeedItems.summary(craft, model))
        if let description {
            item["content_html"] = .text(description.html)
            item["content_text"] = .text(description.plainText(limit: nil))
        } else {
            item["content_text"] = .text(FeedItems.summary(craft, model))
        }
        let image = craft.imageID.flatMap { model.catalogue.images[id: $0] }
        let licence = image.flatMap { model.catalogue.licences[id: $0.licenceID] }
        if let image, let address = model.pictureAddress(of: image)?.shown { item["image"] = .text(address) }
        if let published = model.history.firstSeen(.spacecraft, craft.id) { item["date_published"] = .text(published.rfc3339) }
        if let modified = FeedItems.modified(craft, model) { item["date_modified"] = .text(modified.rfc3339) }
        item["tags"] = .list(tags(craft, model).map(Value.text))
        item["_hangar"] = .object(extras(craft, image, licence, model))
        return item
    }

    private static func tags(_ craft: Spacecraft, _ model: SiteModel) -> [String] {
        let configuration = model.configuration(of: craft)
        return [
            configuration?.name, model.type(of: configuration)?.name, model.agency(of: configuration)?.name,
            model.catalogue.statuses[id: craft.statusID]?.name,
        ].compactMap(\.self)
    }

    private static func extras(_ craft: Spacecraft, _ image: Image?, _ licence: Licence?, _ model: SiteModel) -> Object {
        var extras: Object = [
            "spacecraft_id": .integer(craft.id), "spacecraft_config_id": .integer(craft.configurationID),
            "status_id": .integer(craft.statusID), "in_space": .bool(craft.inSpace), "is_placeholder": .bool(craft.isPlaceholder),
            "time_in_space_seconds": .optional(craft.timeInSpace?.seconds), "time_docked_seconds": .optional(craft.timeDocked?.seconds),
            "fastest_turnaround_seconds": .optional(craft.fastestTurnaround?.seconds), "flights_count": .optional(craft.flightsCount),
            "mission_ends_count": .optional(craft.missionEndsCount),
        ]
        if let image, let licence {
            extras["image"] = .object([
                "id": .integer(image.id), "credit": .optional(image.credit?.trimmingSpaces),
                "licence": .optional(licence.isStated ? licence.name : nil),
                "licence_url": .optional(licence.link.flatMap { WebLink.isWeb($0) ? $0 : nil }),
                "credit_page": .text(model.settings.baseURL + model.licencePages[licence]),
            ])
        }
        return extras
    }
}
