/// A set of templates, parsed, checked and compiled; never changed again, so that many threads can render from it at once.
final class LoadedTemplates: Sendable {
    let sources: [TemplateSource]
    let names: TemplateNames
    let options: TemplateOptions
    let program: Program
    /// For each template the unit that renders it on its own.
    let entries: [UInt32]
    let usage: TemplateUsage

    init(
        _ sources: [TemplateSource], shapes: [String: Shape], sharedShapes: [Shape], options: TemplateOptions
    ) throws(TemplateErrors) {
        self.sources = sources
        self.options = options
        names = TemplateNames(names: sources.map(\.name))
        let parsed = sources.map(TemplateParser.parse)
        let templates = parsed.map(\.template)
        var errors = parsed.flatMap(\.errors) + Self.duplicates(in: sources)
        if options.strict { errors += Self.unknownPartials(in: templates, names: names) }
        var checker = ShapeChecker(
            templates: templates, sound: parsed.map(\.errors.isEmpty), names: names, sharedShapes: sharedShapes, isStrict: options.strict)
        for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
            checker.check(name, shape: shape)
        }
        errors += checker.errors
        usage = checker.usage

        var compiler = Compiler(templates: templates, names: names)
        entries = templates.indices.map { compiler.entry($0) }
        compiler.run()
        errors += compiler.errors
        errors += Self.endlessCalls(compiler.calls, units: compiler.program.units.count, sources: sources)
        program = compiler.program
        guard errors.isEmpty else {
            throw TemplateErrors(errors, order: sources.map(\.origin))
        }
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

    private static func unknownPartials(in templates: [ParsedTemplate], names: TemplateNames) -> [TemplateError] {
        var errors: [TemplateError] = []
        for template in templates {
            let suffix = template.source.suffix
            for tag in TemplateTags(of: template.nodes).inclusions {
                guard case .fixed(let name) = tag.name, names.resolve(name, suffix: suffix) == nil else { continue }
                let suggestion = names.suggestion(for: name, suffix: suffix).map { "Did you mean '\($0)'?" }
                errors.append(
                    TemplateError(
                        in: template.source, at: tag.offset, what: "there is no template '\(name)'",
                        remedy: suggestion ?? "Add \(name)\(suffix.isEmpty ? ".mustache" : suffix), or take this tag out"))
            }
        }
        return errors
    }

    private static func endlessCalls(_ calls: [UnitCall], units: Int, sources: [TemplateSource]) -> [TemplateError] {
        var errors: [TemplateError] = []
        var reported: Set<Set<UInt32>> = []
        for cycle in CycleFinder.cycles(in: calls, units: units) {
            guard let last = cycle.last, let first = cycle.first else { continue }
            // One cycle is found once for each way in which its templates are used.
            guard reported.insert(Set(cycle.map(\.position.template))).inserted else { continue }
            let chain = (cycle.map(\.position.template) + [first.position.template]).map { sources[Int($0)].name }
            errors.append(
                TemplateError(
                    in: sources[Int(last.position.template)], at: Int(last.position.offset),
                    what: "templates include each other without end: \(chain.joined(separator: " → "))",
                    remedy: "Put one of these tags inside a section, so that the data can end it"))
        }
        return errors
    }
}
