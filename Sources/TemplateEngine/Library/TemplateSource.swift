/// One template before it is parsed.
public struct TemplateSource: Sendable {
    /// The name that other templates use for it, with its suffix: `pages/spacecraft.html.mustache`.
    public let name: String
    public let bytes: [UInt8]
    /// The path that messages show.
    public let origin: String

    public init(name: String, bytes: [UInt8], origin: String) {
        self.name = name
        self.bytes = bytes
        self.origin = origin
        suffix = Self.suffix(of: name)
    }

    /// The part after the bare name: `.html.mustache` of `pages/spacecraft.html.mustache`. Partials that a template names are looked up
    /// with its own suffix first.
    let suffix: String

    private static let ending = ".mustache"

    static func suffix(of name: String) -> String {
        // Compares bytes, because an ASCII suffix has no canonical equivalents.
        let bytes = name.utf8
        guard bytes.count >= ending.utf8.count, bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) else { return "" }
        let stem = bytes.dropLast(ending.utf8.count)
        let file = stem.lastIndex(of: UInt8(ascii: "/")).map { stem[bytes.index(after: $0)...] } ?? stem
        guard let dot = file.lastIndex(of: UInt8(ascii: ".")), dot > file.startIndex else { return ending }
        return String(name[dot...])
    }
}
