/// The elements whose content or attributes differ from those of other elements.
///
/// Source: HTML, 13.2.6.4 (the states that a start tag switches the tokenizer to), and SVG 2 for animations.
enum HTMLElement: String, Sendable, CaseIterable {
    case title
    case textarea
    case script
    case style
    case iframe
    case noembed
    case noframes
    case xmp
    case plaintext
    case meta
    /// Animations write to attributes of other elements. One of these can be an address.
    case animate
    case animateTransform = "animatetransform"
    case animateMotion = "animatemotion"
    case set
    case other = ""

    init(name: [UInt8]) {
        self = Self.byName[name] ?? .other
    }

    private static let byName = KeywordTable(allCases.map { ($0.rawValue, $0) })

    var isAnimation: Bool {
        switch self {
        case .animate, .animateTransform, .animateMotion, .set: true
        default: false
        }
    }
}

/// The kind of an attribute, according to its value.
enum HTMLAttribute: UInt8, Sendable {
    case text
    case url
    /// Several addresses with descriptors, separated by commas.
    case sourceSet
    case style
    case eventHandler
    /// A whole document.
    case document
    /// The name of a directive for the browser: `refresh`.
    case httpEquiv
    case metaContent
    case scriptType
    case animation

    init(name: [UInt8], of element: HTMLElement) {
        // Foreign elements have `xlink:href` and may have other prefixes.
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

    /// Whether the template's own text in the value matters.
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

    /// Source: HTML, index of attributes: those with the value 'URL', and obsolete ones that browsers still follow.
    private static let urls = [
        "action", "archive", "background", "cite", "classid", "codebase", "data", "dynsrc", "formaction", "href", "icon", "itemid",
        "longdesc",
        "lowsrc", "manifest", "ping", "poster", "profile", "src", "usemap",
    ]
}

/// The part of a URL at the current place in an attribute's value.
enum URLPart: UInt8, Sendable {
    /// There was only the template's own text so far, and no character that ends a scheme.
    case scheme
    /// There were values too, and a scheme is still possible.
    case open
    /// An `&` came while a scheme was possible. It may begin the reference of a character that belongs to a scheme.
    case schemeReference
    case openReference
    case path
    /// After `?` or `#`.
    case query
    /// Path or query, depending on the data.
    case mixed
    /// The template names a scheme after which no value is safe.
    case foreignScheme

    /// The part to continue with when either of the two may have come before.
    func joined(_ other: URLPart) -> URLPart? {
        if self == other { return self }
        for part in [URLPart.schemeReference, .openReference] where self == part || other == part { return nil }
        for part in [URLPart.foreignScheme, .mixed] where self == part || other == part { return part }
        return self == .query || other == .query ? .mixed : .open
    }

    /// Schemes after which a template may continue with a value.
    static let schemes: Set<String> = ["http", "https", "mailto", "tel", "sms", "ftp"]
}

/// Words with meanings, looked up by their bytes. Names in markup are many and short. Length and first byte rule most of them out, at a
/// fraction of the cost of a hash.
struct KeywordTable<Meaning: Sendable>: Sendable {
    private let byLength: [[(word: [UInt8], meaning: Meaning)]]

    init(_ words: [(String, Meaning)]) {
        let longest = words.map { $0.0.utf8.count }.max() ?? 0
        var byLength = [[(word: [UInt8], meaning: Meaning)]](repeating: [], count: longest + 1)
        for (word, meaning) in words {
            byLength[word.utf8.count].append((Array(word.utf8), meaning))
        }
        self.byLength = byLength
    }

    subscript(word: [UInt8]) -> Meaning? {
        guard word.count < byLength.count, let first = word.first else { return nil }
        for entry in byLength[word.count] where entry.word[0] == first && entry.word == word { return entry.meaning }
        return nil
    }
}
