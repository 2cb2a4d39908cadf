import SiteGenerator
import Support
import YAML

/// What an author says of a page above its text: a block of YAML between two lines `---`, as Hugo and Jekyll have it.
struct FrontMatter {
    var title: String?
    var description: String?
    /// Whether the page is not to be published yet.
    var isDraft = false
    /// The text below it, and the line of the file on which that begins.
    private(set) var text: Substring
    private(set) var firstLine = 1
    private(set) var warnings: [Diagnostic] = []

    private static let keys = ["title", "description", "draft"]

    /// - Parameter file: the name of the file in messages.
    /// - Throws: a ``Failure`` with status 65 when it cannot be read.
    init(_ whole: String, file: String) throws(Failure) {
        // Some editors begin a file with a byte order mark.
        text = whole.hasPrefix("\u{FEFF}") ? whole.dropFirst() : whole[...]
        let firstEnd = Self.lineEnd(of: text, from: text.startIndex)
        switch Self.trimmed(text[..<firstEnd]) {
        case "---": break
        case "+++":
            throw Failure(
                .badData, at: "\(file):1:1", "what stands above the text is TOML, which is not read",
                remedy: "Write it as YAML between two lines ---, such as \"title: Contact\".")
        default: return
        }
        // A line that parts nothing is a rule in Markdown.
        guard let end = Self.end(of: text, from: firstEnd) else { return }
        let block = text[firstEnd..<end.lowerBound]
        firstLine = 2 + block.utf8.count { $0 == UInt8(ascii: "\n") }
        text = text[end.upperBound...]
        try read(String(block), file: file)
    }

    /// The second line `---`, with the line break after it.
    ///
    /// - Parameter firstEnd: the end of the first line.
    private static func end(of text: Substring, from firstEnd: Substring.Index) -> Range<Substring.Index>? {
        var end = firstEnd
        while end < text.endIndex {
            let start = text.utf8.index(after: end)
            end = lineEnd(of: text, from: start)
            if trimmed(text[start..<end]) == "---" { return start..<(end < text.endIndex ? text.utf8.index(after: end) : end) }
        }
        return nil
    }

    /// The place of the line feed, or the end.
    private static func lineEnd(of text: Substring, from start: Substring.Index) -> Substring.Index {
        text.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
    }

    private static func trimmed(_ line: Substring) -> String {
        String(line.unicodeScalars.reversed().drop { " \t\r".unicodeScalars.contains($0) }.reversed().map(Character.init))
    }

    private mutating func read(_ yaml: String, file: String) throws(Failure) {
        // The block begins with the rest of its first line, so lines are counted as in the file.
        let found: YAMLNode?
        do throws(Failure) { found = try SiteConfiguration.root(of: Array(yaml.utf8), file: file) } catch {
            throw Failure(.badData, error.diagnostics)
        }
        guard let root = found else { return }
        guard let pairs = root.node.mapping else {
            throw Failure(
                .badData, at: "\(file):1:1", "what stands above the text is not read",
                remedy: "Write it as \"title: Contact\", a key on each line.")
        }
        for (keyNode, valueNode) in pairs {
            let key = YAMLNode(node: keyNode, file: file, path: [])
            let value = YAMLNode(node: valueNode, file: file, path: [key.text ?? ""])
            guard !valueNode.isNull else { continue }
            switch key.text {
            case "title": title = try Self.text(value)
            case "description": description = try Self.text(value)
            case "draft":
                guard let flag = value.text.flatMap({ ["true": true, "false": false][$0] }) else {
                    throw Self.fault(value.mismatch("true or false"))
                }
                isDraft = flag
            default:
                let near = key.text.flatMap { NameSuggestion.nearest(to: $0, among: Self.keys) }
                warnings.append(
                    Diagnostic(
                        .warning, at: key.place, "nothing reads \"\(key.text ?? "")\" above a text",
                        remedy: near.map { "Did you mean \"\($0)\"?" } ?? "Known here: \(Self.keys.joined(separator: ", "))."))
            }
        }
    }

    private static func text(_ value: YAMLNode) throws(Failure) -> String? {
        guard let text = value.text else { throw fault(value.mismatch("a text")) }
        return text.isEmpty ? nil : text
    }

    private static func fault(_ diagnostic: Diagnostic) -> Failure { Failure(.badData, [diagnostic]) }
}
