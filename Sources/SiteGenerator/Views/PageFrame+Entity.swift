import Catalogue

extension PageFrame {
    /// The frame of an entity's page, and of the further pages of its fleet.
    static func entity(
        _ name: String, distinctName: String, kind: String, paging: Paging, neighbours: Neighbours, description: String, section: Section?,
        index: (name: String, path: String), picture: Image? = nil, silhouettes: Set<Silhouette>? = nil, _ model: SiteModel
    ) -> PageFrame {
        let page = paging.page > 1 ? ", page \(paging.page)" : ""
        let own: [Breadcrumb] =
            paging.page > 1 ? [.init(name: name, path: paging.base), .init(name: "Page \(paging.page)")] : [.init(name: name)]
        return PageFrame(
            address: paging.address, title: "\(distinctName), \(kind)\(page) – \(model.settings.title)", heading: name,
            description: description, section: section, breadcrumbs: [.init(name: index.name, path: index.path)] + own,
            previous: paging.pageCount > 1 ? paging.previous : neighbours.previous,
            next: paging.pageCount > 1 ? paging.next : neighbours.next, picture: picture, silhouettes: silhouettes)
    }

    /// The frame of an index or of a page of its own.
    static func single(_ heading: String, address: String, description: String, section: Section? = nil, _ model: SiteModel) -> PageFrame {
        PageFrame(
            address: address, title: "\(heading) – \(model.settings.title)", heading: heading, description: description, section: section,
            breadcrumbs: [.init(name: heading)])
    }
}
