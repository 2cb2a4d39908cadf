import Catalogue
import Support
import TemplateEngine

/// A kind of pages or other files: what they are to a reader, which of them a site has, and how each is made.
///
/// All that is decided about a page stands here, in the file of its view. ``PageKind/all`` puts the kinds together; planning, rendering,
/// the check of themes, the sitemap and `hangar data` follow from it.
struct PageKind: Sendable {
    let fileKind: FileKind
    /// Nil for what search engines are not sent to.
    let sitemapSection: SitemapSection?
    /// Whether it depends on the pages of the other kinds which of its own there are.
    let followsOthers: Bool
    let content: Content

    enum Content: Sendable {
        /// - Parameters:
        ///   - template: its name in a theme.
        ///   - shape: the fields of the views that it gets.
        case pages(template: String, shape: [(FieldName, TemplateShape)], @Sendable (PlanContext) -> [Page])
        case files(@Sendable (PlanContext) -> [WrittenFile])
    }

    /// Pages that a template of the theme makes.
    init(
        template: String, shape: [(FieldName, TemplateShape)], fileKind: FileKind = .page, sitemap: SitemapSection? = nil,
        followsOthers: Bool = false, _ pages: @escaping @Sendable (PlanContext) -> [Page]
    ) {
        self.fileKind = fileKind
        self.followsOthers = followsOthers
        sitemapSection = sitemap
        content = .pages(template: "pages/\(template).mustache", shape: shape, pages)
    }

    /// Files that are written without a template.
    init(fileKind: FileKind, _ files: @escaping @Sendable (PlanContext) -> [WrittenFile]) {
        self.fileKind = fileKind
        sitemapSection = nil
        followsOthers = false
        content = .files(files)
    }

    /// A single page.
    init(
        _ address: String, template: String, shape: [(FieldName, TemplateShape)], fileKind: FileKind = .page,
        sitemap: SitemapSection? = nil, _ view: @escaping Page.View
    ) {
        self.init(template: template, shape: shape, fileKind: fileKind, sitemap: sitemap) { _ in [Page(address, view)] }
    }

    /// Nil for files that are written without one.
    var template: String? {
        if case .pages(let template, _, _) = content { template } else { nil }
    }
}

/// The parts of the sitemap, in its order.
enum SitemapSection: Sendable, CaseIterable {
    case craft
    /// The pages of what craft have in common.
    case groups
    case lists
}

/// One page that a template makes. Its view is made when it is rendered.
struct Page: Sendable {
    typealias View = @Sendable (Site) -> TemplateObject

    let address: String
    /// When what it shows last changed; nil for the date of the data.
    let modified: Timestamp?
    let view: View

    init(_ address: String, modified: Timestamp? = nil, _ view: @escaping View) {
        self.address = address
        self.modified = modified
        self.view = view
    }
}

/// One file that is written without a template.
struct WrittenFile: Sendable {
    typealias Write = @Sendable (Site, inout OutputBuffer) -> Void

    let address: String
    let write: Write

    init(_ address: String, _ write: @escaping Write) {
        self.address = address
        self.write = write
    }
}

extension PageKind {
    /// The names of all templates that pages are made with, in the order of the kinds.
    static var templates: [String] { all.compactMap(\.template) }

    /// The shapes by which a theme is checked before anything is rendered.
    static func shapes(_ assets: Assets) -> [String: TemplateShape] {
        let outer: [(FieldName, TemplateShape)] = [("site", SiteView.shape), ("assets", assets.shape)]
        return Dictionary(
            uniqueKeysWithValues: all.compactMap { kind in
                guard case .pages(let template, let shape, _) = kind.content else { return nil }
                return (template, .object(outer + shape))
            })
    }
}
