import LaunchLibrary
import Support
import TemplateEngine
import YAML

/// A node of `hangar.yml` with its place in the file and its path of keys.
struct YAMLNode {
    let node: Node
    let file: String
    /// The keys that lead to this node: `images › licences › unknown`.
    let path: [String]

    /// The text of a scalar on one line. It is nil for a list or a mapping.
    var text: String? { node.scalar.map(SourceText.line) }

    /// - Parameter found: a replacement for the value, when the value must not be shown.
    func mismatch(_ expected: String, found: String? = nil) -> Diagnostic {
        let what = "expected \(expected), found \(found ?? self.found)"
        guard !path.isEmpty else {
            return Diagnostic(.error, at: place(of: node), what, remedy: "Write one key a line, as \"key: value\".")
        }
        return Diagnostic(
            .error, at: place(of: node), "\(path.joined(separator: " › ")): \(what)",
            remedy: "Correct the value, or remove the key to get its default.")
    }

    /// - Returns: nil after a problem.
    func number(in range: ClosedRange<Int>, _ problems: inout [Diagnostic]) -> Int? {
        guard let number = text.flatMap({ Int($0) }), range.contains(number) else {
            problems.append(mismatch("a whole number from \(range.lowerBound) to \(range.upperBound)"))
            return nil
        }
        return number
    }

    /// The value is no usable address. The message gives the right form if only the characters are wrong.
    func addressMismatch(_ expected: String) -> Diagnostic {
        guard let text, let right = ConfiguredAddress.inASCII(text) else { return mismatch(expected, found: shownAddress) }
        return Diagnostic(
            .error, at: place(of: node), "\(path.joined(separator: " › ")): an address is written in ASCII",
            remedy: "Write it as \"\(right)\".")
    }

    /// The keys of a mapping that have a value.
    var givenKeys: Set<String> {
        Set(node.mapping?.filter { !$0.value.isNull }.compactMap(\.key.scalar) ?? [])
    }

    /// The place of each key that has a value, by its path: `images.licences.unknown`.
    func places(below parents: String = "") -> [(path: String, place: String)] {
        (node.mapping ?? []).flatMap { key, value -> [(path: String, place: String)] in
            guard let name = key.scalar, !value.isNull else { return [] }
            let inner = value.mapping == nil ? [] : YAMLNode(node: value, file: file, path: []).places(below: parents + name + ".")
            return [(path: parents + name, place: place(of: key))] + inner
        }
    }

    /// Reads a mapping key by key. An unknown key is an error that suggests the nearest known key. All errors are collected.
    func read<Target>(into target: inout Target, by mapping: ConfigurationSchema.Mapping<Target>, _ problems: inout [Diagnostic]) {
        guard let pairs = node.mapping else {
            problems.append(mismatch("keys with values"))
            return
        }
        for (keyNode, valueNode) in pairs {
            guard let key = keyNode.scalar else {
                problems.append(YAMLNode(node: keyNode, file: file, path: path).mismatch("a key"))
                continue
            }
            guard let value = mapping.keys[key] else {
                problems.append(unknown(key, at: keyNode, known: mapping.keys.keys.sorted()))
                continue
            }
            // A key without a value counts as missing.
            guard !valueNode.isNull else { continue }
            value.read(YAMLNode(node: valueNode, file: file, path: path + [key]), &target, &problems)
        }
    }

    private func unknown(_ key: String, at keyNode: Node, known: [String]) -> Diagnostic {
        let name = (path + [key]).joined(separator: " › ")
        let remedy =
            NameSuggestion.nearest(to: key, among: known).map { "Did you mean \"\($0)\"?" }
            ?? "Known here: \(known.joined(separator: ", "))."
        return Diagnostic(.error, at: place(of: keyNode), "unknown key \"\(name)\"", remedy: remedy)
    }

    /// The place of this node.
    var place: String { place(of: node) }

    private func place(of node: Node) -> String {
        guard let mark = node.mark else { return file }
        return "\(file):\(mark.line):\(mark.column)"
    }

    /// The text of a value that should be an address, for messages. It may hold a key, so the parts that may be secret are left out.
    var shownAddress: String? { text.map { "\"\(ShownAddress.text(of: $0).prefix(40))\"" } }

    private var found: String {
        if let text { return "\"\(text.prefix(40))\"" }
        return node.mapping != nil ? "keys with values" : "a list"
    }
}
