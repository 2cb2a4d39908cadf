/// What happens to an element of the input, by its name.
enum Treatment: Sendable, Equatable {
    case keep(HTMLElement)
    case dropWithContents
    /// The element goes, its contents stay in the line.
    case unwrap
    /// The element goes, its contents stay as a block of their own: `<div>a</div><div>b</div>` is two paragraphs, not 'ab'.
    case unwrapAsBlock
    /// The element goes, its contents stay apart from their neighbours: cells of a table.
    case unwrapAsCell
    /// `html` and `body`, of which the parser makes as many as it likes.
    case unwrapAsDocument

    /// Whether a text that holds such an element is laid out by tags, so that its line breaks are mere white space.
    var laysOut: Bool {
        switch self {
        case .keep(let element): if case .phrase = element.role { false } else { true }
        case .unwrapAsBlock, .unwrapAsCell: true
        case .dropWithContents, .unwrap, .unwrapAsDocument: false
        }
    }
}

/// The treatment of every name, worked out once from a policy.
struct Treatments: Sendable {
    private let byName: [String: Treatment]

    /// Elements that a browser shows as blocks, by the rendering section of the HTML standard (15.3).
    private static let blocks = [
        "address", "article", "aside", "caption", "center", "details", "dialog", "dir", "div", "fieldset", "figcaption", "figure",
        "footer", "form", "header", "hgroup", "legend", "listing", "main", "marquee", "menu", "nav", "optgroup", "search", "section",
        "summary", "table", "tbody", "tfoot", "thead", "tr",
    ]

    init(policy: Policy) {
        var byName: [String: Treatment] = ["html": .unwrapAsDocument, "body": .unwrapAsDocument, "td": .unwrapAsCell, "th": .unwrapAsCell]
        for name in Self.blocks { byName[name] = .unwrapAsBlock }
        for element in HTMLElement.allCases {
            if case .phrase = element.role { byName[element.rawValue] = .unwrap } else { byName[element.rawValue] = .unwrapAsBlock }
        }
        for element in policy.elements.keys { byName[element.rawValue] = .keep(element) }
        for name in policy.droppedWithContents { byName[name] = .dropWithContents }
        self.byName = byName
    }

    /// - Parameter name: the name as written, in any case. Of a prefixed name only the last part counts, and it is never kept:
    ///   libxml2 2.9 makes a `script` of `<x:script>`.
    subscript(name: some StringProtocol) -> Treatment {
        let lowercased = name.asciiLowercased()
        guard let colon = lowercased.utf8.lastIndex(of: UInt8(ascii: ":")) else { return byName[lowercased] ?? .unwrap }
        return self[prefixed: String(lowercased[lowercased.utf8.index(after: colon)...])]
    }

    /// - Parameter name: the last part of a prefixed name, in lower case.
    subscript(prefixed name: String) -> Treatment {
        byName[name] == .dropWithContents ? .dropWithContents : .unwrap
    }
}
