/// A set of templates, parsed, checked and compiled. It never changes, so many threads can render from it at once.
final class LoadedTemplates: Sendable {
    let sources: [TemplateSource]
    let names: TemplateNames
    let options: TemplateOptions
    let program: Program
    /// For each template, the procedure that renders it alone.
    let entries: [ProcedureID]
    /// The keys of the messages that templates name.
    let usedMessages: Set<String>
    private let shapes: [String: TemplateShape]
    private let sharedShapes: [TemplateShape]

    init(
        _ sources: [TemplateSource], shapes: [String: TemplateShape], sharedShapes: [TemplateShape], options: TemplateOptions,
        isKnownToFit: Bool
    ) throws(TemplateErrors) {
        self.sources = sources
        self.options = options
        self.shapes = shapes
        self.sharedShapes = sharedShapes
        let names = TemplateNames(names: sources.map { $0.name })
        self.names = names
        let parsed = sources.map(TemplateParser.parse)
        let templates = parsed.map { $0.template }
        var errors = parsed.flatMap { $0.errors }
        if names.hasDuplicates { errors += Self.duplicates(in: sources) }
        let sound = parsed.map { $0.errors.isEmpty }

        let compiler: Compiler
        (compiler, entries) = Self.compiled(templates, names: names, shapes: shapes, messages: options.messages)
        if options.strict {
            errors += Self.unknownPartials(in: templates, compiler.graph.tags, names: names, options.messages)
            errors += UnknownBlocks(templates, sound: sound, names: names, graph: compiler.graph).errors
        }
        if !isKnownToFit {
            var checker = ShapeChecker(
                templates: templates, sound: sound, names: names, sharedShapes: sharedShapes,
                wholeValues: compiler.wholeValues, messages: options.messages, isStrict: options.strict)
            checker.check(shapes)
            errors += checker.errors
        }
        // Mistakes in the placement of tags follow from a tag that is not closed. Those are left out.
        let unsound = Set(parsed.filter { !$0.errors.isEmpty }.map { $0.template.source.origin })
        errors += compiler.errors.filter { !unsound.contains($0.file) }
        errors += Self.endlessCalls(compiler.calls, procedures: compiler.program.procedures, sources: sources)
        program = compiler.program
        usedMessages = compiler.usedMessages
        guard errors.isEmpty else {
            throw TemplateErrors(errors, order: sources.map(\.origin))
        }
    }

    /// It is worked out anew each time. Few ask for it, and those who render need neither the time nor the memory that it takes.
    var usage: TemplateUsage {
        let (checker, compiler) = usage(of: shapes)
        return checker.usage(graph: compiler.graph)
    }

    func usedFields(of template: String) -> UsedFields {
        usage(of: shapes.filter { $0.key == template }).checker.usedFields
    }

    private func usage(of shapes: [String: TemplateShape]) -> (checker: ShapeChecker, compiler: Compiler) {
        let templates = sources.map { TemplateParser.parse($0).template }
        let (compiler, _) = Self.compiled(templates, names: names, shapes: shapes, messages: options.messages)
        var checker = ShapeChecker(
            templates: templates, sound: templates.map { _ in true }, names: names, sharedShapes: sharedShapes,
            wholeValues: compiler.wholeValues, messages: options.messages, isStrict: options.strict, notesUsage: true)
        checker.check(shapes)
        return (checker, compiler)
    }

    /// The templates as a program, and for each of them the procedure that renders it alone.
    private static func compiled(
        _ templates: [ParsedTemplate], names: TemplateNames, shapes: [String: TemplateShape], messages: Messages
    ) -> (Compiler, [ProcedureID]) {
        var compiler = Compiler(templates: templates, names: names, messages: messages)
        let pages = Set(compiler.graph.roots + shapes.keys.compactMap { names.resolve($0, suffix: "") })
        let entries = templates.indices.map { TemplateID($0) }.map { compiler.entry($0, isPage: pages.contains($0)) }
        compiler.run()
        return (compiler, entries)
    }

