import Catalogue
import Support
import TemplateEngine

/// The register as JSON Feed (https://www.jsonfeed.org/version/1.1/): the craft in the order of their last change, in pages.
///
/// The only addition to the specification is `_hangar`: durations in seconds, ids, and the licence of the picture.
enum JSONFeed {
    static let kind = PageKind(fileKind: .feed) { plan in
        let model = plan.model
        let pages = FeedPages(
            plan.orders.feed, size: model.settings.pageSize, date: model.dates.page(ofCraftAt:),
            number: { model.spacecraftByName[$0.index].id.number }
        ).pages
        return pages.indices.map { index in
            let (page, next) = (pages[index], index + 1 < pages.count ? pages[index + 1].address : nil)
            return WrittenFile(page.address, inputs: plan.inputs.feed(page.positions, next: next)) {
                append(page, next: next, $0, to: &$1)
            }
        }
    }

    private static func append(_ page: FeedPages.Page, next: String?, _ site: ViewContext, to output: inout OutputBuffer) {
        let settings = site.model.settings
        var feed: TemplateObject = [
            "version": "https://jsonfeed.org/version/1.1",
            "title": .text(site.model.title),
            "description": site.model.description,
            "home_page_url": .text(settings.baseURL),
            "feed_url": .text(settings.baseURL + page.address),
        ]
        if let next { feed["next_url"] = .text(settings.baseURL + next) }
        feed["language"] = .text(settings.language)
        feed["authors"] = .objects([author(site.model)])
        feed["_hangar"] = .object([
            "about": .text(settings.baseURL + Address.data), "source": .text(DataSource.name),
            "source_url": .text(site.model.input.sourceURL),
        ])
        feed["items"] = .objects(page.positions.map { item($0, site) })
        TemplateValue.object(feed).appendJSON(pretty: true, messages: site.messages, to: &output)
    }

    private static func author(_ model: SiteModel) -> TemplateObject {
        var view: TemplateObject = ["name": .text(model.publisher)]
        if let url = model.settings.author.url { view["url"] = .text(url) }
        return view
    }

    /// - Parameter position: the craft's place in the order of names.
    private static func item(_ position: CraftPosition, _ site: ViewContext) -> TemplateObject {
        let craft = site.model.spacecraftByName[position]
        let summary = FeedItems.summary(craft, site.fragments)
        let description = site.descriptions[craft.id]
        var item: [(FieldName, TemplateValue)] = []
        item.reserveCapacity(12)
        item.append(("id", .text(FeedItems.id(of: craft, site.model.settings))))
        item.append(("url", .text(site.model.settings.baseURL + site.model.addresses[position])))
        item.append(("title", craft.shownName))
        item.append(("summary", summary))
        if let description {
            let html = description.html.html
            let isEnglish = LanguageTag.isEnglish(site.model.settings.language)
            item.append(("content_html", .text(isEnglish ? html : "<div lang=\"en\" dir=\"ltr\">\(html)</div>")))
        }
        item.append(("content_text", description.map { .text($0.text) } ?? summary))
        if let address = craft.imageID.flatMap({ site.model.pictureAddress(of: $0) })?.shown { item.append(("image", .text(address))) }
        if let published = site.model.history.firstSeen(craft.id) { item.append(("date_published", .text(published.rfc3339))) }
        if let modified = site.model.dates.page(ofCraftAt: position) { item.append(("date_modified", .text(modified.rfc3339))) }
        item.append(("tags", .list(tags(craft, site.fragments))))
        item.append(("_hangar", .object(extras(craft, site.fragments))))
        return TemplateObject(fields: item)
    }

    private static func tags(_ craft: Spacecraft, _ fragments: Fragments) -> [TemplateValue] {
        let tags = fragments.names(ofConfiguration: craft.configurationID)?.tags ?? []
        return fragments.ofStatus(craft.statusID).map { tags + [$0.name] } ?? tags
    }

    private static func extras(_ craft: Spacecraft, _ fragments: Fragments) -> TemplateObject {
        let extras: [TemplateValue] = [
            .integer(craft.id.number), .integer(craft.configurationID.number), .optional(craft.statusID?.number),
            .optional(craft.inSpace), .optional(craft.isPlaceholder),
            .optional(craft.timeInSpaceIsKnown ? craft.timeInSpace?.seconds : nil),
            .optional(craft.timeDocked?.seconds), .optional(craft.fastestTurnaround?.seconds), .optional(craft.flightsCount),
            .optional(craft.missionEndsCount),
        ]
        guard let picture = craft.imageID.flatMap({ fragments.ofPicture($0)?.feedItem }) else {
            return TemplateObject(extrasLayout, extras)
        }
        return TemplateObject(illustratedLayout, extras + [.object(picture)])
    }

    private static let extrasNames: [FieldName] = [
        "spacecraft_id", "spacecraft_config_id", "status_id", "in_space", "is_placeholder", "time_in_space_seconds", "time_docked_seconds",
        "fastest_turnaround_seconds", "flights_count", "mission_ends_count",
    ]
    private static let extrasLayout = ObjectLayout(extrasNames)
    private static let illustratedLayout = ObjectLayout(extrasNames + ["image"])

    /// A picture with its credit. It is nil when the catalogue does not have its licence.
    static func picture(_ image: Image, _ model: SiteModel) -> TemplateObject? {
        guard let licence = model.catalogue.licences[id: image.licenceID] else { return nil }
        return [
            "id": .integer(image.id.number), "credit": .optional(image.credit?.trimmingSpaces),
            "licence": .optional(licence.isStated ? licence.name : nil),
            "licence_url": .optional(model.link(of: licence)),
            "credit_page": .text(model.settings.baseURL + model.licencePages[licence]),
        ]
    }
}
