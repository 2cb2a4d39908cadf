import Catalogue
import TemplateEngine

/// The data for search engines: on the home page the site and its search, on the page of the downloads those, on the page of a craft or an
/// agency what it is about, the breadcrumbs, and each picture with its licence if the licence is known (schema.org).
enum StructuredData {
    /// Null when there is no data.
    static func graph(_ frame: PageFrame, _ site: ViewContext) -> TemplateValue {
        var nodes: [TemplateValue] = []
        nodes.reserveCapacity(4)
        func add(_ node: TemplateObject?) { if let node { nodes.append(.object(node)) } }
        add(breadcrumbs(frame, site.model))
        if frame.address == Address.home { add(website(site.model)) }
        if frame.address == Address.data { add(DataSetView.make(site)) }
        frame.structuredData.forEach(add)
        if let picture = frame.picture { add(site.fragments.ofPicture(picture.id)?.structuredData) }
        for picture in frame.gallery { add(site.fragments.ofPicture(picture.id)?.structuredData) }
        return nodes.isEmpty ? .null : .object(graphLayout, ["https://schema.org", .list(nodes)])
    }

    private static func breadcrumbs(_ frame: PageFrame, _ model: SiteModel) -> TemplateObject? {
        guard !frame.breadcrumbs.isEmpty else { return nil }
        var items: [TemplateValue] = []
        items.reserveCapacity(frame.breadcrumbs.count + 1)
        func add(_ name: TemplateValue, _ path: String) {
            items.append(
                .object(breadcrumbLayout, ["ListItem", .integer(items.count + 1), name, .text(model.settings.baseURL + path)]))
        }
        add(.text(model.title), Address.home)
        for breadcrumb in frame.breadcrumbs { add(breadcrumb.name, breadcrumb.path ?? frame.address) }
        return TemplateObject(breadcrumbsLayout, ["BreadcrumbList", .list(items)])
    }

    /// The site as a whole, with the address of its search.
    private static func website(_ model: SiteModel) -> TemplateObject {
        let settings = model.settings
        return [
            "@type": "WebSite", "name": .text(model.title), "description": model.description,
            "url": .text(settings.baseURL), "inLanguage": .text(settings.language),
            "potentialAction": [
                "@type": "SearchAction",
                "target": [
                    "@type": "EntryPoint",
                    "urlTemplate": .text(settings.baseURL + Address.spacecraftIndex + "?search={search_term_string}"),
                ],
                "query-input": "required name=search_term_string",
            ],
        ]
    }

    private static let graphLayout = ObjectLayout("@context", "@graph")
    private static let breadcrumbsLayout = ObjectLayout("@type", "itemListElement")
    private static let breadcrumbLayout = ObjectLayout("@type", "position", "name", "item")

    /// Nil for a picture that is not shown. A picture without a stated licence gets no licence here.
    static func image(_ image: Image, _ model: SiteModel) -> TemplateObject? {
        guard let licence = model.catalogue.licences[id: image.licenceID], let address = model.pictureAddress(of: image.id)?.shown else {
            return nil
        }
        var node: TemplateObject = ["@type": "ImageObject", "contentUrl": .text(address)]
        if let title = image.title { node["name"] = .text(title) }
        if let credit = image.credit?.trimmingSpaces, !credit.isEmpty {
            node["creditText"] = .text(credit)
        }
        guard licence.isStated else { return node }
        if let link = model.link(of: licence) { node["license"] = .text(link) }
        node["acquireLicensePage"] = .text(model.settings.baseURL + model.licencePages[licence])
        return node
    }
}
