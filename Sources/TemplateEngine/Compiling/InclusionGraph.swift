import Support

/// The inclusions between templates.
struct InclusionGraph: Sendable {
    /// For each template, the templates that its tags name, in the order of the text.
    let included: [[TemplateID]]
    /// For each template, whether its rendering may meet a block. Only then do the arguments around it matter.
    let meetsBlocks: [Bool]
    let tags: [TemplateTags]

    init(templates: [ParsedTemplate], names: TemplateNames) {
        let tags = templates.map { TemplateTags(of: $0.nodes) }
        let included = zip(templates, tags).map { template, tags in
            tags.inclusions.compactMap { tag -> TemplateID? in
                guard case .fixed(let name) = tag.name else { return nil }
                return names.resolve(name, suffix: template.source.suffix)
            }
        }
        self.included = included
        self.tags = tags
        meetsBlocks = Self.spread(
            tags.map { tags in
                !tags.blocks.isEmpty || tags.inclusions.contains { if case .dynamic = $0.name { true } else { false } }
            }, against: included)
    }

    /// Extends a property of templates to all templates that include them.
    private static func spread(_ holds: [Bool], against included: [[TemplateID]]) -> [Bool] {
        var including = [[Int]](repeating: [], count: included.count)
        for (index, others) in included.enumerated() {
            for other in others { including[other.index].append(index) }
        }
        var holds = holds
        var waiting = holds.indices.filter { holds[$0] }
        while let next = waiting.popLast() {
            for other in including[next] where !holds[other] {
                holds[other] = true
                waiting.append(other)
            }
        }
        return holds
    }

    /// Whether a template includes itself, directly or through others.
    func isRecursive(_ template: TemplateID) -> Bool { reach(of: template).contains(template) }

    /// The templates that a template includes, directly or through others.
    func reach(of template: TemplateID) -> Set<TemplateID> {
        var seen: Set<TemplateID> = []
        var waiting = included[template.index]
        while let next = waiting.popLast() {
            if seen.insert(next).inserted { waiting += included[next.index] }
        }
        return seen
    }

    /// The templates that no other template includes.
    var roots: [TemplateID] {
        var isIncluded = [Bool](repeating: false, count: included.count)
        for (index, others) in included.enumerated() {
            for other in others where other.index != index { isIncluded[other.index] = true }
        }
        return isIncluded.indices.filter { !isIncluded[$0] }.map { TemplateID($0) }
    }
}

/// The partial and parent tags of a tree and its blocks, in the order of the text.
struct TemplateTags {
    struct Inclusion {
        let name: PartialName
        let offset: Int
    }

    private(set) var inclusions: [Inclusion] = []
    /// The names of the blocks in which other text can be put, also of those inside the arguments of a parent tag.
    private(set) var blocks: [String] = []
    private(set) var parents: [ParentTag] = []

    init(of nodes: [Node]) {
        collect(nodes)
    }

    private mutating func collect(_ nodes: [Node]) {
        for node in nodes {
            switch node {
            case .text, .variable: break
            case .section(let section): collect(section.body)
            case .block(let block):
                blocks.append(block.name)
                collect(block.body)
            case .partial(let partial): inclusions.append(Inclusion(name: partial.name, offset: partial.offset))
            case .parent(let parent):
                inclusions.append(Inclusion(name: parent.name, offset: parent.offset))
                parents.append(parent)
                for block in parent.arguments { collect(block.body) }
            }
        }
    }
}

/// Finds the template that a tag means.
struct TemplateNames: Sendable {
    private let indices: [String: TemplateID]
    let names: [String]

    var hasDuplicates: Bool { indices.count < names.count }

    init(names: [String]) {
        self.names = names
        indices = Dictionary(names.enumerated().map { ($1, TemplateID($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The template that `name` means in a template with this suffix: `name` with the suffix, otherwise `name.mustache`, otherwise `name`
    /// itself.
    func resolve(_ name: String, suffix: String) -> TemplateID? {
        indices[name + suffix] ?? indices[name + ".mustache"] ?? indices[name]
    }

    /// All names that a template with this suffix can use, with their templates.
    func known(suffix: String) -> [(name: String, template: TemplateID)] {
        var known: [String: TemplateID] = [:]
        for ending in ["", ".mustache", suffix] {
            for (index, name) in names.enumerated() where name.hasSuffix(ending) {
                known[String(name.dropLast(ending.count))] = TemplateID(index)
            }
        }
        return known.sorted { $0.key < $1.key }.map { (name: $0.key, template: $0.value) }
    }

    /// The known name that is nearest to an unknown one.
    func suggestion(for name: String, suffix: String) -> String? {
        let candidates = known(suffix: suffix).map(\.name).filter { !$0.hasSuffix(".mustache") }
        return NameSuggestion.nearest(to: name, among: candidates)
    }
}
