import Catalogue
import TemplateEngine

/// The pictures under one licence.
enum LicenceView {
    static let kind = PageKind(template: "licence.html", shape: PageFrame.around(fields), sitemap: .lists) { plan in
        plan.model.licencesByName.enumerated().flatMap { position, licence in
            plan.pagings(plan.model.licencePages[licence], total: plan.model.images(under: licence).count).map { paging in
                let images = plan.model.images(under: licence)[paging.rows]
                return Page(
                    paging.address, modified: plan.model.dates.pictures(images, in: plan.model.catalogue), inputs: plan.inputs.entities
                ) { view(at: position, paging, $0) }
            }
        }
    }

    struct Subject {
        let licence: Licence
        /// All pictures under the licence.
        let images: [Image]
        let paging: Paging
        let adjacent: AdjacentPages

        var shown: ArraySlice<Image> { images[paging.rows] }
    }

    private static let fields: PageFields<Subject> = [
        .init("lead", .text) { page, _ in
            .message("licence.lead", ["is_stated": .bool(page.licence.isStated)])
        },
        .init("facts", .list(FactView.shape)) { page, site in .objects(facts(page.licence, site.model)) },
        .init("pictures_heading", .text) { page, _ in .message("licence.pictures", ["count": .integer(page.images.count)]) },
        .init("pictures", .list(["figure": PictureView.shape, "used_by": .list(LinkView.shape)])) { page, site in
            .objects(page.shown.enumerated().map { index, image in picture(image, isFirst: index == 0, site) })
        },
        .init("pager", PagerView.shape) { page, _ in .optional(PagerView.make(page.paging)) },
        .init("neighbours", AdjacentPagesView.shape) { page, _ in
            .optional(AdjacentPagesView.make(page.adjacent, label: .message("licence.neighbours")))
        },
    ]

    static func view(at position: Int, _ paging: Paging, _ site: ViewContext) -> TemplateObject {
        let licence = site.model.licencesByName[position]
        let subject = Subject(
            licence: licence, images: site.model.images(under: licence), paging: paging,
            adjacent: AdjacentPages(at: position, in: site.model.licencesByName) { site.model.licencePages[$0] })
        var frame = PageFrame.entity(
            licence.shownName, distinctName: site.model.distinctName(licence), kind: "pictures", paging: paging, adjacent: subject.adjacent,
            description: PageFrame.description(
                .message(
                    "licence.description",
                    [
                        "is_stated": .bool(licence.isStated), "count": .integer(subject.images.count),
                        "licence": site.model.distinctName(licence),
                    ]), more: .message("descriptions.licence")),
            in: .credits, site.model)
        frame.gallery = Array(subject.shown)
        return frame.view(fields, of: subject, site)
    }

    private static func facts(_ licence: Licence, _ model: SiteModel) -> [TemplateObject] {
        let link = model.link(of: licence)
        return [
            FactView.make(Label.classOfLicence, ValueView.make(LicenceWords.name(licence.licenceClass))),
            FactView.make(Label.terms, link.map { ValueView.make(.text(licence.name), link: $0) } ?? ValueView.unknown(Absence.noLink)),
            FactView.make(Label.howShown, ValueView.make(LicenceWords.treatment(model.settings.images.treatment(of: licence)))),
        ]
    }

    /// A picture with the pages that use it.
    static func picture(_ image: Image, isFirst: Bool, _ site: ViewContext) -> TemplateObject {
        // A picture can have thousands of uses. Few of them are looked at, and each of those once.
        let uses = site.model.catalogue.uses(ofImage: image.id)
        // One page may show a picture twice: an agency's as its logo too.
        var (shown, named): ([TemplateObject], Set<EntityKey>) = ([], [])
        for use in uses.reversed() where named.insert(use.by).inserted {
            if let link = link(to: use, site.model) { shown.append(link) }
            if shown.count == maximumUses { break }
        }
        let subject =
            uses.last { $0.by.kind == .configuration && link(to: $0, site.model) != nil } ?? uses.first { link(to: $0, site.model) != nil }
        let name = subject.flatMap { site.model.shownName(of: $0.by) }
        return [
            "figure": .object(
                PictureView.make(
                    image,
                    of: name.map { subject?.by.kind == .configuration ? PictureView.spacecraft(of: $0) : $0 }
                        ?? .message("pictures.any_spacecraft"),
                    silhouette: subject.map { silhouette(of: $0, site) } ?? .unknown, size: .thumbnail, isFirst: isFirst, site.model)),
            "used_by": .objects(shown),
        ]
    }

    private static func link(to use: ImageUse, _ model: SiteModel) -> TemplateObject? {
        guard let name = model.shownName(of: use.by), let path = model.address(of: use.by) else { return nil }
        return LinkView.make(name, path)
    }

    /// The drawing of what shows the picture.
    private static func silhouette(of use: ImageUse, _ site: ViewContext) -> Silhouette {
        let catalogue = site.model.catalogue
        if let id = use.by.id(of: Spacecraft.self) { return catalogue.spacecraft[id: id].map(site.fragments.silhouette) ?? .unknown }
        if let id = use.by.id(of: Configuration.self) {
            return site.model.silhouette(of: site.model.type(of: catalogue.configurations[id: id]))
        }
        return .unknown
    }

    /// A configuration's picture is on the pages of all its craft. The link to the configuration leads to the rest.
    private static let maximumUses = 12
}
