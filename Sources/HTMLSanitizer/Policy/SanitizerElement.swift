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

    var itemOfList: SanitizerElement? {
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
