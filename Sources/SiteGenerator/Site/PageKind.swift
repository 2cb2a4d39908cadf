import Catalogue
import Support
import TemplateEngine

/// A kind of pages or other files: its purpose for a reader, its pages on a site, and the way to make each of them.
///
/// All decisions about a page are in the file of its view. ``PageKind/all`` lists the kinds. Planning, rendering, the check of themes, the
/// sitemap and `hangar data` follow from that list.
struct PageKind: Sendable {
    let fileKind: FileKind
    /// Nil for pages that are not in the sitemap.
    let sitemapSection: SitemapSection?
    /// Whether the list of its own pages depends on the pages of the other kinds.
    let followsOthers: Bool
    /// Whether its files are the same in all languages of a site, so that there is one for all.
    var isShared = false
    /// A view with all its fields, for a page whose view has only those that its template reads.
    var wholeView: Page.View?
    let content: Content

    enum Content: Sendable {
        /// - Parameters:
        ///   - template: the name of the template in a theme.
        ///   - shape: the fields of the views for the template.
        case pages(template: String, shape: [(FieldName, TemplateShape)], @Sendable (PlanContext) -> [Page])
        case files(@Sendable (PlanContext) -> [WrittenFile])
    }

    /// Pages that a template of the theme makes.
    init(
        template: String, shape: [(FieldName, TemplateShape)], fileKind: FileKind = .page, sitemap: SitemapSection? = nil,
        followsOthers: Bool = false, isShared: Bool = false, _ pages: @escaping @Sendable (PlanContext) -> [Page]
    ) {
        self.fileKind = fileKind
        self.followsOthers = followsOthers
        self.isShared = isShared
        sitemapSection = sitemap
        content = .pages(template: "pages/\(template).mustache", shape: shape, pages)
    }

    /// Files that are written without a template.
    init(fileKind: FileKind, isShared: Bool = false, _ files: @escaping @Sendable (PlanContext) -> [WrittenFile]) {
        self.fileKind = fileKind
        sitemapSection = nil
        followsOthers = false
        self.isShared = isShared
        content = .files(files)
    }

    /// A single page.
    init(
        _ address: String, template: String, shape: [(FieldName, TemplateShape)], fileKind: FileKind = .page,
        sitemap: SitemapSection? = nil, modified: @escaping @Sendable (SiteModel) -> Timestamp?,
        inputs: @escaping @Sendable (PageInputs) -> InputHash, _ view: @escaping Page.View
    ) {
        self.init(template: template, shape: shape, fileKind: fileKind, sitemap: sitemap) { plan in
            [Page(address, modified: modified(plan.model), inputs: inputs(plan.inputs), view)]
        }
    }

    /// Nil for files that are written without a template.
    var template: String? {
        if case .pages(let template, _, _) = content { template } else { nil }
    }
}

/// The parts of the sitemap, in the sitemap's order.
enum SitemapSection: Sendable, CaseIterable {
    case craft
    /// The pages of the groups to which craft belong.
    case groups
    case lists
}

/// One page from a template. Its view is made at rendering.
struct Page: Sendable {
    typealias View = @Sendable (ViewContext) -> TemplateObject

    let address: String
    /// The time at which what the page shows last changed, by ``PageDates``. Nil when it is not known.
    let modified: Timestamp?
    /// Everything that the view reads, by ``PageInputs``, but for what all pages share.
    let inputs: InputHash
    /// The tags of the languages in which the page is. Nil for all of the site.
    var languages: Set<String>?
    let view: View

    init(_ address: String, modified: Timestamp?, inputs: InputHash, languages: Set<String>? = nil, _ view: @escaping View) {
        self.address = address
        self.modified = modified
        self.inputs = inputs
        self.languages = languages
        self.view = view
    }
}

/// One file that is written without a template.
struct WrittenFile: Sendable {
    typealias Write = @Sendable (ViewContext, inout OutputBuffer) throws(RenderError) -> Void

    let address: String
    /// See ``Page/inputs``. Nil for a file that is made by every build.
    let inputs: InputHash?
    let write: Write

    init(_ address: String, inputs: InputHash?, _ write: @escaping Write) {
        self.address = address
        self.inputs = inputs
        self.write = write
    }
}

extension PageKind {
    /// The names of all templates for pages of the theme, in the order of the kinds.
    static let templates: [String] = all.compactMap(\.template)

    /// The shapes for the check of a theme before anything is rendered.
    ///
    /// - Parameter pages: the pages that templates of the site make.
    static func shapes(_ assets: Assets, pages: [TemplatePage] = []) -> [String: TemplateShape] {
        let outer: [(FieldName, TemplateShape)] = [
            ("site", SiteView.shape), ("assets", assets.shape), ("modified", ModifiedView.shape),
        ]
        // Several pages of the site may be made by one template.
        return Dictionary(
            all(with: pages).compactMap { kind in
                guard case .pages(let template, let shape, _) = kind.content else { return nil }
                return (template, .object(outer + shape))
            }, uniquingKeysWith: { first, _ in first })
    }
}
