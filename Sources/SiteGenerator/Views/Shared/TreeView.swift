import Catalogue
import TemplateEngine

/// A family's tree: families, the configurations below them, and the craft whose page shows the tree.
enum TreeView {
    static let shape: TemplateShape = ["roots": .list(nodeShape)]

    private static let layout = ObjectLayout(shape)
    private static let nodeLayout = ObjectLayout(nodeShape)
    private static let childrenLayout = ObjectLayout("items")
    private static let family = TemplateValue.message("tree.family")
    private static let craftCount = MessageLayout("tree.craft", "count")

    private static let nodeShape: TemplateShape = [
        "name": .text, "path": .text, "current": .bool, "is_ship": .bool, "note": .text,
        "children": ["items": .list(.lazy { nodeShape })],
    ]

    /// The entity whose page shows the tree.
    enum Place {
        case craft(Spacecraft, address: String)
        case configuration(Configuration)
        case family(Family)
    }

    /// The tree around a configuration: its families, each below its ancestors.
    static func make(around configuration: Configuration, at place: Place, _ site: ViewContext) -> TemplateObject {
        let families = site.model.families(of: configuration)
        guard !families.isEmpty else { return tree([node(configuration, at: place, site)]) }
        let roots = families.map { site.model.tree.root(around: $0, site.model.catalogue) }
        let distinct = roots.enumerated().filter { index, root in !roots[..<index].contains { $0.id == root.id } }.map(\.element)
        return tree(distinct.map { node($0, at: place, site) })
    }

    /// The whole tree to which a family belongs.
    static func make(around family: Family, _ site: ViewContext) -> TemplateObject {
        let root = site.model.tree.root(around: family, site.model.catalogue)
        return tree([node(root, at: .family(family), site)])
    }

    /// The trees of the families that an agency builds.
    static func make(familiesOf agency: Agency, _ site: ViewContext) -> TemplateObject? {
        let families = site.model.catalogue.families(manufacturedBy: agency.id)
        let own = Set(families.map(\.id))
        let roots = families.filter { family in !site.model.catalogue.ancestors(ofFamily: family.id).contains { own.contains($0.id) } }
        guard !roots.isEmpty else { return nil }
        return tree(SiteModel.naturallyOrdered(roots).map { node($0, at: nil, site) })
    }

    private static func tree(_ roots: [TemplateObject]) -> TemplateObject { TemplateObject(layout, [.objects(roots)]) }

    private static func node(_ family: Family, at place: Place?, depth: Int = 0, _ site: ViewContext) -> TemplateObject {
        let below = depth < FamilyTree.depthLimit ? site.model.tree.families(below: family) : []
        let families = below.map { node($0, at: place, depth: depth + 1, site) }
        let configurations = site.model.tree.configurations(of: family).map { node($0, at: place, site) }
        let isCurrent = if case .family(let current) = place { current.id == family.id } else { false }
        return node(
            family.shownName, Address.page(of: family), isCurrent: isCurrent, note: self.family,
            children: families + configurations)
    }

    private static func node(_ configuration: Configuration, at place: Place?, _ site: ViewContext) -> TemplateObject {
        let fragments = site.fragments.ofConfiguration(configuration.id)
        let address = fragments?.address ?? Address.page(of: configuration)
        switch place {
        case .configuration(let current) where current.id == configuration.id:
            return node(configuration, address: address, isCurrent: true, site.model)
        case .craft(let craft, let craftAddress) where craft.configurationID == configuration.id:
            return node(
                configuration, address: address, children: [node(craft.shownName, craftAddress, isCurrent: true, isCraft: true)],
                site.model)
        default:
            return fragments?.treeNode.value ?? node(configuration, address: address, site.model)
        }
    }

    /// A configuration in a tree.
    static func node(
        _ configuration: Configuration, address: String, isCurrent: Bool = false, children: [TemplateObject] = [], _ model: SiteModel
    ) -> TemplateObject {
        let count = model.craft(ofConfiguration: configuration.id).positions.count
        return node(
            configuration.shownName, address, isCurrent: isCurrent, note: craftCount(.integer(count)),
            children: children)
    }

    private static func node(
        _ name: TemplateValue, _ path: String, isCurrent: Bool, isCraft: Bool = false, note: TemplateValue = .null,
        children: [TemplateObject] = []
    ) -> TemplateObject {
        TemplateObject(
            nodeLayout,
            [
                name, .text(path), .bool(isCurrent), .bool(isCraft), note,
                children.isEmpty ? .null : .object(childrenLayout, [.objects(children)]),
            ])
    }
}
