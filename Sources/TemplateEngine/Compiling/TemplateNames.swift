import Support

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
