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
    static func append(_ ordered: [Int], page: Int, _ model: SiteModel, to output: inout OutputBuffer) {
        let settings = model.settings
        let paging = Paging(base: "", total: ordered.count, pageSize: settings.pageSize, page: page)
        var feed: TemplateObject = [
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
        feed["items"] = .objects(ordered[paging.rows].map { item($0, model) })
        TemplateValue.object(feed).appendJSON(pretty: true, to: &output)
    }

    private static func author(_ author: SiteSettings.Author) -> TemplateObject {
        var view: TemplateObject = ["name": .text(author.name)]
        if let url = author.url { view["url"] = .text(url) }
        return view
    }

    /// - Parameter position: the craft's place in the order of names.
    private static func item(_ position: Int, _ model: SiteModel) -> TemplateObject {
        let craft = model.spacecraftByName[position]
        let summary = FeedItems.summary(craft, model)
        let description = model.sanitized(craft.description)
        var item: [(FieldName, TemplateValue)] = []
        item.reserveCapacity(12)
        item.append(("id", .text(FeedItems.id(ofCraftAt: position, model))))
        item.append(("url", .text(model.settings.baseURL + model.addresses[position])))
        item.append(("title", .text(craft.name)))
        item.append(("summary", .text(summary)))
        if let description { item.append(("content_html", .text(description.html))) }
        item.append(("content_text", .text(description?.plainText(limit: nil) ?? summary)))
        if let address = craft.imageID.flatMap({ model.pictureAddress(of: $0) })?.shown { item.append(("image", .text(address))) }
        if let published = model.history.firstSeen(.spacecraft, craft.id) { item.append(("date_published", .text(published.rfc3339))) }
        if let modified = FeedItems.modified(craft, model) { item.append(("date_modified", .text(modified.rfc3339))) }
        item.append(("tags", .list(tags(craft, model.parts(ofCraftAt: position), model))))
        item.append(("_hangar", .object(extras(craft, model))))
        return TemplateObject(item)
    }

    private static func tags(_ craft: Spacecraft, _ parts: ConfigurationParts?, _ model: SiteModel) -> [TemplateValue] {
        [parts?.configuration.name, parts?.type?.name, parts?.agencyName, model.parts(ofStatus: craft.statusID)?.name]
            .compactMap { $0.map(TemplateValue.text) }
    }

    private static func extras(_ craft: Spacecraft, _ model: SiteModel) -> TemplateObject {
        var extras: TemplateObject = [
            "spacecraft_id": .integer(craft.id), "spacecraft_config_id": .integer(craft.configurationID),
            "status_id": .integer(craft.statusID), "in_space": .bool(craft.inSpace), "is_placeholder": .bool(craft.isPlaceholder),
            "time_in_space_seconds": .optional(craft.timeInSpace?.seconds), "time_docked_seconds": .optional(craft.timeDocked?.seconds),
            "fastest_turnaround_seconds": .optional(craft.fastestTurnaround?.seconds), "flights_count": .optional(craft.flightsCount),
            "mission_ends_count": .optional(craft.missionEndsCount),
        ]
        if let picture = craft.imageID.flatMap({ model.feedPicture(of: $0) }) { extras["image"] = .object(picture) }
        return extras
    }

    /// A picture with its credit; nil where its licence is not in the catalogue.
    static func picture(_ image: Image, _ model: SiteModel) -> TemplateObject? {
        guard let licence = model.catalogue.licences[id: image.licenceID] else { return nil }
        return [
            "id": .integer(image.id), "credit": .optional(image.credit?.trimmingSpaces),
            "licence": .optional(licence.isStated ? licence.name : nil),
            "licence_url": .optional(licence.link.flatMap { WebLink.isWeb($0) ? $0 : nil }),
            "credit_page": .text(model.settings.baseURL + model.licencePages[licence]),
        ]
    }
}
