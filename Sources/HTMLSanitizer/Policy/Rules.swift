/// A policy made ready to be looked up in, once for each sanitizer. A class, so that all that work for a call share it.
final class Rules: Sendable {
    let limits: SanitizerPolicy.Limits
    let schemes: Set<String>
    /// The value of `rel` on a link to another site; nil if there is to be none.
    let externalLinkRelations: String?

    private let treatments: NameTable
    /// By `rawValue` of the element; nil for an element that is not allowed.
    private let attributes: [[HTMLAttribute]?]

    /// Elements that a browser shows as blocks, by the rendering section of the HTML standard (15.3).
    private static let blocks = [
        "address", "article", "aside", "caption", "center", "details", "dialog", "dir", "div", "fieldset", "figcaption", "figure",
        "footer", "form", "header", "hgroup", "legend", "listing", "main", "marquee", "menu", "nav", "optgroup", "search", "section",
        "summary", "table", "tbody", "tfoot", "thead", "tr",
    ]

    init(_ policy: SanitizerPolicy) {
        limits = policy.limits
        schemes = policy.schemes
        externalLinkRelations = policy.externalLinkRelations.isEmpty ? nil : policy.externalLinkRelations.joined(separator: " ")
        attributes = HTMLElement.allCases.map { policy.elements[$0] }

        var treatments: [String: Treatment] = [
            "html": .unwrapAsDocument, "body": .unwrapAsDocument, "td": .unwrapAsCell, "th": .unwrapAsCell,
        ]
        for name in Self.blocks { treatments[name] = .unwrapAsBlock }
        for element in HTMLElement.allCases {
            if case .phrase = element.role { treatments[element.name] = .unwrap } else { treatments[element.name] = .unwrapAsBlock }
        }
        for element in policy.elements.keys { treatments[element.name] = .keep(element) }
        for name in policy.droppedWithContents { treatments[name] = .dropWithContents }
        self.treatments = NameTable(treatments)
    }

    /// - Parameter name: in any case. Of a prefixed name only the last part counts, and it is never kept: libxml2 2.9 makes a `script`
    ///   of `<x:script>`.
    func treatment(of name: UnsafeBufferPointer<UInt8>) -> Treatment {
        if let treatment = treatments[name] { return treatment }
        guard let colon = name.lastIndex(of: Byte.colon) else { return .unwrap }
        return treatment(ofPrefixed: UnsafeBufferPointer(rebasing: name[(colon + 1)...]))
    }

    /// - Parameter name: what follows the prefix.
    func treatment(ofPrefixed name: UnsafeBufferPointer<UInt8>) -> Treatment {
        treatments[name] == .dropWithContents ? .dropWithContents : .unwrap
    }

    /// - Returns: nil if the element is not allowed.
    func attributes(of element: HTMLElement) -> [HTMLAttribute]? {
        attributes[element.rawValue]
    }
}
