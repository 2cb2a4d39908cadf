import Catalogue
import TemplateEngine

/// The data for search engines: on the home page the site and its search, on the page of the downloads those, on the page of a craft or an
/// agency what it is about, the breadcrumbs, and each picture with its licence if the licence is known (schema.org).
enum StructuredData {
    /// Null when there is no data.
    static func graph(_ frame: PageFrame, _ site: ViewContext) -> TemplateValue {
        let pictures = frame.shownPictures.compactMap { site.fragments.ofPicture($0.id)?.structuredData }
        let nodes =
            [
                breadcrumbs(frame, site.model), frame.address == Address.home ? website(site.model) : nil,
                frame.address == Address.data ? DataSetView.make(site) : nil,
            ].compactMap(\.self) + frame.structuredData + pictures
        guard !nodes.isEmpty else { return .null }
        return .object(graphLayout, ["https://schema.org", .objects(nodes)])
    }

    private static func breadcrumbs(_ frame: PageFrame, _ model: SiteModel) -> TemplateObject? {
        guard !frame.breadcrumbs.isEmpty else { return nil }
        let home = PageFrame.Breadcrumb(name: .text(model.settings.title), path: Address.home)
        let items = ([home] + frame.breadcrumbs).enumerated().map { index, breadcrumb -> TemplateObject in
            TemplateObject(
                breadcrumbLayout,
                ["ListItem", .integer(index + 1), breadcrumb.name, .text(model.settings.baseURL + (breadcrumb.path ?? frame.address))])
        }
        return TemplateObject(breadcrumbsLayout, ["BreadcrumbList", .objects(items)])
    }

    /// The site as a whole, with the address of its search.
    private static func website(_ model: SiteModel) -> TemplateObject {
        let settings = model.settings
        return [
            "@type": "WebSite", "name": .text(settings.title), "description": .text(settings.description),
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
