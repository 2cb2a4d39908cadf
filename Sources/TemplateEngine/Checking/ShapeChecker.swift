import Support

/// Walks through templates as rendering would, with the shapes of views in place of values. It finds names that no context can have, and
/// on demand notes which fields are used.
struct ShapeChecker {
    /// Enough for templates that people write. Anything deeper is left to the limits of rendering.
    private static let depthLimit = 200

    let templates: [ParsedTemplate]
    /// Whether each template was parsed without mistakes. The others would only give mistakes that follow from the first ones.
    private let sound: [Bool]
    private let names: TemplateNames
    private let sharedShapes: [TemplateShape]
    let messages: Messages
    let isStrict: Bool
    /// Noting the used fields takes as long as all else.
    private let notesUsage: Bool
    /// The tags that take lists and objects too.
    private let wholeValues: Set<TagPosition>
    private(set) var errors: [TemplateError] = []
    private var noted: Set<UsedField> = []
    private var shapes: [(template: TemplateID, shape: TemplateShape)] = []
    private var reached: Set<TemplateID> = []
    private var visited: Set<Visit> = []
    /// A number for each chain of sections that occurs. Equal chains have equal numbers.
    private var sections: [SectionStep: Int] = [:]
    private var blocks: [TagPosition: BlockTag] = [:]
    /// The template whose view is being checked.
    private(set) var entry = TemplateID(0)

    private struct UsedField: Hashable {
        let entry: TemplateID
        let root: Int
        let path: String
    }

    private struct Visit: Hashable {
        let template: TemplateID
        let arguments: BlockArguments
        let scope: Int
    }

    /// A section inside a chain of sections.
    private struct SectionStep: Hashable {
        let outer: Int
        let path: Path
    }

    /// The current place of the walk.
    struct Place {
        var template: TemplateID
        var arguments = BlockArguments()
        var scope: ShapeScope
        var expanding: [TagPosition] = []
        /// The templates that are being included. The outermost is first.
        var chain: [TemplateID]
        var depth = 0
    }

    init(
        templates: [ParsedTemplate], sound: [Bool], names: TemplateNames, sharedShapes: [TemplateShape], wholeValues: Set<TagPosition>,
        messages: Messages, isStrict: Bool, notesUsage: Bool = false
    ) {
        self.templates = templates
        self.sound = sound
        self.names = names
        self.sharedShapes = sharedShapes
        self.messages = messages
        self.isStrict = isStrict
        self.notesUsage = notesUsage
        self.wholeValues = wholeValues
    }

