import YAML

/// A value from outside `hangar.yml` that counts in place of the one in the file, for what differs between machines.
struct ConfigurationOverride: Sendable, Equatable {
    /// The keys that lead to the value: `["index", "page_size"]`.
    let path: [String]
    let value: String
    /// Where the value comes from: `HANGAR_INDEX_PAGE_SIZE`, or `--set index.page_size=50`.
    let place: String

    /// The variables of the environment that are set, and then the settings of the command line, which count before them. An empty variable
    /// counts as not set.
    ///
    /// - Parameter settings: texts such as `index.page_size=50`.
    /// - Throws: a ``Failure`` with status 64 when a setting does not have this form.
    static func all(_ settings: [String], variable: (String) -> String?) throws(Failure) -> [ConfigurationOverride] {
        var overrides: [ConfigurationOverride] = []
        for path in ConfigurationSchema.root.paths {
            let name = variableName(path)
            guard let value = variable(name), !value.isEmpty else { continue }
            overrides.append(ConfigurationOverride(path: path.split(separator: ".").map(String.init), value: value, place: name))
        }
        for setting in settings {
            let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw Failure(
                    .usage, at: "--set \(setting)", "this is no key with its value", remedy: "Write one such as index.page_size=50.")
            }
            overrides.append(
                ConfigurationOverride(
                    path: parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init), value: parts[1],
                    place: "--set \(parts[0])"))
        }
        return overrides
    }

    /// `HANGAR_INDEX_PAGE_SIZE` for `index.page_size`.
    static func variableName(_ path: String) -> String { "HANGAR_" + path.replacing(".", with: "_").uppercased() }

    /// The value of a key that holds a list or a mapping, as YAML on one line. The names of a list may stand without brackets, and a text that
    /// may be given for each language is one text without braces.
    private static func structure(_ value: String, of path: [String]) -> Node? {
        let first = value.first { !$0.isWhitespace }
        let hasForm = { (key: String) in
            switch key {
            case "navigation", "pages": true
            case "title", "description": first == "{"
            default: false
            }
        }
        guard path.count == 1, path.allSatisfy(hasForm) else { return nil }
        do {
            return try Node.document(path == ["navigation"] && first != "[" && first != "{" ? "[\(value)]" : value)
        } catch {
            // It is told as a text that is no list.
            return nil
        }
    }

    /// The value as tags that are parted by commas, with or without the brackets that a file has.
    private var tags: [String] {
        let isBracketed = value.hasPrefix("[") && value.hasSuffix("]")
        let list = isBracketed ? value.dropFirst().dropLast() : value[...]
        return list.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    }

    /// The value as a file would hold it that has nothing else.
    var node: YAMLNode {
        let text = { (value: String) in Node(.scalar(value, isPlain: false)) }
        let leaf = path == ["languages"] ? Node(.sequence(tags.map(text))) : Self.structure(value, of: path) ?? text(value)
        return YAMLNode(node: path.reversed().reduce(leaf) { Node(.mapping([(text($1), $0)])) }, file: place, path: [])
    }
}
