/// What the value of an attribute is.
enum HTMLAttribute: UInt8, Sendable {
    case text
    case url
    /// Several addresses with descriptors, between commas.
    case sourceSet
    case style
    case eventHandler
    /// A whole document.
    case document
    /// What is done after a time, or how the page is read.
    case httpEquiv
    case metaContent
    case scriptType
    case animation

    init(name: [UInt8], of element: HTMLElement) {
        // Foreign elements have `xlink:href`, and may have other prefixes.
        let local = name.lastIndex(of: UInt8(ascii: ":")).map { Array(name[($0 + 1)...]) } ?? name
        let known = Self.byName[local] ?? .text
        let isKnown =
            switch known {
            case .httpEquiv, .metaContent: element == .meta
            case .scriptType: element == .script
            case .animation: element.isAnimation
            default: true
            }
        self = name.starts(with: "on".utf8) ? .eventHandler : isKnown ? known : .text
    }

    /// Whether what the template writes in the value decides about anything.
    var hasReadValue: Bool {
        switch self {
        case .url, .sourceSet, .scriptType, .httpEquiv: true
        case .text, .style, .eventHandler, .document, .metaContent, .animation: false
        }
    }

    private static let byName: KeywordTable<HTMLAttribute> = {
        let names: [(HTMLAttribute, [String])] = [
            (.url, urls), (.sourceSet, ["srcset", "imagesrcset"]), (.style, ["style"]), (.document, ["srcdoc"]),
            (.httpEquiv, ["http-equiv"]),
            (.metaContent, ["content"]), (.scriptType, ["type"]), (.animation, ["attributename", "to", "from", "by", "values"]),
        ]
        return KeywordTable(names.flatMap { kind, names in names.map { ($0, kind) } })
    }()

    /// HTML, index of attributes, those with the value 'URL', and obsolete ones that browsers still follow.
    private static let urls = [
        "action", "archive", "background", "cite", "classid", "codebase", "data", "dynsrc", "formaction", "href", "icon", "itemid",
        "longdesc",
        "lowsrc", "manifest", "ping", "poster", "profile", "src", "usemap",
    ]
}
