import Catalogue
import TemplateEngine

/// The pictures without a known licence, those on the most craft first, with the way to mend that at the source. A site without such
/// pictures has no such page.
enum MissingLicencesView {
    static let kind = PageKind(template: "missing-licences.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists) {
        plan in
        let pictures = pictures(plan.model)
        guard !pictures.isEmpty else { return [] }
        return plan.pagings(Address.missingLicences, total: pictures.count).map { paging in
            Page(
                paging.address, modified: plan.model.dates.pictures(pictures[paging.rows].map(\.image), in: plan.model.catalogue),
                inputs: plan.inputs.entities
            ) { view(Subject(pictures: pictures[paging.rows], paging: paging), $0) }
        }
    }

    struct Picture: Sendable {
        let image: Image
        /// The number of craft that show it, or would show it if its licence allowed that.
        let craft: Int
    }

    private struct Subject {
        let pictures: ArraySlice<Picture>
        let paging: Paging
    }

    private static let fields: PageFields<Subject> = [
        .init("lead", .text) { page, _ in .message("missing_licences.lead", ["count": .integer(page.paging.total)]) },
        .init("report_link", .text) { _, _ in .text(PictureView.reportLink) },
        .init("pictures_heading", .text) { page, _ in .message("missing_licences.pictures", ["count": .integer(page.paging.total)]) },
        .init("pictures", .list(["figure": PictureView.shape, "used_by": .list(LinkView.shape), "shown_by": .text])) { page, site in
            .objects(
                page.pictures.enumerated().map { index, picture in
                    var view = LicenceView.picture(picture.image, isFirst: index == 0, site)
                    view["shown_by"] = .message(
                        "missing_licences.shown_by", ["id": .text("\(picture.image.id)"), "count": .integer(picture.craft)])
                    return view
                })
        },
        .init("pager", PagerView.shape) { page, _ in .optional(PagerView.make(page.paging)) },
    ]

    static let heading = TemplateValue.message("missing_licences.heading")

    /// The pictures, those on the most craft first. Equal ones are in the order of their ids.
    static func pictures(_ model: SiteModel) -> [Picture] {
        let craft = model.catalogue.craftCountsByPicture()
        return images(model).map { Picture(image: $0, craft: craft[$0.id] ?? 0) }.sorted {
            ($1.craft, $0.image.id) < ($0.craft, $1.image.id)
        }
    }

    /// The link to the page, with the number of its pictures. Nil when there are none.
    static func link(_ model: SiteModel) -> TemplateObject? {
        let count = images(model).count
        return count == 0
            ? nil : LinkView.make(.message("credits.missing_licences", ["count": .integer(count)]), Address.missingLicences)
    }

    private static func images(_ model: SiteModel) -> [Image] {
        model.licencesByName.filter { $0.licenceClass == .unknown }.flatMap { model.images(under: $0) }
    }

    private static func view(_ page: Subject, _ site: ViewContext) -> TemplateObject {
        let paging = page.paging
        let model = site.model
        let index = PageFrame.Breadcrumb(name: SitePart.credits.name, path: Address.credits)
        let own: [PageFrame.Breadcrumb] =
            paging.page > 1
            ? [.init(name: heading, path: paging.base), .init(name: .message("page.number", ["page": .text("\(paging.page)")]))]
            : [.init(name: heading)]
        var frame = PageFrame(
            address: paging.address,
            title: .message(
                "missing_licences.title", ["page": PageFrame.pageSuffix(paging.page), "site": .text(model.title)]),
            heading: heading,
            description: PageFrame.paged(.message("missing_licences.description", ["count": .integer(paging.total)]), paging),
            section: .credits, breadcrumbs: [index] + own, previous: paging.previous, next: paging.next)
        frame.gallery = page.pictures.map(\.image)
        return frame.view(fields, of: page, site)
    }
}
