import Catalogue
import HTMLSanitizer
import Support
import TemplateEngine

/// The common parts of every page: its titles, its place in the site, and the content of its head.
struct PageFrame {
    var address: String
    /// The address for search engines. It is nil when it is the page's own.
    var canonical: String?
    /// The title, from the special to the general. It is unique in the site.
    var title: TemplateValue
    var heading: TemplateValue
    var description: TemplateValue
    /// The entry of the navigation to which the page belongs.
    var section: SitePart?
    var breadcrumbs: [Breadcrumb] = []
    var previous: AdjacentPages.Page?
    var next: AdjacentPages.Page?
    /// The picture that represents the page when it is shared.
    var picture: Image?
    /// Further pictures on the page.
    var gallery: [Image] = []
    /// The necessary drawings, if they are known. Otherwise the page is searched for them.
    var silhouettes: Set<Silhouette>?
    /// The tags of the languages in which the page is. Nil for all of the site.
    var languages: Set<String>?
    /// The address of what the page shows in JSON, from the site's root.
    var record: String?
    /// What the page is about, for search engines.
    var structuredData: [TemplateObject] = []
    /// Whether the page has no place in the site. This is so for the 404 page.
    var isOutside = false

    struct Breadcrumb {
        let name: TemplateValue
        /// Nil for the page itself.
        var path: String?
    }

    /// The maximum length of a description for search engines.
    static let descriptionLimit = 155

    /// The minimum length.
    private static let descriptionMinimum = 40
    private static let describedSubject = MessageLayout("descriptions.subject", "subject", "text")
    private static let describedMore = MessageLayout("descriptions.more", "text", "more")

    /// The description of an entity's page: the source's text, with the entity's name before it where it does not begin with that, so that no
    /// two pages say the same.
    ///
    /// - Parameters:
    ///   - name: the name in the source.
    ///   - subject: the name that no other entity has.
    ///   - otherwise: what is said where there is no text, and before a text that is short.
    static func description(
        _ text: SanitizedHTML?, name: String, subject: TemplateValue, otherwise: TemplateValue
    ) -> TemplateValue {
        guard let text = text?.summary(limit: descriptionLimit) else { return otherwise }
        let isNamed =
            subject == .text(name) && text.hasPrefix(name)
            && !(text.dropFirst(name.count).first.map { $0.isLetter || $0.isNumber } ?? false)
        if text.unicodeScalars.count + (isNamed ? 0 : name.unicodeScalars.count + 2) < descriptionMinimum {
            return describedMore(otherwise, .text(text))
        }
        return isNamed ? .text(text) : describedSubject(subject, .text(text))
    }

    /// A short sentence with another after it.
    static func description(_ text: TemplateValue, more: TemplateValue) -> TemplateValue { describedMore(text, more) }

    private static let fields: ViewFields<(frame: PageFrame, own: TemplateObject), ViewContext> = [
        .init("title", .text) { page, _ in page.frame.title },
        .init("heading", .text) { page, _ in page.frame.heading },
        .init("page_description", .text) { page, site in
            .text(site.text(page.frame.description).summary(limit: descriptionLimit))
        },
        .init("canonical", .text) { page, site in
            page.frame.isOutside ? .null : .text(site.model.settings.baseURL + (page.frame.canonical ?? page.frame.address))
        },
        .init("noindex", .bool) { page, _ in .bool(page.frame.isOutside) },
        .init("alternates", .list(AlternateView.shape)) { page, site in
            page.frame.isOutside || page.frame.canonical != nil
                ? .list([]) : .objects(AlternateView.make(page.frame.address, in: page.frame.languages, site))
        },
        .init("record_path", .text) { page, site in .optional(page.frame.record.map { site.model.settings.rootPath + $0 }) },
        .init("languages", LanguagesView.shape) { page, site in
            .optional(
                LanguagesView.make(
                    page.frame.isOutside ? Address.home : page.frame.canonical ?? page.frame.address, in: page.frame.languages, site))
        },
        .init("root", .text) { page, site in .text(page.frame.root(site)) },
        .init("home_href", .text) { page, site in
            let root = page.frame.root(site)
            return .text(root.isEmpty ? "./" : root)
        },
        .init("social_image", socialImageShape) { page, site in .optional(page.frame.socialImage(site.model)) },
        .init("section", .text) { page, _ in .optional(page.frame.section?.rawValue) },
        .init("navigation", .list(Navigation.shape)) { page, site in
            site.fragments.common.navigation(at: page.frame.isOutside ? Address.home : page.frame.address)
        },
        .init("other_pages", .list(LinkView.shape)) { _, site in site.fragments.common.otherPages },
        .init("breadcrumbs", ["items": .list(LinkView.shape)]) { page, _ in
            page.frame.breadcrumbs.isEmpty ? .null : .object(breadcrumbsLayout, [.objects(page.frame.breadcrumbs.map(breadcrumbView))])
        },
        .init("silhouettes", .object(Silhouette.allCases.map { ($0.field, .bool) })) { page, site in
            .object(page.frame.silhouetteFlags(page.own, site))
        },
        .init("previous", LinkView.shape) { page, _ in .optional(page.frame.previous.map { LinkView.make($0.name, $0.path) }) },
        .init("next", LinkView.shape) { page, _ in .optional(page.frame.next.map { LinkView.make($0.name, $0.path) }) },
        .init("json_ld", .any) { page, site in page.frame.isOutside ? .null : StructuredData.graph(page.frame, site) },
    ]