    /// Checks the templates with these names against the shapes of their views.
    mutating func check(_ shapes: [String: TemplateShape]) {
        for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) { check(name, shape: shape) }
    }

    private mutating func check(_ name: String, shape: TemplateShape) {
        guard let template = names.resolve(name, suffix: "") else {
            let suggestion = NameSuggestion.nearest(to: name, among: names.names).map { "Did you mean '\($0)'?" }
            let source = TemplateSource(name: name, bytes: [], origin: name)
            errors.append(
                TemplateError(
                    in: source, at: 0, what: "a view is declared for '\(name)', which is not among the templates",
                    remedy: suggestion ?? "Add the template, or take the view out"))
            return
        }
        entry = template
        visited.removeAll()
        shapes.append((template, shape))
        visit(template, Place(template: template, scope: ShapeScope(roots: sharedShapes + [shape], hasPaths: notesUsage), chain: []))
    }

    private mutating func visit(_ template: TemplateID, _ place: Place) {
        reached.insert(template)
        // A template inside itself is checked once more, in the scope of the inner one. Any deeper copy only repeats that.
        guard sound[template.index], place.chain.count(where: { $0 == template }) < 2, place.depth < Self.depthLimit else { return }
        guard visited.insert(Visit(template: template, arguments: place.arguments, scope: place.scope.identity)).inserted else { return }
        var inner = place
        inner.template = template
        inner.expanding = []
        inner.chain.append(template)
        walk(templates[template.index].nodes, inner)
    }

    private mutating func walk(_ nodes: [Node], _ place: Place) {
        var place = place
        place.depth += 1
        if place.depth > Self.depthLimit { return }
        for node in nodes {
            switch node {
            case .text: break
            case .variable(let variable): check(variable, place)
            case .section(let section): walk(section, place)
            case .partial(let partial): include(partial.name, at: partial.offset, place)
            case .parent(let parent):
                if case .fixed(let name) = parent.name, let key = Path(name).flatMap(messages.key) {
                    checkWords(key, parts: parent.arguments, at: parent.offset, place)
                    for part in parent.arguments { walk(part.body, place) }
                    continue
                }
                var inner = place
                inner.arguments = place.arguments.adding(parent.arguments, of: place.template)
                for block in parent.arguments { blocks[TagPosition(template: place.template, offset: block.offset)] = block }
                include(parent.name, at: parent.offset, inner)
            case .block(let block): walk(block, place)
            }
        }
    }

    private mutating func walk(_ section: SectionTag, _ place: Place) {
        let meaning = place.scope.meaning(of: section.path)
        note(meaning)
        if let key = messages.key(of: section.path) {
            reportWords(key, asSectionAt: section.offset, place)
        } else if case .nothing(let name, let known) = meaning {
            reportUnknown(name, of: section.path, known: known, at: section.offset, place)
        }
        if section.inverted {
            walk(section.body, place)
        } else if loopValueIsSet(section.path, meaning, place) {
            walk(section.body, place)
        } else if let inner = place.scope.entering(meaning, identity: identity(of: section.path, in: place)) {
            var within = place
            within.scope = inner
            walk(section.body, within)
        }
    }

    private mutating func identity(of path: Path, in place: Place) -> Int {
        let step = SectionStep(outer: place.scope.identity, path: path)
        if let known = sections[step] { return known }
        sections[step] = sections.count + 1
        return sections.count
    }

    private func loopValueIsSet(_ path: Path, _ meaning: ShapeScope.Meaning, _ place: Place) -> Bool {
        if case .nothing = meaning { path.loopValue != nil && place.scope.isInLoop } else { false }
    }

    private mutating func walk(_ block: BlockTag, _ place: Place) {
        guard let argument = place.arguments.byName[block.name], !place.expanding.contains(argument), let content = blocks[argument] else {
            walk(block.body, place)
            return
        }
        var inner = place
        inner.template = argument.template
        inner.expanding.append(argument)
        walk(content.body, inner)
    }

    private mutating func include(_ name: PartialName, at offset: Int, _ place: Place) {
        let suffix = templates[place.template.index].source.suffix
        switch name {
        case .fixed(let name):
            if let template = names.resolve(name, suffix: suffix) { visit(template, place) }
        case .dynamic(let path):
            let meaning = place.scope.meaning(of: path)
            note(meaning)
            if case .nothing(let name, let known) = meaning { reportUnknown(name, of: path, known: known, at: offset, place) }
            reached.formUnion(names.known(suffix: suffix).map(\.template))
            // What those read is not followed.
            if notesUsage { noted.insert(UsedField(entry: entry, root: sharedShapes.count, path: UsedFields.everything)) }
        }
    }

    private mutating func check(_ variable: VariableTag, _ place: Place) {
        if let key = messages.key(of: variable.path) {
            checkWords(key, parts: [], at: variable.offset, place)
            return
        }
        let meaning = place.scope.meaning(of: variable.path)
        note(meaning)
        switch meaning {
        case .anything: break
        case .value(let level): checkShape(level.shape, of: variable, place)
        case .nothing(let name, let known): reportUnknown(name, of: variable.path, known: known, at: variable.offset, place)
        }
    }

    private mutating func checkShape(_ shape: TemplateShape, of variable: VariableTag, _ place: Place) {
        let takesAll =
            variable.filters.contains { $0.filter == .json || $0.filter == .count }
            || wholeValues.contains(TagPosition(template: place.template, offset: variable.offset))
        switch shape {
        case .list, .object:
            if takesAll { return noteWhole(variable, place) }
            report(
                variable.offset, place, "'\(variable.path)' is \(shape.noun), which prints as nothing",
                "Open it with {{#\(variable.path)}}, or name a value in it")
        case .text, .number, .bool:
            guard variable.unescaped, templates[place.template.index].source.suffix == ".html.mustache" else { return }
            report(
                variable.offset, place, "'\(variable.path)' is \(shape.noun), and only safe HTML is printed unescaped",
                "Write {{\(variable.path)}}, or give the view a sanitized value")
        case .any, .html, .lazy:
            break
        }
    }

    /// The contents of a value that is printed as it is, or by a filter for all of it, are all used. Their number alone needs none of them.
    private mutating func noteWhole(_ variable: VariableTag, _ place: Place) {
        guard notesUsage, case .value(let level) = place.scope.meaning(of: variable.path),
            variable.filters.first?.filter != .count
        else { return }
        noted.insert(UsedField(entry: entry, root: level.root, path: UsedFields.everything(below: level.path)))
    }

    /// What the templates that were checked read of their own views.
    var usedFields: UsedFields { UsedFields(paths: Set(noted.filter { $0.root == sharedShapes.count }.map(\.path))) }

    mutating func note(_ meaning: ShapeScope.Meaning) {
        guard notesUsage, case .value(let level) = meaning, !level.path.isEmpty else { return }
        var path = level.path[...]
        while true {
            let isNew = noted.insert(UsedField(entry: entry, root: level.root, path: String(path))).inserted
            guard isNew, let dot = path.lastIndex(of: ".") else { return }
            path = path[..<dot]
        }
    }

    func source(at place: Place) -> TemplateSource { templates[place.template.index].source }

    /// Notes a mistake outside of templates.
    mutating func add(_ error: TemplateError) {
        if !errors.contains(error) { errors.append(error) }
    }

    mutating func report(_ offset: Int, _ place: Place, _ what: String, _ remedy: String, topic: TemplateError.Topic? = nil) {
        guard isStrict else { return }
        let error = TemplateError(in: source(at: place), at: offset, what: what, remedy: remedy, topic: topic)
        // A mistake in a partial of many pages is reported once.
        if !errors.contains(where: { $0.file == error.file && $0.line == error.line && $0.column == error.column }) { errors.append(error) }
    }

    /// The usage of all templates checked so far.
    func usage(graph: InclusionGraph) -> TemplateUsage {
        var usage = TemplateUsage()
        for (template, others) in zip(templates, graph.included) {
            var included: [String] = []
            for other in others where !included.contains(names.names[other.index]) { included.append(names.names[other.index]) }
            usage.includes.append((template.source.name, included))
        }
        let fields = noted.filter { !$0.path.hasSuffix(UsedFields.everything) }
        for (template, shape) in shapes {
            let used = Set(fields.filter { $0.entry == template && $0.root == sharedShapes.count }.map { $0.path })
            usage.fields[names.names[template.index]] = used
            usage.unusedFields[names.names[template.index]] = DeclaredFields.unused(of: shape, used: used)
        }
        usage.sharedFields = Set(fields.filter { $0.root < sharedShapes.count }.map { $0.path })
        usage.unusedSharedFields = sharedShapes.flatMap { DeclaredFields.unused(of: $0, used: usage.sharedFields) }
        usage.unusedTemplates = templates.indices.filter { !reached.contains(TemplateID($0)) }.map { names.names[$0] }
        return usage
    }
}
