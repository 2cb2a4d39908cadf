/// What a `Sanitizer` lets through. Whatever a policy does not name is left out, its text kept.
public struct SanitizerPolicy: Sendable, Equatable {
    /// The elements that are kept, each with the attributes that are kept on it, in the order in which they are written.
    public var elements: [HTMLElement: [HTMLAttribute]]

    /// Names (lower case) of the elements that go with all they hold. The text of any other unknown element stays.
    public var droppedWithContents: Set<String>

    /// Schemes (lower case) that an absolute address may have. Addresses without a scheme are always allowed; `javascript`,
    /// `vbscript` and `data` never are.
    public var schemes: Set<String>

    /// The value of `rel` on a link that leads to another site; with an empty list there is none.
    public var externalLinkRelations: [String]

    public var limits: Limits

    /// How long and how deep an input may be.
    public struct Limits: Sendable, Equatable {
        /// The longest input in bytes of UTF-8.
        public let bytes: Int
        /// How deep elements may nest; deeper ones are left out, their text kept.
        public let depth: Int

        /// - Parameters:
        ///   - bytes: from 0 to 2,000,000; a value outside counts as the nearest inside. (Repair makes a text up to four times
        ///     longer, and libxml2 cuts a text at 10,000,000 bytes without a word.)
        ///   - depth: from 4 to 64, likewise. (Four hold a list, an item, a paragraph and a phrase.)
        public init(bytes: Int = 256 * 1024, depth: Int = 64) {
            self.bytes = min(max(bytes, 0), 2_000_000)
            self.depth = min(max(depth, 4), 64)
        }
    }

    /// What is not given is as in ``standard``.
    public init(
        elements: [HTMLElement: [HTMLAttribute]] = Self.standard.elements,
        droppedWithContents: Set<String> = Self.standard.droppedWithContents, schemes: Set<String> = Self.standard.schemes,
        externalLinkRelations: [String] = Self.standard.externalLinkRelations, limits: Limits = Limits()
    ) {
        self.elements = elements
        self.droppedWithContents = droppedWithContents
        self.schemes = schemes
        self.externalLinkRelations = externalLinkRelations
        self.limits = limits
    }

    /// For comments and descriptions from people one does not know: text, emphasis, lists, quotations, code, links; no pictures, tables,
    /// identifiers or styles.
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
        externalLinkRelations: ["nofollow", "noopener", "noreferrer"],
        limits: Limits())

    /// With what the sanitizer cannot do without, to write a text with line breaks, and a list.
    var completed: SanitizerPolicy {
        var completed = self
        for element in [HTMLElement.p, .br] + elements.keys.compactMap(\.itemOfList) where completed.elements[element] == nil {
            completed.elements[element] = []
        }
        return completed
    }
}
