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

    /// Whether the value is that of one of some keys (`index.page_size`), or of a part of it.
    func counts(for keys: [String]) -> Bool { keys.contains { (path.joined(separator: ".") + ".").hasPrefix($0 + ".") } }

    /// `HANGAR_INDEX_PAGE_SIZE` for `index.page_size`.
    static func variableName(_ path: String) -> String { "HANGAR_" + path.replacing(".", with: "_").uppercased() }

    /// The value of a key that holds a list or a mapping, as YAML on one line. The names of a list may stand without brackets. A text that may
    /// be given for each language is so in braces, and a text as it stands without them.
    private static func structure(_ value: String, of path: [String]) -> Node? {
        let (first, last) = (value.first { !$0.isWhitespace }, value.last { !$0.isWhitespace })
        let yaml: String
        switch path {
        case ["pages"]: yaml = value
        case ["navigation"]: yaml = first == "[" || first == "{" ? value : "[\(value)]"
        case ["title"], ["description"]:
            guard first == "{", last == "}" else { return nil }
            yaml = value
        default: return nil
        }
        do {
            return try Node.document(yaml)
        } catch {
            // A text is neither a list nor a mapping, and is told as such. Where a text is no fault, an empty mapping is one.
            return ["title", "description"].contains(path[0]) ? Node(.mapping([])) : nil
        }
    }

    /// The value as tags that are parted by commas, with or without the brackets that a file has.
    private var tags: [String] {
        let isBracketed = value.hasPrefix("[") && value.hasSuffix("]")
        let list = isBracketed ? value.dropFirst().dropLast() : value[...]
        return list.split(separator: ",").map { String($0).replacing(#/^\s+|\s+$/#, with: "") }
    }

    /// The value as a file would hold it that has nothing else.
    var node: YAMLNode {
        let text = { (value: String) in Node(.scalar(value, isPlain: false)) }
        let leaf = path == ["languages"] ? Node(.sequence(tags.map(text))) : Self.structure(value, of: path) ?? text(value)
        return YAMLNode(node: path.reversed().reduce(leaf) { Node(.mapping([(text($1), $0)])) }, file: place, path: [])
    }
}
