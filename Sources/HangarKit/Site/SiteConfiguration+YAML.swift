import Yams

extension SiteConfiguration {
    /// Reads `hangar.yml`.
    ///
    /// - Parameter file: what messages call it.
    /// - Throws: a ``Failure`` with status 78 that names every fault: an unknown key, a wrong value, a key that is missing.
    init(yaml bytes: [UInt8], file: String) throws(Failure) {
        let root: Node
        do {
            root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self)) ?? Node.mapping([:])
        } catch {
            throw Failure(.configuration, [Self.syntaxFault(error, file: file)])
        }
        self.init()
        var problems: [Diagnostic] = []
        YAMLNode(node: root, file: file, road: []).read(into: &self, by: ConfigurationSchema.root, &problems)
        for (key, value) in [("title", title), ("base_url", baseURL)]
        where value.isEmpty && !problems.contains(where: { $0.what.hasPrefix("\(key):") }) {
            let example = key == "title" ? "title: The Spacecraft Register" : "base_url: https://example.org/"
            problems.append(Diagnostic(.error, at: file, "the key \"\(key)\" is missing", remedy: "Add it, such as \"\(example)\"."))
        }
        guard problems.isEmpty else { throw Failure(.configuration, problems) }
        if author.name.isEmpty { author.name = title }
    }

    private static func syntaxFault(_ error: any Error, file: String) -> Diagnostic {
        let remedy = "Mend the YAML there; indentation is by spaces, and a text with ': ' or '#' stands in quotes."
        guard let error = error as? YamlError else { return Diagnostic(.error, at: file, "\(error)", remedy: remedy) }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            return Diagnostic(.error, at: "\(file):\(mark.line):\(mark.column)", problem, remedy: remedy)
        default:
            return Diagnostic(.error, at: file, "the file is no YAML: \(error)", remedy: remedy)
        }
    }
}
