/// What the check needs to know of an HTML element, by one look-up: whether its tags nest, by the parsing rules of the HTML standard (13.1.2,
/// 13.2.4.2 and 13.2.6), and whether it may load something.
struct ElementTraits: OptionSet, Sendable {
    let rawValue: UInt16

    /// It has no end tag.
    static let void = ElementTraits(rawValue: 1)
    /// Its end tag may be left out.
    static let optionalEnd = ElementTraits(rawValue: 2)
    /// Its start tag ends a paragraph.
    static let endsParagraph = ElementTraits(rawValue: 4)
    /// No open element beyond it is in its scope: a cell, a table.
    static let scope = ElementTraits(rawValue: 8)
    /// A start tag of an item looks no further than this for the item before it.
    static let endsItemSearch = ElementTraits(rawValue: 16)
    /// Its start tag ends other elements by a rule of its own: items, cells, rows.
    static let endsItems = ElementTraits(rawValue: 32)
    /// Its start and end tags may both be left out: `html`, `head`, `body`.
    static let document = ElementTraits(rawValue: 64)
    /// A `p`.
    static let paragraph = ElementTraits(rawValue: 128)
    /// An `a`.
    static let link = ElementTraits(rawValue: 256)
    /// Its contents end by the rules of XML: `svg`, `math`.
    static let foreign = ElementTraits(rawValue: 512)
    /// It may load something, hold code or styles, or carry a policy.
    static let loads = ElementTraits(rawValue: 1024)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(of name: MarkupName) { self = ElementTraits.table[name] }

    private static let table = Table([
        (void, "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"),
        (optionalEnd, "body caption colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr"),
        (
            endsParagraph,
            "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
                + "hgroup hr li dd dt listing main menu nav ol p plaintext pre search section summary table ul xmp"
        ),
        (scope, "applet button caption html marquee object table td template th svg math select"),
        (
            endsItemSearch,
            "applet article aside blockquote body button caption center details dir dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
                + "header hgroup html main marquee menu nav noscript object ol pre search section select summary svg math table tbody td "
                + "template tfoot th thead tr ul"
        ),
        (endsItems, "body caption colgroup dd dt li optgroup option rp rt tbody td tfoot th thead tr"),
        (document, "body head html"), (paragraph, "p"), (link, "a"), (foreign, "math svg"),
        (
            loads,
            "audio base embed form frame iframe image img input link meta object script source style track use video"
        ),
    ])

    /// A table by name without hashing for the process's safety, because there is a look-up for each tag.
    private struct Table: Sendable {
        private var slots: [(name: MarkupName, traits: ElementTraits)?] = Array(repeating: nil, count: 512)

        init(_ groups: [(ElementTraits, String)]) {
            for (traits, names) in groups {
                for name in names.split(separator: " ") {
                    let name = MarkupName(text: String(name))
                    let slot = slot(of: name)
                    slots[slot] = (name, (slots[slot]?.traits ?? []).union(traits))
                }
            }
        }

        subscript(name: MarkupName) -> ElementTraits { slots[slot(of: name)]?.traits ?? [] }

        private func slot(of name: MarkupName) -> Int {
            var slot = name.slotHash & 511
            while let entry = slots[slot], entry.name != name { slot = (slot + 1) & 511 }
            return slot
        }
    }
}