    private static let socialImageShape: TemplateShape = ["src": .text, "alt": .text]
    private static let socialImageLayout = ObjectLayout(socialImageShape)
    private static let breadcrumbsLayout = ObjectLayout("items")

    static var shape: [(FieldName, TemplateShape)] { fields.shapes }

    /// The shape of a page that has a frame.
    static func around<Subject>(_ own: PageFields<Subject>) -> [(FieldName, TemplateShape)] { shape + own.shapes }

    /// The frame's fields, followed by the page's own.
    func view<Subject>(_ own: PageFields<Subject>, of subject: Subject, _ site: ViewContext) -> TemplateObject {
        view(own.object(subject, site), site)
    }

    /// The same with fields that are made already.
    func view(_ own: TemplateObject, _ site: ViewContext) -> TemplateObject {
        Self.fields.object((self, own), site).merging(own)
    }

    private static func breadcrumbView(_ breadcrumb: Breadcrumb) -> TemplateObject {
        LinkView.make(breadcrumb.name, optional: breadcrumb.path)
    }

    private func root(_ site: ViewContext) -> String { isOutside ? site.model.basePath : Address.root(from: address) }

    private func silhouetteFlags(_ own: TemplateObject, _ site: ViewContext) -> TemplateObject {
        guard let silhouettes else { return SilhouetteUse.flags(in: own) }
        let single = silhouettes.count == 1 ? silhouettes.first.flatMap { site.fragments.common.silhouettes[$0] } : nil
        return single ?? SilhouetteUse.flags(silhouettes)
    }

    /// The page's own picture if it is shown and its licence is known, or else the one of the site.
    private func socialImage(_ model: SiteModel) -> TemplateObject? {
        if let picture, model.catalogue.licences[id: picture.licenceID]?.isStated == true,
            let address = model.pictureAddress(of: picture.id)?.shown
        {
            let alt = picture.title.map { .text($0) } ?? PictureView.picture(of: heading)
            return TemplateObject(Self.socialImageLayout, [.text(address), alt])
        }
        guard let card = model.settings.images.card, let address = WebURL(model.settings.rootURL + PercentEncoding.escaping(card))?.text
        else { return nil }
        return TemplateObject(Self.socialImageLayout, [.text(address), .text(model.title)])
    }
}

extension PageFrame {
    /// The frame of an entity's page, and of the further pages of its list.
    ///
    /// - Parameters:
    ///   - kind: the kind of the page in the words for its title.
    ///   - part: the part of the site that lists the entities of the kind.
    static func entity(
        _ name: TemplateValue, distinctName: TemplateValue, kind: String, paging: Paging, adjacent: AdjacentPages,
        description: TemplateValue, in part: SitePart, picture: Image? = nil, silhouettes: Set<Silhouette>? = nil, _ model: SiteModel
    ) -> PageFrame {
        let own: [Breadcrumb] =
            paging.page > 1
            ? [.init(name: name, path: paging.base), .init(name: .message("page.number", ["page": .text("\(paging.page)")]))]
            : [.init(name: name)]
        return PageFrame(
            address: paging.address,
            title: .message(
                "page.entity_title",
                ["kind": .text(kind), "name": distinctName, "page": pageSuffix(paging.page), "site": .text(model.title)]),
            heading: name,
            description: paged(description, paging), section: part.section, breadcrumbs: [part.breadcrumb] + own,
            previous: paging.pageCount > 1 ? paging.previous : adjacent.previous,
            next: paging.pageCount > 1 ? paging.next : adjacent.next, picture: picture, silhouettes: silhouettes)
    }

    /// The description of a page, which each page of a list has for itself.
    static func paged(_ description: TemplateValue, _ paging: Paging) -> TemplateValue {
        paging.page > 1 ? .message("descriptions.page", ["page": .text("\(paging.page)"), "text": description]) : description
    }

    /// The frame of an index or of a single page.
    static func single(
        _ heading: TemplateValue, address: String, description: TemplateValue, section: SitePart? = nil, _ model: SiteModel
    ) -> PageFrame {
        PageFrame(
            address: address, title: title(heading, model), heading: heading, description: description, section: section,
            breadcrumbs: [.init(name: heading)])
    }

    /// The frame of a list in one of its orders.
    ///
    /// - Parameters:
    ///   - description: that of the list's own page.
    ///   - count: the number of entities in the list.
    static func list(_ order: ListOrder, description: TemplateValue, count: Int, section: SitePart, _ model: SiteModel) -> PageFrame {
        let heading = order.list.heading
        guard !order.isFirst else {
            return single(heading, address: order.address, description: description, section: section, model)
        }
        return PageFrame(
            address: order.address, title: title(order.caption, model), heading: heading,
            description: .message("orders.description", ["heading": heading, "order": order.words, "count": .integer(count)]),
            section: section,
            breadcrumbs: [
                .init(name: heading, path: order.list.address), .init(name: .message("orders.crumb", ["order": order.words])),
            ])
    }

    /// `Records – A register of spacecraft`
    static func title(_ heading: TemplateValue, _ model: SiteModel) -> TemplateValue {
        .message("page.title", ["heading": heading, "site": .text(model.title)])
    }

    /// `, page 2`, or nothing for the first page.
    static func pageSuffix(_ page: Int) -> TemplateValue { page > 1 ? .message("page.suffix", ["page": .text("\(page)")]) : "" }
}
