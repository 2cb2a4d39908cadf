/// Which templates name which other templates, wherever in them the tag stands.
struct InclusionGraph: Sendable {
    /// By template the ones that its tags name, in the order of the text.
    let included: [[Int]]

    init(templates: [ParsedTemplate], names: TemplateNames) {
        included = templates.map { template in
            var found: [Int] = []
            for tag in TemplateTags(of: template.nodes).inclusions {
                if case .fixed(let name) = tag.name, let index = names.resolve(name, suffix: template.source.suffix) { found.append(index) }
            }
            return found
        }
    }

    /// Whether a template can come to be included in itself.
    func isRecursive(_ template: Int) -> Bool {
        var seen: Set<Int> = []
        var waiting = included[template]
        while let next = waiting.popLast() {
            if next == template { return true }
            if seen.insert(next).inserted { waiting += included[next] }
        }
        return false
    }

    /// The templates that no other one includes.
    var roots: [Int] {
        var isIncluded = [Bool](repeating: false, count: included.count)
        for (index, others) in included.enumerated() {
            for other in others where other != index { isIncluded[other] = true }
        }
        return isIncluded.indices.filter { !isIncluded[$0] }
    }
}

/// The partial and parent tags of a tree, in the order of the text.
struct TemplateTags {
    struct Inclusion {
        let name: PartialName
        let offset: Int
    }

    private(set) var inclusions: [Inclusion] = []

    init(of nodes: [Node]) {
        collect(nodes)
    }

    private mutating func collect(_ nodes: [Node]) {
        for node in nodes {
            switch node {
            case .text, .variable: break
            case .section(let section): collect(section.body)
            case .block(let block): collect(block.body)
            case .partial(let partial): inclusions.append(Inclusion(name: partial.name, offset: partial.offset))
            case .parent(let parent):
                inclusions.append(Inclusion(name: parent.name, offset: parent.offset))
                for block in parent.overrides { collect(block.body) }
            }
        }
    }
}
