import Support

/// Finds what is put into blocks that no template has, and what stands between the blocks of a parent tag. Rendering drops both without a word, as the
/// Mustache specification says.
struct UnknownBlocks {
    private(set) var errors: [TemplateError] = []

    private let templates: [ParsedTemplate]
    /// Whether each template was parsed without mistakes. Any other may have blocks that nobody knows of.
    private let sound: [Bool]
    private let names: TemplateNames
    private let graph: InclusionGraph
    /// The blocks of the templates that were asked for. Most pages are based on the same few.
    private var known: [TemplateID: Set<String>?] = [:]

    init(_ templates: [ParsedTemplate], sound: [Bool], names: TemplateNames, graph: InclusionGraph) {
        self.templates = templates
        self.sound = sound
        self.names = names
        self.graph = graph
        for index in templates.indices where sound[index] {
            for parent in graph.tags[index].parents { check(parent, in: TemplateID(index)) }
        }
    }

    private mutating func check(_ parent: ParentTag, in template: TemplateID) {
        let source = templates[template.index].source
        if let stray = parent.stray {
            errors.append(
                TemplateError(
                    in: source, at: stray, what: "this is in none of the blocks of {{< \(parent.name)}}, so it is not shown",
                    remedy: "Put it into a block, as in {{$main}}…{{/main}}, or take it out"))
        }
        guard case .fixed(let name) = parent.name, !parent.arguments.isEmpty, let base = names.resolve(name, suffix: source.suffix),
            let blocks = blocks(of: base)
        else { return }
        for argument in parent.arguments where !blocks.contains(argument.name) && !isMetElsewhere(argument.name, from: template) {
            let known = blocks.sorted()
            let suggestion = NameSuggestion.nearest(to: argument.name, among: known).map { "Did you mean '\($0)'?" }
            errors.append(
                TemplateError(
                    in: source, at: argument.offset, what: "'\(names.names[base.index])' has no block '\(argument.name)'",
                    remedy: suggestion
                        ?? (known.isEmpty ? "It has no blocks" : "It has \(known.map { "'\($0)'" }.joined(separator: ", "))")))
        }
    }

    /// The names of the blocks that the rendering of a template may meet. Nil when they cannot all be known.
    private mutating func blocks(of template: TemplateID) -> Set<String>? {
        if let known = known[template] { return known }
        let blocks = collectedBlocks(of: template)
        known[template] = .some(blocks)
        return blocks
    }

    private func collectedBlocks(of template: TemplateID) -> Set<String>? {
        var blocks: Set<String> = []
        for index in graph.reach(of: template).union([template]).map(\.index) {
            guard sound[index], !graph.tags[index].inclusions.contains(where: \.name.isDynamic) else { return nil }
            blocks.formUnion(graph.tags[index].blocks)
        }
        return blocks
    }

    /// Whether a block of this name may come into the parent with something else that is put into it, here or in a template that is based on this one.
    private mutating func isMetElsewhere(_ name: String, from template: TemplateID) -> Bool {
        for other in templates.indices.map({ TemplateID($0) })
        where other == template || graph.reach(of: other).contains(template) {
            if blocks(of: other)?.contains(name) ?? true { return true }
        }
        return false
    }
}
