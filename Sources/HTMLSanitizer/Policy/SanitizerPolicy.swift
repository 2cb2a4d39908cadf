/// The elements, attributes and addresses that a `Sanitizer` lets through. Anything that a policy does not name is removed, but its text is
/// kept.
public struct SanitizerPolicy: Sendable, Equatable {
    /// The elements that are kept, each with its kept attributes, in the order in which they are written.
    public var elements: [SanitizerElement: [SanitizerAttribute]]

    /// Names (lower case) of the elements that are removed with all their contents. The text of any other unknown element stays.
    public var droppedWithContents: Set<String>

    /// The allowed schemes (lower case) of an absolute address. Addresses without a scheme are always allowed. `javascript`, `vbscript` and
    /// `data` never are.
    public var schemes: Set<String>

    /// The kind of address that a link may have.
    public var linkAddresses: LinkAddresses

    /// The value of `rel` on a link that leads to another site. An empty list writes no `rel`.
    public var externalLinkRelations: [String]

    public var limits: Limits

    /// The kind of address that a link may have. A link with any other address becomes its text.
    public enum LinkAddresses: Sendable, Equatable {
        /// A relative address, or an absolute one with an allowed scheme. It is written as it came.
        case any
        /// A complete http or https address with a usable host and without a user name: what a reader can follow from wherever the text is
        /// shown. It is written in one form: scheme and host in lower case, the rest percent-encoded.
        ///
        /// - Parameter except: the root of a site, with a `/` at its end, to which no link may lead. Whoever wrote the text cannot know its
        ///   pages.
        case complete(except: String? = nil)
    }

    /// The maximum length and depth of an input.
    public struct Limits: Sendable, Equatable {
        /// The longest input in bytes of UTF-8.
        public let bytes: Int
        /// The maximum nesting depth of elements. Deeper elements are removed, but their text is kept.
        public let depth: Int

        /// - Parameters:
        ///   - bytes: from 0 to 2,000,000. A value outside counts as the nearest one inside. (Repair makes a text up to four times longer,
        ///     and libxml2 silently cuts a text at 10,000,000 bytes.)
        ///   - depth: from 4 to 64. A value outside counts as the nearest one inside. (Four levels hold a list, an item, a paragraph and a
        ///     phrase.)
        public init(bytes: Int = 256 * 1024, depth: Int = 64) {
            self.bytes = min(max(bytes, 0), 2_000_000)
            self.depth = min(max(depth, 4), 64)
        }
    }

    /// Parts that are not given are the same as in ``standard``.
    public init(
        elements: [SanitizerElement: [SanitizerAttribute]] = Self.standard.elements,
        droppedWithContents: Set<String> = Self.standard.droppedWithContents, schemes: Set<String> = Self.standard.schemes,
        linkAddresses: LinkAddresses = Self.standard.linkAddresses,
        externalLinkRelations: [String] = Self.standard.externalLinkRelations, limits: Limits = Limits()
    ) {
        self.elements = elements
        self.droppedWithContents = droppedWithContents
        self.schemes = schemes
        self.linkAddresses = linkAddresses
        self.externalLinkRelations = externalLinkRelations
        self.limits = limits
    }

    /// For comments and descriptions from unknown people. It allows text, emphasis, lists, quotations, code and links. It allows no
    /// pictures, tables, identifiers or styles.
    public static let standard = SanitizerPolicy(
        elements: [
            .a: [.href, .title], .abbr: [.title], .b: [], .blockquote: [], .br: [], .code: [], .dd: [], .dl: [], .dt: [], .em: [],
            .h3: [], .h4: [], .hr: [], .i: [], .li: [], .ol: [], .p: [], .pre: [], .q: [], .s: [], .small: [], .strong: [], .sub: [],
            .sup: [], .u: [], .ul: [],
        ],
        droppedWithContents: [
            "applet", "audio", "base", "canvas", "embed", "frame", "frameset", "head", "iframe", "link", "map", "math", "meta",
            "noembed", "noframes", "noscript", "object", "option", "plaintext", "script", "select", "style", "svg", "template",
            "textarea", "title", "video", "xmp",
        ],
        schemes: ["http", "https", "mailto"],
        linkAddresses: .any,
        externalLinkRelations: ["nofollow", "noopener", "noreferrer"],
        limits: Limits())

    /// The policy with the elements that the sanitizer always needs to write a text with line breaks, and a list.
    var completed: SanitizerPolicy {
        var completed = self
        for element in [SanitizerElement.p, .br] + elements.keys.compactMap(\.itemOfList) where completed.elements[element] == nil {
            completed.elements[element] = []
        }
        return completed
    }
}

/// The elements that a `SanitizerPolicy` may allow. They carry text and nothing else.
///
/// No policy can allow anything else. That excludes elements that run, load, embed or submit something, and elements whose contents a
/// browser reads by other rules than text (raw text, SVG, MathML, templates, tables).
public enum SanitizerElement: Int, Sendable, Hashable, CaseIterable {
    case a, abbr, b, bdi, blockquote, br, cite, code, dd, del, dfn, dl, dt, em, h1, h2, h3, h4, h5, h6, hr, i, ins, kbd, li
    case mark, ol, p, pre, q, s, samp, small, strong, sub, sup, u, ul, `var`

    private static let names = allCases.map { "\($0)" }

    /// The name in lower case, as tags have it.
    public var name: String { Self.names[rawValue] }

    static let byName = Dictionary(uniqueKeysWithValues: zip(names, allCases))
}

extension SanitizerElement {
    /// The possible parents and contents of an element, in a tree that every HTML5 parser reads back unchanged.
    enum Role: Sendable {
        /// Is in a line of text and holds a line of text: `em`, `a`.
        case phrase
        /// Ends a line: `br`.
        case lineBreak
        /// Is alone between blocks: `hr`.
        case rule
        /// Holds a line of text and no block: `p`, `h3`.
        case paragraph
        /// Like `paragraph`, but white space is kept: `pre`.
        case preformatted
        /// Holds blocks: `blockquote`.
        case container
        /// Holds only items, which are `li`, or `dt` and `dd`.
        case list(item: SanitizerElement)
        /// Is only in a list, and holds text and blocks.
        case item(lists: [SanitizerElement])
    }

    var role: Role {
        switch self {
        case .br: .lineBreak
        case .hr: .rule
        case .p, .h1, .h2, .h3, .h4, .h5, .h6: .paragraph
        case .pre: .preformatted
        case .blockquote: .container
        case .ul, .ol: .list(item: .li)
        case .dl: .list(item: .dd)
        case .li: .item(lists: [.ul, .ol])
        case .dt, .dd: .item(lists: [.dl])
        case .a, .abbr, .b, .bdi, .cite, .code, .del, .dfn, .em, .i, .ins, .kbd, .mark, .q, .s, .samp, .small, .strong, .sub, .sup,
            .u, .var:
            .phrase
        }
    }

    fileprivate var itemOfList: SanitizerElement? {
        if case .list(let item) = role { item } else { nil }
    }
}

/// The attributes that a `SanitizerPolicy` may allow on an element. None of them can name an element, style it or run code.
public enum SanitizerAttribute: String, Sendable, Hashable, CaseIterable {
    case cite, href, lang, title

    /// Whether the value is an address. Addresses are checked against the schemes of the policy.
    var holdsAddress: Bool {
        switch self {
        case .cite, .href: true
        case .lang, .title: false
        }
    }
}
