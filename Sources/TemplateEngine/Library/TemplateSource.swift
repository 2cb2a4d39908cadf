/// One template as it was read.
public struct TemplateSource: Sendable {
    /// The name under which other templates know it, with its suffix: `pages/spacecraft.html.mustache`.
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

    /// What follows the bare name: `.html.mustache` of `pages/spacecraft.html.mustache`. Partials that a template names are looked for
    /// with its own suffix first.
    let suffix: String

    static func suffix(of name: String) -> String {
        guard name.hasSuffix(".mustache") else { return "" }
        let stem = name.dropLast(".mustache".count)
        let file = stem.lastIndex(of: "/").map { stem[stem.index(after: $0)...] } ?? stem
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return ".mustache" }
        return file[dot...] + ".mustache"
    }
}
