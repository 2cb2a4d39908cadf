import Catalogue
import TemplateEngine

/// What every page has: its titles, its place in the site, and what stands in its head.
struct PageFrame {
    var address: String
    /// From the special to the general, unique in the site.
    var title: String
    var heading: String
    var description: String
    /// The entry of the navigation that it belongs to.
    var section: Section?
    var breadcrumbs: [Breadcrumb] = []
    var previous: Neighbours.Page?
    var next: Neighbours.Page?
    /// The picture that stands for the page where it is shared.
    var picture: Image?
    /// Further pictures on the page.
    var gallery: [Image] = []
    /// The drawings that are needed, where they are known; otherwise the page is searched for them.
    var silhouettes: Set<Silhouette>?
    /// For pages that are no place in the site: the 404 page.
    var isOutside = false

    struct Breadcrumb {
        let name: String
        /// Nil for the page itself.
        var path: String?
    }

    enum Section: String, CaseIterable {
        case spacecraft
        case configurations
        case agencies
        case families
        case records
        case credits

        var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
        var path: String { rawValue + "/" }
    }

    static let fields: KeyValuePairs<FieldName, TemplateShape> = [
        "title": .text, "heading": .text, "page_description": .text, "canonical": .text, "noindex": .bool, "root": .text,
        "home_href": .text, "social_image": ["src": .text, "alt": .text], "section": .text,
        "navigation": .list(["name": .text, "path": .text, "current": .bool]),
        "breadcrumbs": ["items": .list(LinkView.shape)],
        "silhouettes": .object(Silhouette.allCases.map { (FieldName($0.rawValue), .bool) }), "previous": LinkView.shape,
        "next": LinkView.shape, "json_ld": .any,
    ]

    var shownPictures: [Image] { [picture].compactMap(\.self) + gallery }

    /// What search engines show of a description.
    static let descriptionLimit = 155

    /// The frame's fields with the page's own after them.
    func view(_ own: TemplateObject, _ model: SiteModel) -> TemplateObject {
        let root = isOutside ? model.basePath : Address.root(from: address)
        let view: TemplateObject = [
            "title": .text(title),
            "heading": .text(heading),
            "page_description": .text(description.summary(limit: Self.descriptionLimit)),
            "canonical": isOutside ? .null : .text(model.settings.baseURL + address),
            "noindex": .bool(isOutside),
            "root": .text(root),
            "home_href": .text(root.isEmpty ? "./" : root),
            "social_image": .optional(socialImage(model)),
            "section": .optional(section?.rawValue),
            "navigation": model.common.navigations[section] ?? .null,
            "breadcrumbs": breadcrumbs.isEmpty ? .null : .object(["items": .objects(breadcrumbs.map(breadcrumbView))]),
            "silhouettes": .object(silhouetteFlags(own, model)),
            "previous": .optional(previous.map { LinkView.make($0.name, $0.path) }),
            "next": .optional(next.map { LinkView.make($0.name, $0.path) }),
            "json_ld": isOutside ? .null : StructuredData.graph(self, model),
        ]
        return view.merging(own)
    }

    static func navigation(_ current: Section?) -> [TemplateObject] {
        Section.allCases.map { ["name": .text($0.name), "path": .text($0.path), "current": .bool($0 == current)] }
    }

    private func breadcrumbView(_ breadcrumb: Breadcrumb) -> TemplateObject {
        ["name": .text(breadcrumb.name), "path": .optional(breadcrumb.path)]
    }

    private func silhouetteFlags(_ own: TemplateObject, _ model: SiteModel) -> TemplateObject {
        guard let silhouettes else { return SilhouetteUse.flags(in: own) }
        let single = silhouettes.count == 1 ? silhouettes.first.flatMap { model.common.silhouettes[$0] } : nil
        return single ?? SilhouetteUse.flags(silhouettes)
    }

    private func socialImage(_ model: SiteModel) -> TemplateObject? {
        guard let picture, model.catalogue.licences[id: picture.licenceID]?.isStated == true,
            let address = model.pictureAddress(of: picture)?.shown
        else { return nil }
        return ["src": .text(address), "alt": .text(picture.title ?? "Picture of \(heading)")]
    }
}
