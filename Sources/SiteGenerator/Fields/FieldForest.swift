import TemplateEngine

/// The fields of all views as trees, by their declared shapes, with what was seen in them.
struct FieldForest {
    private var trees: [String: FieldNode] = [:]
    private let partNodes: [(name: String, node: FieldNode)]

    init(_ shapes: [String: TemplateShape]) {
        let parts = ViewPart.all.map { (name: $0.name, node: FieldNode($0.name, $0.shape)) }
        for (_, node) in parts { node.link(parts) }
        for (template, shape) in shapes {
            let tree = FieldNode(template, shape)
            tree.link(parts)
            trees[template] = tree
        }
        partNodes = parts
    }

    /// In alphabetical order.
    var templates: [String] { trees.keys.sorted() }

    /// Notes what the fields of a template's view hold.
    func observe(_ view: TemplateValue, of template: String) { trees[template]?.observe(view) }

    /// The fields that the views of all these templates have, with what was seen in any of them.
    func fields(of templates: [String]) -> [ViewField] {
        let nodes = templates.compactMap { trees[$0] }
        guard let first = nodes.first else { return [] }
        return first.children.compactMap { child in
            let others = nodes.dropFirst().compactMap { $0.children.first { $0.name == child.name } }
            return others.count == nodes.count - 1 ? FieldNode.field([child] + others) : nil
        }
    }

    var parts: [(name: String, fields: [ViewField])] {
        partNodes.map { part in (part.name, part.node.children.map { FieldNode.field([$0]) }) }
    }
}