    private static func duplicates(in sources: [TemplateSource]) -> [TemplateError] {
        var origins: [String: String] = [:]
        var errors: [TemplateError] = []
        for source in sources {
            if let first = origins.updateValue(source.origin, forKey: source.name) {
                errors.append(
                    TemplateError(
                        in: source, at: 0, what: "there are two templates named '\(source.name)'", remedy: "Rename this one, or \(first)"))
            }
        }
        return errors
    }

    private static func unknownPartials(
        in templates: [ParsedTemplate], _ tags: [TemplateTags], names: TemplateNames, _ messages: Messages
    ) -> [TemplateError] {
        var errors: [TemplateError] = []
        for (template, tags) in zip(templates, tags) {
            let suffix = template.source.suffix
            for tag in tags.inclusions {
                guard case .fixed(let name) = tag.name, names.resolve(name, suffix: suffix) == nil else { continue }
                if Path(name).flatMap(messages.key) != nil { continue }
                let suggestion = names.suggestion(for: name, suffix: suffix).map { "Did you mean '\($0)'?" }
                errors.append(
                    TemplateError(
                        in: template.source, at: tag.offset, what: "there is no template '\(name)'",
                        remedy: suggestion ?? "Add \(name)\(suffix.isEmpty ? ".mustache" : suffix), or take this tag out"))
            }
        }
        return errors
    }

    private static func endlessCalls(_ calls: [ProcedureCall], procedures: [Program.Procedure], sources: [TemplateSource])
        -> [TemplateError]
    {
        var errors: [TemplateError] = []
        var reported: Set<Set<TemplateID>> = []
        for cycle in CycleFinder.cycles(in: calls, procedures: procedures.count) {
            // Reported at the first of its templates, whatever the search found first.
            let callers = cycle.map { procedures[$0.from.index].template }
            guard let first = callers.min(), let start = callers.firstIndex(of: first) else { continue }
            // A cycle is found once for each way in which its templates are used.
            guard reported.insert(Set(callers)).inserted else { continue }
            let chain = (callers[start...] + callers[..<start] + [first]).map { sources[$0.index].name }
            let last = cycle[(start + cycle.count - 1) % cycle.count]
            errors.append(
                TemplateError(
                    in: sources[last.position.template.index], at: Int(last.position.offset),
                    what: "templates include each other without end: \(chain.joined(separator: " → "))",
                    remedy: "Put one of these tags inside a section, so that the data can end it"))
        }
        return errors
    }
}

/// Finds procedures that call each other endlessly for any data.
private struct CycleFinder {
    /// The cycles. Each occurs once, as the calls that form it, in order.
    static func cycles(in calls: [ProcedureCall], procedures: Int) -> [[ProcedureCall]] {
        if calls.isEmpty { return [] }
        var outgoing = [[ProcedureCall]](repeating: [], count: procedures)
        for call in calls { outgoing[call.from.index].append(call) }
        var finder = CycleFinder(outgoing: outgoing)
        for procedure in 0..<procedures { finder.search(from: procedure) }
        return finder.found
    }

    private enum State {
        case unseen
        case onPath
        case done
    }

    private let outgoing: [[ProcedureCall]]
    private var states: [State]
    private var found: [[ProcedureCall]] = []

    private init(outgoing: [[ProcedureCall]]) {
        self.outgoing = outgoing
        states = [State](repeating: .unseen, count: outgoing.count)
    }

    /// Searches depth first, with its own stack. Chains of templates can be longer than a thread's stack allows.
    private mutating func search(from root: Int) {
        guard states[root] == .unseen else { return }
        states[root] = .onPath
        var path: [ProcedureCall] = []
        var stack = [(procedure: root, next: 0)]
        while let top = stack.last {
            guard top.next < outgoing[top.procedure].count else {
                states[top.procedure] = .done
                stack.removeLast()
                if !path.isEmpty { path.removeLast() }
                continue
            }
            stack[stack.count - 1].next += 1
            let call = outgoing[top.procedure][top.next]
            switch states[call.to.index] {
            case .unseen:
                states[call.to.index] = .onPath
                path.append(call)
                stack.append((call.to.index, 0))
            case .onPath:
                let start = path.lastIndex { $0.from == call.to } ?? path.count
                found.append(path[start...] + [call])
            case .done:
                break
            }
        }
    }
}
