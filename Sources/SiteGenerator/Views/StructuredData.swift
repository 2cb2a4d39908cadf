import Catalogue
import TemplateEngine

/// What search engines read: the breadcrumbs, and the picture with its licence as far as it is known (schema.org).
enum StructuredData {
    static func graph(_ frame: PageFrame, _ model: SiteModel) -> Value {
        let nodes = [breadcrumbs(frame, model), frame.picture.flatMap { image($0, model) }].compactMap(\.self)
        guard !nodes.isEmpty else { return .null }
        return .object(["@context": "https://schema.org", "@graph": .objects(nodes)])
    }

    private static func breadcrumbs(_ frame: PageFrame, _ model: SiteModel) -> Object? {
        guard !frame.breadcrumbs.isEmpty else { return nil }
        let home = PageFrame.Breadcrumb(name: model.settings.title, path: Address.home)
        let items = ([home] + frame.breadcrumbs).enumerated().map { index, breadcrumb -> Object in
            [
                "@type": "ListItem", "position": .integer(index + 1), "name": .text(breadcrumb.name),
                "item": .text(model.settings.baseURL + (breadcrumb.path ?? frame.address)),
            ]
        }
        return ["@type": "BreadcrumbList", "itemListElement": .objects(items)]
    }

    /// Nil for a picture that is not shown. Of a picture without a stated licence nothing is claimed.
    private static func image(_ image: Image, _ model: SiteModel) -> Object? {
        guard let licence = model.catalogue.licences[id: image.licenceID], model.settings.images.treatment(of: licence) == .show,
            WebLink.isWeb(image.imageURL)
        else { return nil }
        var node: Object = ["@type": "ImageObject", "contentUrl": .text(image.imageURL)]
        if let title = image.title { node["name"] = .text(title) }
        if let credit = image.credit?.trimmingSpaces, !credit.isEmpty {
            node["creditText"] = .text(credit)
        }
        if licence.isStated, let link = licence.link, WebLink.isWeb(link) {
            node["license"] = .text(link)
            node["acquireLicensePage"] = .text(link)
        }
        return node
    }
}
